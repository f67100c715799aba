using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Customers;

/// <summary>
/// What holds for customers who play roles in several journeys, whatever is raised, however it is cut into batches, and whatever the
/// senders say.
/// </summary>
public sealed class CustomerLaws
{
    private static readonly CustomerId[] People = ["ana", "bo"];

    private static readonly JourneyId[] Orders = ["order/1", "order/2", "order/3"];

    private static readonly string[] Names =
    [
        "order.placed",
        "payment.accepted",
        "parcel.packed",
        "parcel.shipped",
        "parcel.delivered",
        "parcel.delayed",
        "gift.announced",
        "fraud.suspected",
        "fraud.cleared",
        "order.cancelled",
    ];

    private static Arbitrary<Day> Days =>
        (
            from moments in Gen.ArrayOf(Moments)
            from answers in Gen.ArrayOf(Gen.Elements(Enum.GetValues<SendOutcome>()))
            where moments.Length > 0
            select new Day(moments, answers)
        ).ToArbitrary();

    private static Gen<Moment> Moments =>
        from name in Gen.Frequency((4, Gen.Elements(Names.Take(5).ToArray())), (3, Gen.Elements(Names)))
        from order in Gen.Elements(Orders)
        from id in Gen.Choose(1, 4)
        from buyer in Gen.Elements<string?>("ana", "ana", "bo", null)
        from recipient in Gen.Elements<string?>("bo", "ana", null)
        from culture in Gen.Elements<string?>("it", "de", null, null, null)
        from pause in Gen.Elements(0, 0, 0, 1, 20, 60)
        from isDown in Gen.Elements(false, false, false, false, true)
        select new Moment(name, order, id, buyer, recipient, culture, pause, isDown);

    [Test]
    public void Any_batching_of_one_sequence_gives_the_same_customers() =>
        Prop.ForAll(
                Days,
                day =>
                {
                    string alone = Tell(day, batchSize: 1);
                    Assert.That(Tell(day, batchSize: 3), Is.EqualTo(alone));
                    Assert.That(Tell(day, batchSize: 512), Is.EqualTo(alone));
                }
            )
            .Check(Settings(30));

    [Test]
    public void Replaying_the_journals_gives_the_stored_customer() =>
        ForEveryDay(
            (host, entries, _) =>
            {
                foreach (CustomerId id in People)
                {
                    CustomerRow? stored = host.Store().FindCustomerAsync(id, default).AsTask().Result;
                    var journal = host.Store().ReadCustomerJournalAsync(id, default).AsTask().Result.Select(CustomerRows.ToEntry).ToList();
                    List<CustomerChange> told =
                    [
                        .. entries
                            .SelectMany(entry => CustomerEffects.Of(entry.Journey, entry.Entry))
                            .Where(effect => effect.Customer == id)
                            .Select(effect => effect.Change),
                    ];
                    Assert.That(stored is null, Is.EqualTo(journal.Count == 0 && told.Count == 0), $"{id}: {stored}");
                    if (stored is not null)
                    {
                        Assert.That(CustomerRows.ToRow(CustomerFold.Replay(id, journal, told)), Is.EqualTo(stored));
                    }
                }
            }
        );

    [Test]
    public void A_contact_is_each_attempt_that_was_sent_or_may_have_been() =>
        ForEveryDay(
            (host, _, answers) =>
            {
                foreach (CustomerId id in People)
                {
                    CustomerRow? stored = host.Store().FindCustomerAsync(id, default).AsTask().Result;
                    ContactHistory contacts = stored is null ? ContactHistory.None : CustomerRows.ToSnapshot(stored).Contacts;

                    // What the channel has accepted or can't say, by its own record.
                    var accepted = host
                        .Channel.Attempts.Zip(answers.Concat(Enumerable.Repeat(SendOutcome.Sent, host.Channel.Attempts.Count)))
                        .Where(attempt => attempt.Second is SendOutcome.Sent or SendOutcome.Uncertain)
                        .Where(attempt => attempt.First.Customer == id)
                        .GroupBy(attempt => (attempt.First.Category, attempt.First.Channel))
                        .ToDictionary(same => same.Key, same => (long)same.Count());
                    Assert.That(
                        contacts.Counts.ToDictionary(count => (count.Category, count.Channel), count => count.Total),
                        Is.EquivalentTo(accepted),
                        id.Value
                    );
                }
            }
        );

    private static void ForEveryDay(
        Action<TouchpointsTestHost, IReadOnlyList<(JourneyId Journey, JournalEntry Entry)>, IReadOnlyList<SendOutcome>> law
    ) =>
        Prop.ForAll(
                Days,
                day =>
                {
                    TouchpointsTestHost host = LiveAsync(day, batchSize: 512).Result;
                    law(
                        host,
                        [.. Orders.SelectMany(order => host.JournalOfAsync(order).Result.Select(entry => (order, entry)))],
                        day.Answers
                    );
                    host.DisposeAsync().AsTask().Wait();
                }
            )
            .Check(Settings(80));

    /// <summary>Everything that is stored of the customers after a day.</summary>
    private static string Tell(Day day, int batchSize)
    {
        TouchpointsTestHost host = LiveAsync(day, batchSize).Result;
        string told = string.Join(
            '\n',
            People.SelectMany(id =>
                host.Store()
                    .ReadCustomerJournalAsync(id, default)
                    .AsTask()
                    .Result.Cast<object?>()
                    .Append(host.Store().FindCustomerAsync(id, default).AsTask().Result)
            )
        );
        host.DisposeAsync().AsTask().Wait();
        return told;
    }

    private static async Task<TouchpointsTestHost> LiveAsync(Day day, int batchSize)
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
            touchpoints.Configure(options => options.BatchSize = batchSize)
        );
        host.Channel.AnswerWith([.. day.Answers.Select(ResultOf)]);
        var together = new List<IncomingEvent>();
        foreach (Moment moment in day.Moments)
        {
            if (moment.PauseHours > 0)
            {
                await host.RaiseTogetherAsync([.. together]);
                together.Clear();
                await host.AdvanceAsync(TimeSpan.FromHours(moment.PauseHours));
            }

            Describe(host.Directory, moment);
            together.Add(FactOf(moment));
        }

        await host.RaiseTogetherAsync([.. together]);
        host.Directory.IsDown = false;
        await host.AdvanceAsync(TimeSpan.FromDays(5));
        return host;
    }

    private static void Describe(StubDirectory directory, Moment moment)
    {
        directory.IsDown = moment.IsDown;
        if (moment.Culture is { } culture)
        {
            directory.Describe(
                new Customer
                {
                    Id = "ana",
                    Culture = culture,
                    Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@example.org", [Channel.Sms] = "+390000" },
                }
            );
        }
    }

    private static IncomingEvent FactOf(Moment moment)
    {
        var parties = new Dictionary<string, CustomerId>();
        if (moment.Buyer is { } buyer)
        {
            parties["buyer"] = buyer;
        }

        if (moment.Recipient is { } recipient)
        {
            parties["recipient"] = recipient;
        }

        string data = moment.Name == "fraud.cleared" ? """{"thorough":true}""" : "{}";
        return OrderLifecycle.Fact(moment.Name, $"{moment.Name}-{moment.Id}", moment.Order.ToString(), data: data) with
        {
            Parties = parties,
        };
    }

    private static SendResult ResultOf(SendOutcome outcome) =>
        outcome switch
        {
            SendOutcome.TemporaryFailure => SendResult.TemporaryFailure("busy"),
            SendOutcome.PermanentFailure => SendResult.PermanentFailure("no such mailbox"),
            SendOutcome.Uncertain => SendResult.Uncertain("cut"),
            SendOutcome.ChannelDown => SendResult.ChannelDown("refused"),
            _ => SendResult.Sent(),
        };

    private static Config Settings(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(25).WithReplay(20261129, 7);

    private sealed record Moment(
        string Name,
        JourneyId Order,
        int Id,
        string? Buyer,
        string? Recipient,
        string? Culture,
        int PauseHours,
        bool IsDown
    );

    private sealed record Day(Moment[] Moments, SendOutcome[] Answers);
}
