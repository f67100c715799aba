using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Tests.Responses.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Responses.Promises;

/// <summary>Deadlines that customers were told, and what became of them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PromiseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("touchpoints-promises");

    public void Dispose() => folder.Delete(recursive: true);

    [Test]
    public async Task A_deadline_that_a_message_tells_is_the_clocks_and_becomes_a_promise()
    {
        await using DeskWalk desk = await OfAsync<Promising>("mon 9:00 asked");
        Assert.That(await SayAsync(desk), Is.EqualTo("first-answer open by 9:10"));
        Assert.That(TextOf(desk.Host.Channel.Sent.First()), Is.EqualTo("We answer by 2026-01-05T09:10:00Z"));
        Assert.That(await desk.DueAsync("first-answer"), Is.EqualTo("mon 9:10"));
    }

    [TestCase("mon 9:00 asked; 9:08 said", "first-answer kept by 9:10 at 9:08")]
    [TestCase(
        "mon 9:00 asked; 9:12 said at=9:10",
        "first-answer kept by 9:10 at 9:10; first-answer kept by 9:20 at 9:10",
        Description = "at the very deadline, and reported after it"
    )]
    [TestCase(
        "mon 9:00 asked; 9:08 said by=bot; 9:09 said by=automatic; 9:12",
        "first-answer broken by 9:10; first-answer open by 9:20",
        Description = "and the apology has an honest deadline"
    )]
    [TestCase("mon 9:00 asked; 9:12 said", "first-answer broken by 9:10 at 9:12; first-answer kept by 9:20 at 9:12")]
    [TestCase(
        "mon 9:00 asked; 9:12 said at=9:09",
        "first-answer kept by 9:10 at 9:09; first-answer kept by 9:20 at 9:09",
        Description = "kept, and reported after the deadline"
    )]
    [TestCase(
        "mon 9:00 asked; 9:12 said; 9:20 said at=9:08",
        "first-answer kept by 9:10 at 9:08; first-answer kept by 9:20 at 9:08",
        Description = "an earlier answer, reported after one that came too late"
    )]
    [TestCase("mon 9:00 asked; 9:05 solved", "first-answer released by 9:10 at 9:05", Description = "nobody waits for it any more")]
    [TestCase(
        "mon 9:00 asked; 9:05 solved; 10:00 reopened; 10:20",
        "first-answer released by 9:10 at 9:05",
        Description = "what was released binds nobody again"
    )]
    public async Task Facts_keep_it_or_break_it(string story, string said)
    {
        await using DeskWalk desk = await OfAsync<Promising>(story);
        Assert.That(await SayAsync(desk), Is.EqualTo(said));
    }

    [Test]
    public async Task Moving_the_clock_does_not_move_it()
    {
        await using DeskWalk desk = await OfAsync<Promising>("mon 9:00 asked; 9:02 prioritised priority=low; 9:03");
        Assert.That(await desk.DueAsync("first-answer"), Is.EqualTo("mon 13:00"));
        Assert.That(await SayAsync(desk), Is.EqualTo("first-answer open by 9:10"));
        await desk.TellAsync("9:11");
        Assert.That(
            (await PromisesAsync(desk))[0].Status,
            Is.EqualTo(PromiseStatus.Broken),
            "The clock has time left, and the customer was promised something else."
        );
    }

    [Test]
    public async Task It_is_fixed_at_the_gate_and_its_retries_tell_the_same()
    {
        await using DeskWalk desk = await StartAsync<Promising>();
        desk.Host.Channel.AnswerWith(SendResult.TemporaryFailure("busy"));
        await desk.TellAsync("mon 9:00 asked; 9:00:05 prioritised priority=low; 9:05");
        Assert.That(TextOf(desk.Host.Channel.Sent.Single()), Is.EqualTo("We answer by 2026-01-05T09:10:00Z"));
        Assert.That(await SayAsync(desk), Is.EqualTo("first-answer open by 9:10"));
    }

    [Test]
    public async Task A_message_that_may_have_arrived_binds_us_as_well()
    {
        await using DeskWalk desk = await StartAsync<Promising>();
        desk.Host.Channel.AnswerWith(SendResult.Uncertain("cut"));
        await desk.TellAsync("mon 9:00 asked");
        Assert.That(await SayAsync(desk), Is.EqualTo("first-answer open by 9:10"));
    }

    [Test]
    public async Task A_message_that_did_not_leave_promises_nothing()
    {
        await using DeskWalk desk = await StartAsync<Promising>();
        desk.Host.Channel.AnswerWith(SendResult.PermanentFailure("no such mailbox"));
        await desk.TellAsync("mon 9:00 asked");
        Assert.That(await SayAsync(desk), Is.Empty);
    }

    [Test]
    public async Task A_broken_promise_is_apologised_for_once_with_a_new_deadline()
    {
        await using DeskWalk desk = await OfAsync<Promising>("mon 9:00 asked; 10:00");
        Assert.That(
            string.Join("; ", desk.Host.Channel.Sent.Select(TextOf)),
            Is.EqualTo("We answer by 2026-01-05T09:10:00Z; We are sorry: now by 2026-01-05T09:20:00Z")
        );
        Assert.That(await SayAsync(desk), Is.EqualTo("first-answer broken by 9:10; first-answer broken by 9:20"));
    }

    [Test]
    public async Task A_condition_that_throws_costs_its_apology_and_the_promise_is_broken_all_the_same()
    {
        await using DeskWalk desk = await OfAsync<Throwing>("mon 9:00 asked by=2026-01-05T12:00:00Z; 13:00");
        Assert.That(await SayAsync(desk), Is.EqualTo("solution broken by 12:00"));
        Assert.That(desk.Sent, Is.Empty);
    }

    [Test]
    public async Task An_apology_that_the_answer_overtakes_is_not_sent()
    {
        await using DeskWalk desk = await OfAsync<Promising>("mon 9:00 asked; 9:05");
        desk.SleepUntil("9:15");
        await desk.TellAsync("9:15 said; 10:00");
        Assert.That(desk.Sent, Is.EqualTo(Received));
    }

    [Test]
    public async Task The_next_update_is_promised_from_the_message_on()
    {
        await using DeskWalk desk = await OfAsync<Updating>("mon 9:00 asked; 9:30 said; 9:35");
        Assert.That(
            await SayAsync(desk),
            Is.EqualTo(
                "status-update kept by 9:40 at 9:20; status-update kept by 9:40 at 9:30".Replace(
                    "by 9:40 at 9:20",
                    "by 9:20 at 9:20",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [TestCase("mon 9:00 asked by=2026-01-05T12:00:00Z; 11:00 solved; 13:00", "solution kept by 12:00 at 11:00")]
    [TestCase("mon 9:00 asked by=2026-01-05T12:00:00Z; 13:00 solved", "solution broken by 12:00 at 13:00")]
    [TestCase("mon 9:00 asked; 13:00 solved", "", Description = "no deadline was told")]
    public async Task An_event_makes_a_promise_that_a_state_keeps(string story, string said)
    {
        await using DeskWalk desk = await OfAsync<ByEvent>(story);
        Assert.That(await SayAsync(desk), Is.EqualTo(said));
    }

    [Test]
    public async Task Reports_count_them_by_lifecycle_channel_and_representative()
    {
        await using DeskWalk desk = await OfAsync<Promising>("mon 9:00 asked; 9:01 assigned who=ben; 9:30 said");
        IReadOnlyList<PromiseCount> counts = await desk.Host.Touchpoints.PromiseCountsAsync(new PromiseQuery());
        Assert.That(
            string.Join("; ", counts),
            Is.EqualTo(
                "PromiseCount { Lifecycle = question, Name = first-answer, Channel = email, Representative = , Status = Broken, Count = "
                    + "1 }; "
                    + "PromiseCount { Lifecycle = question, Name = first-answer, Channel = email, Representative = ben, Status = "
                    + "Broken, Count = 1 }"
            )
        );
    }

    private static readonly string[] Received = ["received to asker"];

    private static async Task<string> SayAsync(DeskWalk desk) =>
        string.Join(
            "; ",
            (await PromisesAsync(desk)).Select(row =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.Name} {row.Status.ToString().ToLowerInvariant()} by "
                        + $"{row.By:H:mm}{(row.EndedAt is { } at ? $" at {at:H:mm}" : "")}"
                )
            )
        );

    private static async Task<IReadOnlyList<PromiseRow>> PromisesAsync(DeskWalk desk) =>
        await desk.Host.Store().ReadPromisesAsync(new PromiseQuery { Journey = DeskWalk.Id }, null, 100, default);

    private static string TextOf(OutgoingMessage message) => message.Content.Text.Split('\n')[0];

    private async Task<DeskWalk> OfAsync<TDesk>(string story)
        where TDesk : Lifecycle, new()
    {
        DeskWalk walk = await StartAsync<TDesk>();
        await walk.TellAsync(story);
        return walk;
    }

    private Task<DeskWalk> StartAsync<TDesk>()
        where TDesk : Lifecycle, new()
    {
        Write("received", "We answer by {{answerBy}}", "answerBy");
        Write("sorry", "We are sorry: now by {{answerBy}}", "answerBy");
        Write("status", "More by {{updateBy}}", "updateBy");
        return DeskWalk.StartAsync<TDesk>(touchpoints => touchpoints.AddTemplates(folder.FullName));
    }

    private void Write(string name, string body, string word) =>
        File.WriteAllText(
            Path.Combine(folder.FullName, $"{name}.md"),
            $"---\nsubject: \"{name}\"\nsample:\n  {word}: 2026-01-05T09:10:00Z\n---\n{body}\n"
        );

    private sealed class Promising : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.Answer().Within(TimeSpan.FromHours(4)).ForPriority("low");
            desk.Answer().Within(TimeSpan.FromMinutes(10));
            desk.OnEntering(Received).Send("received").When("it is new", situation => situation.EventName == "asked");
            desk.OnBrokenPromise("first-answer").Send("sorry");
        }
    }

    private sealed class Updating : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            desk.StatusUpdate().Every(TimeSpan.FromMinutes(20)).Send("status");
            desk.OnEntering(Received).Send("status").Named("first-status");
        }
    }

    private sealed class Throwing : Desk
    {
        protected override void Targets(LifecycleBuilder desk)
        {
            ByEvent.Promise(desk);
            desk.OnBrokenPromise("solution").Send("sorry").When("it can be asked", _ => throw new InvalidOperationException("no"));
        }
    }

    private sealed class ByEvent : Desk
    {
        protected override void Targets(LifecycleBuilder desk) => Promise(desk);

        public static void Promise(LifecycleBuilder desk) =>
            desk.On("asked")
                .Promises(
                    "solution",
                    by: asked => asked.EventData.TryGetProperty("by", out System.Text.Json.JsonElement by) ? by.GetDateTimeOffset() : null
                )
                .KeptBy(Solved);
    }
}
