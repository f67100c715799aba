using System.Text.RegularExpressions;
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
using static CustomerTouchpoints.Digesting.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>Whatever becomes of a customer's parcels, and whatever senders answer.</summary>
public sealed partial class DigestLaws
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static Gen<Moment> Moments =>
        from name in Gen.Frequency(
            (4, Gen.Constant("packed")),
            (2, Gen.Constant("shipped")),
            (4, Gen.Elements("note", "scanned")),
            (1, Gen.Constant("last")),
            (1, Gen.Constant("delivered"))
        )
        from parcel in Gen.Choose(1, 4)
        from minutes in Gen.Elements(0, 0, 0, 7, 59, 60, 61, 300, 1500)
        select new Moment(name, parcel, minutes);

    private static Arbitrary<Moment[]> Weeks => Gen.NonEmptyListOf(Moments).Select(moments => moments.Take(40).ToArray()).ToArbitrary();

    private static Arbitrary<(Moment[] Moments, SendOutcome[] Answers)> RoughWeeks =>
        (
            from moments in Gen.NonEmptyListOf(Moments)
            from answers in Gen.ListOf(
                Gen.Frequency(
                    (3, Gen.Constant(SendOutcome.Sent)),
                    (2, Gen.Elements(SendOutcome.TemporaryFailure, SendOutcome.ChannelDown)),
                    (2, Gen.Elements(SendOutcome.Uncertain, SendOutcome.PermanentFailure))
                )
            )
            select (moments.Take(40).ToArray(), answers.ToArray())
        ).ToArbitrary();

    [Test]
    public void What_leaves_and_when_is_what_a_naive_list_would_tell() =>
        Prop.ForAll(
                Weeks,
                week =>
                {
                    var oracle = new NaiveDigests(Begin);
                    using Told told = Told.LiveAsync(week, [], 512, oracle).Result;
                    oracle.PassUntil(Begin + TimeSpan.FromDays(60));
                    Assert.That(told.Lines(), Is.EqualTo(oracle.Told), string.Join(", ", week.Select(moment => $"{moment}")));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(120));

    [Test]
    public void No_item_is_lost_and_none_leaves_in_two_messages() =>
        Prop.ForAll(
                RoughWeeks,
                week =>
                {
                    using Told told = Told.LiveAsync(week.Moments, week.Answers, 512, null).Result;
                    Dictionary<string, TouchpointView> all = told.AllAsync().Result.ToDictionary(view => view.Id.ToString());
                    Assert.That(
                        all.Values.Where(view =>
                            view.Status is TouchpointStatus.Planned or TouchpointStatus.Held or TouchpointStatus.Sending
                        ),
                        Is.Empty
                    );
                    foreach (TouchpointView taken in all.Values.Where(view => view.Reason.Code == "taken-by-digest"))
                    {
                        Assert.That(all.Keys, Contains.Item(taken.Reason.Values.First().Value));
                    }

                    // One id has one content once it may have arrived, and what it may have told no other tells.
                    var toldBy = new Dictionary<string, string>();
                    foreach (IGrouping<string, OutgoingMessage> message in told.MayHaveArrived().GroupBy(one => one.MessageId))
                    {
                        Assert.That(message.Select(one => one.Content.Text).Distinct(), Has.Exactly(1).Items);
                        foreach (Match item in Item().Matches(message.First().Content.Text))
                        {
                            Assert.That(toldBy.TryAdd(item.Value, message.Key), $"{item.Value} was told twice\n{told}");
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(120));

    [Test]
    public void Any_batching_gives_the_same_and_replaying_the_journals_gives_what_is_stored() =>
        Prop.ForAll(
                RoughWeeks,
                week =>
                {
                    using Told one = Told.LiveAsync(week.Moments, week.Answers, 1, null).Result;
                    using Told many = Told.LiveAsync(week.Moments, week.Answers, 512, null).Result;
                    Assert.That(many.ToString(), Is.EqualTo(one.ToString()));
                    Assert.That(many.Customer(), Is.EqualTo(one.Customer()));
                    Assert.That(one.Replayed(), Is.EqualTo(one.Customer()));
                    Assert.That(many.Replayed(), Is.EqualTo(many.Customer()));
                    many.ShouldReplayAsync().Wait();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [GeneratedRegex(@"parcel-\S+ of \d+ at \S+")]
    private static partial Regex Item();

    public sealed record Moment(string Name, int Parcel, int Minutes);

    /// <summary>What senders were given and what they answered.</summary>
    private sealed class Told(SendOutcome[] answers) : IChannelSender, IDisposable
    {
        private readonly List<(DateTimeOffset At, OutgoingMessage Message, SendOutcome Outcome)> attempts = [];
        private TouchpointsTestHost host = null!;

        public static async Task<Told> LiveAsync(Moment[] moments, SendOutcome[] answers, int batchSize, NaiveDigests? oracle)
        {
            var told = new Told(answers);
            told.host = await StartAsync(
                options => options.BatchSize = batchSize,
                touchpoints => touchpoints.AddTemplates(Templates.Folder).AddChannel(Channel.Email, _ => told)
            );
            int number = 0;
            DateTimeOffset now = Begin;
            for (int parcel = 1; parcel <= 4; parcel++)
            {
                now += TimeSpan.FromSeconds(1);
                await told.host.AdvanceToAsync(now);
                await told.host.RaiseAsync(Fact("packed", parcel, data: """{"still":true}"""));
                oracle?.Take("packed", parcel, now);
            }

            foreach (Moment moment in moments)
            {
                // A second each, so that nothing falls together but by meaning to.
                now += TimeSpan.FromMinutes(moment.Minutes) + TimeSpan.FromSeconds(1);
                await told.host.AdvanceToAsync(now);
                string name = moment.Name == "last" ? "scanned" : moment.Name;
                number++;
                string data = moment.Name == "last" ? $$"""{"n":{{number}},"last":true}""" : $$"""{"n":{{number}}}""";
                await told.host.RaiseAsync(Fact(name, moment.Parcel, $"{number}", data: data));
                oracle?.Take(moment.Name, moment.Parcel, now);
            }

            await told.host.AdvanceToAsync(now + TimeSpan.FromDays(10));
            return told;
        }

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            SendOutcome outcome = attempts.Count < answers.Length ? answers[attempts.Count] : SendOutcome.Sent;
            attempts.Add((host.Time.GetUtcNow(), message, outcome));
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

        public IEnumerable<OutgoingMessage> MayHaveArrived() =>
            attempts.Where(attempt => attempt.Outcome is SendOutcome.Sent or SendOutcome.Uncertain).Select(attempt => attempt.Message);

        /// <summary>When what left, without the instants of the items.</summary>
        public string[] Lines() => [.. attempts.Select(attempt => $"{attempt.At:u} {Told.Plain(attempt.Message.Content.Text)}")];

        public Task<TouchpointView[]> AllAsync() =>
            host.Touchpoints.TouchpointsAsync(new TouchpointQuery { Customer = "ana" }).ToArrayAsync().AsTask();

        public CustomerRow? Customer() => host.Store().FindCustomerAsync("ana", default).AsTask().Result;

        public CustomerRow Replayed() =>
            CustomerRows.ToRow(
                CustomerFold.Replay(
                    "ana",
                    host.Store().ReadCustomerJournalAsync("ana", default).AsTask().Result.Select(CustomerRows.ToEntry),
                    Enumerable
                        .Range(1, 4)
                        .Select(i => new JourneyId("parcel", $"{i}"))
                        .SelectMany(id => host.JournalOfAsync(id).Result.SelectMany(entry => CustomerEffects.Of(id, entry)))
                        .Select(effect => effect.Change)
                )
            );

        public async Task ShouldReplayAsync()
        {
            JourneyId[] parcels = [.. Enumerable.Range(1, 4).Select(i => new JourneyId("parcel", $"{i}"))];
            foreach (JourneyRow row in await host.Store().ReadJourneysAsync(parcels, default))
            {
                IReadOnlyList<JournalEntry> entries = await host.JournalOfAsync(row.Id);
                Assert.That(JourneyRows.ToRow(JourneyRows.Replay(row.Id, row.Version, entries)), Is.EqualTo(row));
            }
        }

        public override string ToString() =>
            string.Join(
                "\n",
                attempts.Select(attempt => $"{attempt.At:u} {attempt.Message.Touchpoint} {attempt.Outcome} {attempt.Message.Content.Text}")
            );

        public void Dispose() => host.DisposeAsync().AsTask().Wait();

        private static string Plain(string text) =>
            string.Join(", ", Item().Matches(text).Select(item => item.Value[..item.Value.IndexOf(" at ", StringComparison.Ordinal)]));
    }
}
