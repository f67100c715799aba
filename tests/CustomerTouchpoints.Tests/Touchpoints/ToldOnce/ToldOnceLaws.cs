using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Touchpoints;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Touchpoints.ToldOnce;

/// <summary>
/// Whatever senders answer, whoever plays the roles, and whoever turns out to be whom: no event tells one customer twice, nobody is left
/// out because another message was to tell them, and it is the same however the facts were cut into batches.
/// </summary>
public sealed class ToldOnceLaws
{
    private static readonly string[] Names = ["shipped", "alarm", "news", "repacked", "back", "delivered"];

    /// <summary>The rules that tell a fact by the channels of which one customer hears once.</summary>
    private static readonly string[] Once =
    [
        "gift-shipped",
        "gift-comes",
        "gift-ordered",
        "gift-ordered-again",
        "alarm",
        "alarm-text",
        "news",
        "news-for-some",
        "news-first",
        "repacked",
        "repacked-too",
    ];

    private static readonly SendResult[] Answers =
    [
        SendResult.Sent(),
        SendResult.Sent(),
        SendResult.PermanentFailure("no such address"),
        SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(1)),
        SendResult.TemporaryFailure("busy", TimeSpan.FromMinutes(40)),
        SendResult.ChannelDown("down", TimeSpan.FromMinutes(7)),
        SendResult.Uncertain("cut"),
    ];

    private static Arbitrary<Life> Lives =>
        (
            from recipient in Gen.Elements("ana", "ana", "ben", null)
            from merges in Gen.Choose(0, 8)
            from answers in Gen.ArrayOf(Gen.Elements(Answers))
            from steps in Gen.NonEmptyListOf(
                from name in Gen.Elements(Names)
                from minutes in Gen.Elements(0, 0, 0, 1, 16, 50)
                select new Step(name, minutes)
            )
            select new Life(recipient, merges, answers, [.. steps.Take(12)])
        ).ToArbitrary();

    [Test]
    public void No_event_tells_one_customer_twice_and_nobody_is_left_out_for_another_message() =>
        Prop.ForAll(Lives, life => Tell(life, 512).GetAwaiter().GetResult() == Tell(life, 1).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static async Task<string> Tell(Life life, int batchSize)
    {
        await using TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<GiftLifecycle>(touchpoints =>
            touchpoints.Configure(options => options.BatchSize = batchSize)
        );
        host.Channel.AnswerWith([.. life.Answers]);
        var together = new List<IncomingEvent> { GiftLifecycle.Fact("ordered", "0", recipient: life.Recipient) };
        for (int i = 0; i < life.Steps.Length; i++)
        {
            if (life.Steps[i].Minutes > 0)
            {
                await host.RaiseTogetherAsync([.. together]);
                together.Clear();
                await host.AdvanceAsync(TimeSpan.FromMinutes(life.Steps[i].Minutes));
            }

            if (i == life.Merges)
            {
                await host.RaiseTogetherAsync([.. together]);
                together.Clear();
                ICustomerIdentity identity = host.Services.GetRequiredService<ICustomerIdentity>();
                if (life.Recipient is null)
                {
                    await host.CompleteAsync(identity.IdentifyAsync("gift/1", "recipient", "ana"));
                }
                else if (life.Recipient == "ben")
                {
                    await host.CompleteAsync(identity.MergeCustomersAsync("ben", "ana", "the desk"));
                }

                await host.AdvanceAsync(TimeSpan.FromMinutes(1));
            }

            together.Add(GiftLifecycle.Fact(life.Steps[i].Name, $"{i + 1}", buyer: null));
        }

        await host.RaiseTogetherAsync([.. together]);
        await host.AdvanceAsync(TimeSpan.FromDays(9));
        await Check(host);
        return string.Join(
            "\n",
            host.Channel.Attempts.Select(attempt => $"{attempt.At:u} {attempt.Touchpoint} {attempt.Channel} {attempt.Address}")
        );
    }

    private static async Task Check(TouchpointsTestHost host)
    {
        IReadOnlyList<JournalEntry> journal = await host.JournalOfAsync("gift/1");
        Dictionary<long, OpenTouchpoint> planned = journal
            .SelectMany(entry => entry.Changes)
            .OfType<TouchpointPlanned>()
            .ToDictionary(change => change.Touchpoint.Order, change => change.Touchpoint);
        TouchpointView[] views = await host.Touchpoints.TouchpointsAsync(new TouchpointQuery()).ToArrayAsync();
        var statuses = views.ToDictionary(view => view.Id);

        // What left, by the entry that planned it and by the customer who was told then, without what AlsoBy and AsWell say.
        foreach (
            var told in planned
                .Values.Where(one => Once.Contains(one.Rule) && one.Standby is null && !IsFurther(one))
                .Select(one => (one.PlannedBy, View: statuses[one.IdIn("gift/1")]))
                .Where(one => one.View.Status is TouchpointStatus.Sent or TouchpointStatus.Unknown)
                .GroupBy(one => (one.PlannedBy, host.Channel.Attempts.Last(attempt => attempt.Touchpoint == one.View.Id).Customer))
        )
        {
            Assert.That(told.Select(one => one.View.Id.Rule).Distinct(), Has.Exactly(1).Items, $"entry {told.Key.PlannedBy}");
        }

        foreach (TouchpointView skipped in views.Where(view => view.Reason.Code == "told-already"))
        {
            TouchpointView teller = statuses[TouchpointId.Parse(skipped.Reason.Values["touchpoint"]!)];
            Assert.That(
                new[] { TouchpointStatus.Sent, TouchpointStatus.Unknown, TouchpointStatus.InReview, TouchpointStatus.Merged },
                Does.Contain(teller.Status),
                $"{skipped.Id} was told by {teller.Id}"
            );
        }

        Assert.That(
            views.Where(view => view.Status is TouchpointStatus.Planned or TouchpointStatus.Held && view.Reason.Code != "nobody-in-role"),
            Is.Empty
        );
        JourneyRow stored = (await host.Store().ReadJourneysAsync(["gift/1"], default)).Single();
        Assert.That(JourneyRows.ToRow(JourneyRows.Replay("gift/1", 1, journal)).Memory, Is.EqualTo(stored.Memory));
    }

    private static bool IsFurther(OpenTouchpoint one) => one.Rule is "gift-shipped" or "gift-comes" && one.Route == Channel.Sms;

    private sealed record Life(string? Recipient, int Merges, SendResult[] Answers, Step[] Steps)
    {
        public override string ToString() =>
            $"{Recipient ?? "nobody"}, {Merges}: {string.Join(", ", Answers.Select(answer => answer.Outcome))}: "
            + string.Join(", ", Steps.Select(step => step.ToString()));
    }

    private sealed record Step(string Name, int Minutes);
}
