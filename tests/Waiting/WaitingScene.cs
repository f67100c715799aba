using System.Text.Json.Nodes;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Waiting;

/// <summary>A journey in which a great deal waits: for a person, or for a channel. Each store runs it.</summary>
public abstract class WaitingScene
{
    private const int Most = 20;

    private static readonly JourneyId Id = "notice/1";

    private int raised;

    /// <summary>Has a host use the store of this test, the same for each of its hosts.</summary>
    protected abstract void UseStore(TouchpointsBuilder touchpoints);

    [Test]
    public async Task What_waits_for_a_person_lies_beside_its_journey_and_not_in_its_row()
    {
        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await OpenAsync(host);
        await DoubtAsync(host, 15);
        int few = (await RowAsync(host)).Memory.Length;
        await DoubtAsync(host, 85);

        Assert.That(await ShelvedAsync(host), Has.Count.EqualTo(100));
        Assert.That((await RowAsync(host)).Memory, Has.Length.LessThan(few + 20));
        Assert.That((await host.Touchpoints.GetJourneyAsync(Id))!.LeftOut, Is.Zero);
    }

    [Test]
    public async Task A_person_decides_about_each_of_many_also_after_a_restart()
    {
        await using (TouchpointsTestHost first = await StartAsync<NoticeLifecycle>())
        {
            await OpenAsync(first);
            await DoubtAsync(first, 5);
            Assert.That((await ReviewAsync(first, "news-2", ReviewDecision.Sent)).Outcome, Is.EqualTo(ReviewOutcome.Done));
        }

        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        Assert.That((await ReviewAsync(host, "news-1", ReviewDecision.Resend)).Outcome, Is.EqualTo(ReviewOutcome.Done));
        Assert.That(host.SentTo("ana").Select(message => message.Touchpoint), Is.EqualTo([Touchpoint("news-1")]));
        Assert.That((await ReviewAsync(host, "news-2", ReviewDecision.Discard)).Outcome, Is.EqualTo(ReviewOutcome.NotWaiting));
        Assert.That((await ReviewAsync(host, "news-3", ReviewDecision.Discard)).Outcome, Is.EqualTo(ReviewOutcome.Done));
        Assert.That((await ShelvedAsync(host)).Select(row => row.Order), Is.EqualTo([4, 5]));
    }

    [Test]
    public async Task The_end_of_the_matter_ends_what_waits_for_a_person()
    {
        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await OpenAsync(host);
        await DoubtAsync(host, 5);
        await RaiseAsync(host, "solved");

        Assert.That(await ShelvedAsync(host), Is.Empty);
        Assert.That((await ReviewAsync(host, "news-1", ReviewDecision.Resend)).Outcome, Is.EqualTo(ReviewOutcome.NotWaiting));
        Assert.That(await host.Touchpoints.ExplainAsync(Touchpoint("news-5")), Does.Contain("solved: the journey is in solved"));
    }

    [Test]
    public async Task A_person_withdraws_all_that_waits_for_one()
    {
        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await OpenAsync(host);
        await DoubtAsync(host, 7);

        Assert.That(await host.CompleteAsync(host.Touchpoints.WithdrawAsync(Id, "a mistake", "ben")), Is.EqualTo(7));
        Assert.That(await ShelvedAsync(host), Is.Empty);
    }

    [Test]
    public async Task What_waits_for_a_person_goes_on_under_the_names_of_another_version()
    {
        await using (TouchpointsTestHost first = await StartAsync<NoticeLifecycle>())
        {
            await OpenAsync(first);
            await DoubtAsync(first, 3);
        }

        await using (TouchpointsTestHost second = await StartAsync<RenamedNoticeLifecycle>())
        {
            await second.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        await using TouchpointsTestHost host = await StartAsync<RenamedNoticeLifecycle>();
        await ReviewAsync(host, "news-2", ReviewDecision.Resend);
        Assert.That(host.SentTo("ana").Single().Content.Text, Does.Contain("better-news"));
        Assert.That((await ShelvedAsync(host)).Select(row => row.Memory), Has.All.Contain("\"template\":\"better-news\""));
    }

    [Test]
    public async Task What_the_version_before_kept_in_the_row_of_the_journey_is_decided_about_and_moves_beside_it()
    {
        await using (TouchpointsTestHost first = await StartAsync<NoticeLifecycle>())
        {
            await OpenAsync(first);
            await DoubtAsync(first, 5);
            await RewriteAsync(first, PutIntoRow);
        }

        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await ReviewAsync(host, "news-4", ReviewDecision.Resend);

        host.SentTo("ana").ShouldBe("news");
        Assert.That((await ShelvedAsync(host)).Select(row => row.Order), Is.EqualTo([1, 2, 3, 5]));
        Assert.That((await RowAsync(host)).Memory, Does.Not.Contain("pending"));
    }

    [Test]
    public async Task What_lies_beside_the_journey_is_found_after_a_host_of_the_version_before_has_written_its_row()
    {
        await using (TouchpointsTestHost first = await StartAsync<NoticeLifecycle>())
        {
            await OpenAsync(first);
            await DoubtAsync(first, 2);
            await RewriteAsync(
                first,
                (memory, _) =>
                {
                    memory.Remove("shelved");
                    return [];
                }
            );
        }

        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await ReviewAsync(host, "news-1", ReviewDecision.Resend);
        host.SentTo("ana").ShouldBe("news");
    }

    [Test]
    public async Task What_is_lost_beside_a_journey_is_missed()
    {
        await using (TouchpointsTestHost first = await StartAsync<NoticeLifecycle>())
        {
            await OpenAsync(first);
            await DoubtAsync(first, 2);
            await RewriteAsync(first, (_, rows) => [rows[0] with { Memory = null }]);
        }

        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        Assert.That(() => RaiseAsync(host, "news"), Throws.InvalidOperationException.With.Message.Contains("notice/1 has 2 messages"));
    }

    [Test]
    public async Task A_feed_that_loops_makes_no_more_messages_than_may_wait_and_says_what_it_left_out()
    {
        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await OpenAsync(host);
        host.Channel.AnswerWith(Enumerable.Repeat(SendResult.ChannelDown("down", TimeSpan.FromMinutes(30)), 3).ToArray());
        await NewsAsync(host, Most);
        int few = (await RowAsync(host)).Memory.Length;
        await NewsAsync(host, 80);

        JourneyView journey = (await host.Touchpoints.GetJourneyAsync(Id))!;
        Assert.That((journey.Touchpoints.Count, journey.LeftOut), Is.EqualTo((Most, 80)));
        Assert.That((await RowAsync(host)).Memory, Has.Length.LessThan(few + 20));
        Assert.That(
            (await StoreOf(host).ReadJournalAsync(Id, default))[^1].Changes,
            Does.Contain("left out: 20 messages of the journey wait already").Or.Contain("too-many-open")
        );

        await host.AdvanceAsync(TimeSpan.FromHours(20));
        Assert.That(host.SentTo("ana"), Has.Count.EqualTo(Most));
        await NewsAsync(host, 1);
        Assert.That(host.SentTo("ana"), Has.Count.EqualTo(Most + 1));
    }

    [Test]
    public async Task Ten_times_as_many_may_wait_for_a_person_and_then_nothing_more_is_made()
    {
        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await OpenAsync(host);
        await DoubtAsync(host, (10 * Most) + 5);

        Assert.That(await ShelvedAsync(host), Has.Count.EqualTo(10 * Most));
        Assert.That((await host.Touchpoints.GetJourneyAsync(Id))!.LeftOut, Is.EqualTo(5));
    }

    [Test]
    public async Task No_more_is_let_go_than_may_be_on_its_way()
    {
        await using TouchpointsTestHost host = await StartAsync<NoticeLifecycle>();
        await OpenAsync(host);
        await DoubtAsync(host, 2);
        host.Channel.AnswerWith(Enumerable.Repeat(SendResult.ChannelDown("down", TimeSpan.FromMinutes(30)), 3).ToArray());
        await NewsAsync(host, Most);
        ReviewResult refused = await ReviewAsync(host, "news-1", ReviewDecision.Resend);
        Assert.That(refused.Outcome, Is.EqualTo(ReviewOutcome.TooManyOpen));
        Assert.That((await ReviewAsync(host, "news-2", ReviewDecision.Discard)).Outcome, Is.EqualTo(ReviewOutcome.Done));

        await host.AdvanceAsync(TimeSpan.FromHours(20));
        Assert.That((await ReviewAsync(host, "news-1", ReviewDecision.Resend)).Outcome, Is.EqualTo(ReviewOutcome.Done));
    }

    private async Task<TouchpointsTestHost> StartAsync<TLifecycle>()
        where TLifecycle : Lifecycle, new() =>
        await TouchpointsTestHost.StartAsync<TLifecycle>(touchpoints =>
        {
            touchpoints.Services.Configure<TouchpointsOptions>(options => options.MaxOpenTouchpoints = Most);
            UseStore(touchpoints);
        });

    private static Task OpenAsync(TouchpointsTestHost host) => RaiseAsync(host, "opened");

    /// <summary>News, of which nobody knows whether they arrived.</summary>
    private async Task DoubtAsync(TouchpointsTestHost host, int count)
    {
        host.Channel.AnswerWith(Enumerable.Repeat(SendResult.Uncertain("cut"), count).ToArray());
        await NewsAsync(host, count);
    }

    private async Task NewsAsync(TouchpointsTestHost host, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await RaiseAsync(host, "news", $"news-{++raised}");
        }
    }

    private static async Task RaiseAsync(TouchpointsTestHost host, string name, string? id = null) =>
        await host.RaiseAsync(
            new IncomingEvent
            {
                Journey = Id,
                Name = name,
                Id = id ?? name,
                Customer = "ana",
            }
        );

    private static TouchpointId Touchpoint(string news) => TouchpointId.Parse($"notice/1~news~{news}~customer~email");

    private static Task<ReviewResult> ReviewAsync(TouchpointsTestHost host, string news, ReviewDecision decision) =>
        host.CompleteAsync(host.Touchpoints.ReviewAsync(Touchpoint(news), decision, "they asked", "ben"));

    private static ITouchpointStore StoreOf(TouchpointsTestHost host) => host.Services.GetRequiredService<ITouchpointStore>();

    private static async Task<JourneyRow> RowAsync(TouchpointsTestHost host) =>
        (await StoreOf(host).ReadJourneysAsync([Id], default)).Single();

    private static async Task<IReadOnlyList<ShelvedRow>> ShelvedAsync(TouchpointsTestHost host) =>
        await StoreOf(host).ReadShelvedAsync([Id], default);

    /// <summary>Everything is in the row of the journey, as the version before wrote it.</summary>
    private static ShelvedRow[] PutIntoRow(JsonObject memory, IReadOnlyList<ShelvedRow> rows)
    {
        memory.Remove("shelved");
        memory["pending"] = new JsonArray([.. rows.Select(row => JsonNode.Parse(row.Memory!))]);
        return [.. rows.Select(row => row with { Memory = null })];
    }

    private static async Task RewriteAsync(TouchpointsTestHost host, Func<JsonObject, IReadOnlyList<ShelvedRow>, ShelvedRow[]> rewrite)
    {
        JourneyRow row = await RowAsync(host);
        JsonObject memory = JsonNode.Parse(row.Memory)!.AsObject();
        ShelvedRow[] shelved = rewrite(memory, await ShelvedAsync(host));
        await using IStoreBatch batch = await StoreOf(host).BeginAsync(new BatchKeys([Id], [], []), default);
        await batch.CommitAsync(
            new BatchWrites { ChangedJourneys = [row with { Memory = memory.ToJsonString() }], Shelved = shelved },
            default
        );
    }
}
