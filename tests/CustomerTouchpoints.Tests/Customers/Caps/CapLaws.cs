using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Tests.Customers.Caps.CampaignLifecycle;

namespace CustomerTouchpoints.Tests.Customers.Caps;

/// <summary>
/// Whatever comes up in three campaigns, whatever the senders answer and whatever the caps are: beside an oracle that counts what senders
/// were given.
/// </summary>
public sealed class CapLaws
{
    private static Arbitrary<Season> Seasons =>
        (
            from caps in Gen.NonEmptyListOf(Caps)
            from moments in Gen.NonEmptyListOf(Moments)
            from mayRetry in Gen.Elements(true, false)
            from answers in Gen.ListOf(
                Gen.Frequency(
                    (6, Gen.Constant(SendOutcome.Sent)),
                    (1, Gen.Elements(SendOutcome.PermanentFailure, SendOutcome.Uncertain)),
                    (mayRetry ? 1 : 0, Gen.Elements(SendOutcome.TemporaryFailure, SendOutcome.ChannelDown))
                )
            )
            select new Season([.. caps.Take(3)], [.. moments], [.. answers])
        ).ToArbitrary();

    private static Gen<Cap> Caps =>
        from most in Gen.Choose(1, 4)
        from hours in Gen.Elements(1, 5, 24, 60)
        from category in Gen.Elements<Category?>(null, null, Category.Promotional)
        from channel in Gen.Elements(null, null, "sms", "email")
        select new Cap
        {
            AtMost = most,
            Within = TimeSpan.FromHours(hours),
            Category = category,
            Channel = channel,
        };

    private static Gen<Moment> Moments =>
        from name in Gen.Frequency((6, Gen.Elements("offer", "deal")), (3, Gen.Constant("fact")), (1, Gen.Constant("ended")))
        from campaign in Gen.Choose(1, 3)
        from minutes in Gen.Elements(0, 0, 0, 7, 60, 300, 1500)
        select new Moment(name, campaign, minutes);

    [Test]
    public void No_cap_is_ever_exceeded_and_what_waits_has_no_room() =>
        Prop.ForAll(
                Seasons,
                season =>
                {
                    using Told told = season.LiveAsync(512).Result;
                    for (int i = 0; i < told.Attempts.Count; i++)
                    {
                        (DateTimeOffset at, OutgoingMessage message, _) = told.Attempts[i];
                        foreach (
                            Cap cap in season.Caps.Where(cap => message.Category == Category.Promotional && Binds(cap, message.Channel))
                        )
                        {
                            Assert.That(
                                Counted(told.Attempts.Take(i), cap, at),
                                Is.LessThan(cap.AtMost),
                                $"{message.Touchpoint} at {at:u}: {season}\n{told}"
                            );
                        }
                    }

                    // What is tried again holds up the others of its lane.
                    bool retries = season.Answers.Any(answer => answer is SendOutcome.TemporaryFailure or SendOutcome.ChannelDown);
                    foreach ((DateTimeOffset at, TouchpointView held, int attempts) in told.Held.Where(_ => !retries))
                    {
                        // Room that an attempt has given back is seen within half a minute.
                        bool isFresh = told.Attempts.Take(attempts).Any(attempt => attempt.At > at - TimeSpan.FromSeconds(31));
                        Assert.That(
                            isFresh
                                || season.Caps.Any(cap =>
                                    Binds(cap, held.Channel) && Counted(told.Attempts.Take(attempts), cap, at) >= cap.AtMost
                                ),
                            $"{held.Id} waits at {at:u}, and there is room for it: {season}\n{told}"
                        );
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Test]
    public void Any_batching_gives_the_same_and_replaying_the_journals_gives_what_is_stored() =>
        Prop.ForAll(
                Seasons,
                season =>
                {
                    using Told one = season.LiveAsync(1).Result;
                    using Told many = season.LiveAsync(512).Result;
                    CustomerRow stored = one.Stored();
                    Assert.That(many.Stored(), Is.EqualTo(stored));
                    Assert.That(one.Replayed(), Is.EqualTo(stored));
                    Assert.That(
                        many.Attempts.Select(attempt => (attempt.At, attempt.Message.Touchpoint)),
                        Is.EqualTo(one.Attempts.Select(attempt => (attempt.At, attempt.Message.Touchpoint)))
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static bool Binds(Cap cap, Channel channel) => cap.Channel is null || cap.Channel == channel.Name;

    /// <summary>
    /// What counts under a cap. A fact that is on its way when a promotion leaves is as one that comes after it: only what was told counts.
    /// </summary>
    private static int Counted(
        IEnumerable<(DateTimeOffset At, OutgoingMessage Message, SendOutcome Outcome)> attempts,
        Cap cap,
        DateTimeOffset now
    ) =>
        attempts.Count(attempt =>
            attempt.Outcome is SendOutcome.Sent or SendOutcome.Uncertain
            && attempt.At > now - cap.Within
            && (attempt.Message.Category == Category.Promotional || attempt.At < now)
            && Binds(cap, attempt.Message.Channel)
            && (cap.Category ?? attempt.Message.Category) == attempt.Message.Category
        );

    private sealed record Moment(string Name, int Campaign, int MinutesBefore);

    private sealed record Season(Cap[] Caps, Moment[] Moments, SendOutcome[] Answers)
    {
        public override string ToString() =>
            string.Join("; ", Caps.Select(cap => $"{cap.AtMost} {cap.Category} {cap.Channel} in {cap.Within}"))
            + $"\n{string.Join(", ", Moments.Select(moment => $"{moment.Name} {moment.Campaign} after {moment.MinutesBefore}"))}";

        public async Task<Told> LiveAsync(int batchSize)
        {
            var told = new Told(Answers);
            told.Host = await TouchpointsTestHost.StartAsync<CampaignLifecycle>(touchpoints =>
            {
                touchpoints.Configure(options =>
                {
                    options.BatchSize = batchSize;
                    Array.ForEach(Caps, options.Caps.Add);
                });
                foreach (Channel channel in (Channel[])[Channel.Email, Channel.Sms])
                {
                    touchpoints.AddChannel(channel, _ => told);
                }
            });
            TouchpointsTestHost host = told.Host;
            host.Directory.Describe(
                new Customer
                {
                    Id = "ana",
                    WantsPromotions = true,
                    Addresses = new Dictionary<Channel, string> { [Channel.Email] = "ana@shop.example", [Channel.Sms] = "+390612345" },
                }
            );
            await host.RaiseTogetherAsync([.. Enumerable.Range(1, 3).Select(i => Fact("begun", "begun", i))]);
            int id = 0;
            foreach (Moment moment in Moments)
            {
                await host.AdvanceAsync(TimeSpan.FromMinutes(moment.MinutesBefore));
                await host.RaiseAsync(Fact(moment.Name, $"{id++}", moment.Campaign));
                await host.AdvanceAsync(TimeSpan.FromSeconds(31));
                await told.NoteAsync();
            }

            await host.AdvanceAsync(TimeSpan.FromDays(6));
            return told;
        }
    }

    /// <summary>What senders were given and what they answered; what waited, and when.</summary>
    private sealed class Told(SendOutcome[] answers) : IChannelSender, IDisposable
    {
        public TouchpointsTestHost Host { get; set; } = null!;

        public List<(DateTimeOffset At, OutgoingMessage Message, SendOutcome Outcome)> Attempts { get; } = [];

        public List<(DateTimeOffset At, TouchpointView Touchpoint, int Attempts)> Held { get; } = [];

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            SendOutcome outcome = Attempts.Count < answers.Length ? answers[Attempts.Count] : SendOutcome.Sent;
            Attempts.Add((Host.Time.GetUtcNow(), message, outcome));
            return Task.FromResult(
                outcome switch
                {
                    SendOutcome.Sent => SendResult.Sent(),
                    SendOutcome.TemporaryFailure => SendResult.TemporaryFailure("later"),
                    SendOutcome.PermanentFailure => SendResult.PermanentFailure("never"),
                    SendOutcome.ChannelDown => SendResult.ChannelDown("down"),
                    _ => SendResult.Uncertain("cut"),
                }
            );
        }

        public async Task NoteAsync()
        {
            await foreach (TouchpointView touchpoint in Host.Touchpoints.TouchpointsAsync(new TouchpointQuery()))
            {
                if (touchpoint.Status == TouchpointStatus.Held && touchpoint.Reason.Code == "cap-reached")
                {
                    Held.Add((Host.Time.GetUtcNow(), touchpoint, Attempts.Count));
                }
            }
        }

        public override string ToString() =>
            string.Join("\n", Attempts.Select(attempt => $"{attempt.At:u} {attempt.Message.Touchpoint} {attempt.Outcome}"));

        public CustomerRow Stored() => Host.Store().FindCustomerAsync("ana", default).AsTask().Result!;

        public CustomerRow Replayed() =>
            CustomerRows.ToRow(
                CustomerFold.Replay(
                    "ana",
                    Host.Store().ReadCustomerJournalAsync("ana", default).AsTask().Result.Select(CustomerRows.ToEntry),
                    Enumerable
                        .Range(1, 3)
                        .Select(i => new JourneyId("campaign", $"{i}"))
                        .SelectMany(id => Host.JournalOfAsync(id).Result.SelectMany(entry => CustomerEffects.Of(id, entry)))
                        .Select(effect => effect.Change)
                )
            );

        public void Dispose() => Host.DisposeAsync().AsTask().Wait();
    }
}
