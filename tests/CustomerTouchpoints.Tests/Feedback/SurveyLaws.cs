using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Surveying;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Feedback;

/// <summary>
/// Whatever happens to the purchases and complaints of a customer, however it is cut into batches, and whatever the senders say.
/// </summary>
public sealed class SurveyLaws
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromDays(10);

    private static readonly JourneyId[] Purchases = ["purchase/1", "purchase/2", "purchase/3"];

    private static readonly JourneyId Wrong = "complaint/1";

    private static Arbitrary<Season> Seasons =>
        (
            from moments in Gen.NonEmptyListOf(Moments)
            from answers in Gen.ListOf(Gen.Frequency((4, Gen.Constant(SendOutcome.Sent)), (3, Gen.Elements(Enum.GetValues<SendOutcome>()))))
            select new Season([.. moments], [.. answers])
        ).ToArbitrary();

    private static Gen<Moment> Moments =>
        from purchase in Gen.Elements(Purchases)
        from name in Gen.Elements("placed", "arrived", "returned", "lost", "arrived", "complained", "settled", "again")
        from hours in Gen.Elements(0, 0, 0, 1, 24, 80, 200)
        select new Moment(name is "complained" or "settled" or "again" ? Wrong : purchase, name, hours);

    [Test]
    public void A_customer_is_asked_at_most_once_in_a_cooldown_and_never_while_a_complaint_is_open() =>
        Prop.ForAll(
                Seasons,
                season =>
                {
                    List<(DateTimeOffset At, SendOutcome Outcome, bool IsComplaining)> asked = season.LiveAsync(512).Result;
                    for (int i = 0; i < asked.Count; i++)
                    {
                        Assert.That(asked[i].IsComplaining, Is.False, season.ToString());
                        Assert.That(
                            asked
                                .Take(i)
                                .Where(before => before.Outcome is SendOutcome.Sent or SendOutcome.Uncertain)
                                .All(before => before.At <= asked[i].At - Cooldown),
                            $"asked at {string.Join(", ", asked.Select(one => $"{one.At:u} {one.Outcome}"))}: {season}"
                        );
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Test]
    public void Any_batching_gives_the_same_customer_and_replaying_the_journals_gives_what_is_stored() =>
        Prop.ForAll(
                Seasons,
                season =>
                {
                    CustomerRow one = season.StoredAsync(1).Result;
                    Assert.That(season.StoredAsync(512).Result, Is.EqualTo(one));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private sealed record Moment(JourneyId Journey, string Name, int HoursBefore);

    private sealed record Season(Moment[] Moments, SendOutcome[] Answers)
    {
        public override string ToString() =>
            string.Join(", ", Moments.Select(moment => $"{moment.Journey} {moment.Name} after {moment.HoursBefore} h"))
            + $"; {string.Join(", ", Answers)}";

        public async Task<List<(DateTimeOffset, SendOutcome, bool)>> LiveAsync(int batchSize)
        {
            var sender = new Sender(Answers);
            await using SurveyHost host = await OpenAsync(sender, batchSize);
            await TellAsync(host);
            return sender.Asked;
        }

        public async Task<CustomerRow> StoredAsync(int batchSize)
        {
            await using SurveyHost host = await OpenAsync(new Sender(Answers), batchSize);
            await TellAsync(host);
            CustomerRow stored = (await host.Host.Store().FindCustomerAsync("ana", default))!;
            IEnumerable<CustomerEntry> own = (await host.Host.Store().ReadCustomerJournalAsync("ana", default)).Select(
                CustomerRows.ToEntry
            );
            CustomerChange[] told =
            [
                .. Purchases
                    .Append(Wrong)
                    .SelectMany(id => host.Host.JournalOfAsync(id).Result.SelectMany(entry => CustomerEffects.Of(id, entry)))
                    .Select(effect => effect.Change),
            ];
            Assert.That(CustomerRows.ToRow(CustomerFold.Replay("ana", own, told)), Is.EqualTo(stored));
            return stored;
        }

        private static async Task<SurveyHost> OpenAsync(Sender sender, int batchSize)
        {
            SurveyHost host = await SurveyHost.StartAsync(touchpoints =>
                touchpoints
                    .AddChannel(Channel.Email, _ => sender)
                    .Configure(options => (options.SurveyCooldown, options.BatchSize) = (Cooldown, batchSize))
            );
            sender.Host = host;
            return host;
        }

        private async Task TellAsync(SurveyHost host)
        {
            await host.Host.RaiseTogetherAsync([
                .. Purchases.Select(id => new IncomingEvent
                {
                    Journey = id,
                    Name = "placed",
                    Id = "first",
                    Customer = "ana",
                }),
            ]);
            foreach (Moment moment in Moments)
            {
                await host.Host.AdvanceAsync(TimeSpan.FromHours(moment.HoursBefore));
                await host.TellAsync(moment.Journey, moment.Name);
            }

            await host.Host.AdvanceAsync(TimeSpan.FromDays(25));
        }
    }

    private sealed class Sender(SendOutcome[] answers) : IChannelSender
    {
        private int sent;

        public SurveyHost Host { get; set; } = null!;

        public List<(DateTimeOffset At, SendOutcome Outcome, bool IsComplaining)> Asked { get; } = [];

        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            SendOutcome outcome = sent < answers.Length ? answers[sent++] : SendOutcome.Sent;
            if (message.Topic == "feedback")
            {
                bool isComplaining =
                    await Host.Host.Touchpoints.GetJourneyAsync(Wrong, cancellationToken) is { Standing: JourneyStanding.Open };
                Asked.Add((Host.Host.Time.GetUtcNow(), outcome, isComplaining));
            }

            return outcome switch
            {
                SendOutcome.Sent => SendResult.Sent(),
                SendOutcome.TemporaryFailure => SendResult.TemporaryFailure("later"),
                SendOutcome.PermanentFailure => SendResult.PermanentFailure("never"),
                SendOutcome.ChannelDown => SendResult.ChannelDown("down"),
                _ => SendResult.Uncertain("cut"),
            };
        }
    }
}
