using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine;

/// <summary>A store that fails for a while: callers hear of it, nothing acknowledged is lost, and work goes on afterwards.</summary>
public sealed class StoreFailureTests
{
    [Test]
    public async Task Callers_hear_of_a_commit_that_failed_and_may_raise_again()
    {
        await using TouchpointsTestHost host = await StartAsync();
        FailingStore store = host.Services.GetRequiredService<FailingStore>();
        store.FailingCommits = 1;

        Assert.That(() => host.RaiseAsync(Fact("order.placed", "1", customer: "ana")), Throws.TypeOf<StoreUnavailableException>());
        RaiseResult again = await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));

        Assert.That(again.Outcome, Is.EqualTo(RaiseOutcome.Moved));
        host.SentTo("ana").ShouldBe("order-recorded");
    }

    [Test]
    public async Task The_outcome_of_an_attempt_waits_for_a_store_that_works_again()
    {
        await using TouchpointsTestHost host = await StartAsync();
        FailingStore store = host.Services.GetRequiredService<FailingStore>();
        var engine = host.Services.GetRequiredService<TouchpointsEngine>();
        Task raising = host.Touchpoints.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await engine.StepAsync();
        await raising;
        store.FailingCommits = 2;
        await engine.DrainAsync();
        await engine.DrainAsync();
        await engine.DrainAsync();

        Assert.That(store.FailingCommits, Is.Zero);
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Touchpoints.Single().Status, Is.EqualTo(TouchpointStatus.Sent));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_can_not_be_stored_is_found_in_halves_and_fails_alone()
    {
        await using TouchpointsTestHost host = await StartAsync();
        FailingStore store = host.Services.GetRequiredService<FailingStore>();
        store.Refuses = row => row.Journey.Key is "13" or "200";
        Task<RaiseResult>[] raising =
        [
            .. Enumerable.Range(0, 256).Select(i => host.Touchpoints.RaiseAsync(Fact("order.placed", "1", $"order/{i}", $"customer-{i}"))),
        ];
        await host.Services.GetRequiredService<TouchpointsEngine>().StepAsync();

        Task all = Task.WhenAll(raising).WaitAsync(TimeSpan.FromSeconds(5));
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(raising, Has.All.Matches<Task>(raise => raise.IsCompleted));
        Assert.That(raising.Select((raise, i) => raise.IsFaulted ? i : -1).Where(i => i >= 0), Is.EqualTo([13, 200]));
        Assert.That(store.Commits, Is.LessThanOrEqualTo(36), "one batch's time, and not 256 commits");
    }

    [Test]
    public async Task A_report_that_can_not_be_stored_is_stored_in_fewer_words()
    {
        await using TouchpointsTestHost host = await StartAsync();
        host.Services.GetRequiredService<FailingStore>().Refuses = row => row.Reason.Contains("poison", StringComparison.Ordinal);
        host.Channel.AnswerWith(CustomerTouchpoints.Channels.SendResult.Sent("poison"));
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await TryAgainAsync(host);

        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(timeline.Touchpoints.Single().Status, Is.EqualTo(TouchpointStatus.Sent));
        Assert.That(timeline.Touchpoints.Single().Reason.ToString(), Is.EqualTo("accepted by email"));
        Assert.That(host.Channel.Attempts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_report_that_can_not_be_stored_at_all_is_not_tried_for_ever()
    {
        await using TouchpointsTestHost host = await StartAsync();
        FailingStore store = host.Services.GetRequiredService<FailingStore>();
        store.Refuses = row => row.Outcome.Equals("sent", StringComparison.OrdinalIgnoreCase);
        await host.RaiseAsync(Fact("order.placed", "1", customer: "ana"));
        await TryAgainAsync(host);
        int commits = store.Commits;
        await TryAgainAsync(host);
        Assert.That(store.Commits, Is.EqualTo(commits).And.LessThan(6));

        store.Refuses = _ => false;
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.That(
            (await host.JournalOfAsync("order/1")).Select(entry => entry.Reason.ToString()),
            Has.Some.StartsWith("its sender did not report within the lease")
        );
    }

    [Test]
    public async Task What_is_due_in_a_journey_that_can_not_be_stored_is_left_alone_for_a_while()
    {
        await using TouchpointsTestHost host = await StartAsync();
        FailingStore store = host.Services.GetRequiredService<FailingStore>();
        foreach (int i in Enumerable.Range(0, 5))
        {
            await host.RaiseAsync(Fact("parcel.packed", "1", $"order/{i}", $"customer-{i}"));
        }

        int sent = host.Sent.Count;
        store.Refuses = row => row.Journey.Key == "3";
        host.Time.Advance(TimeSpan.FromDays(2.5));
        var engine = host.Services.GetRequiredService<TouchpointsEngine>();
        await engine.DrainAsync();
        int commits = store.Commits;
        await engine.DrainAsync();

        Assert.That(host.Sent, Has.Count.EqualTo(sent + 4), "its neighbours are told");
        Assert.That(store.Commits, Is.EqualTo(commits), "it is not tried with each look");
        store.Refuses = _ => false;
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await engine.DrainAsync();
        await engine.DrainAsync();
        Assert.That(host.Sent, Has.Count.EqualTo(sent + 5));
    }

    [Test]
    public async Task A_journey_that_could_not_be_stored_is_woken_again_soon_though_the_clock_is_set_back()
    {
        await using TouchpointsTestHost host = await StartAsync();
        FailingStore store = host.Services.GetRequiredService<FailingStore>();
        var engine = host.Services.GetRequiredService<TouchpointsEngine>();
        await host.RaiseAsync(Fact("parcel.packed", "1", customer: "ana"));
        store.Refuses = _ => true;
        host.Time.Advance(TimeSpan.FromDays(2.5));
        await engine.DrainAsync();
        await engine.DrainAsync();
        host.Time.MoveTo(host.Time.GetUtcNow() - TimeSpan.FromHours(1));
        store.Refuses = _ => false;
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await engine.DrainAsync();
        await engine.DrainAsync();

        host.SentTo("ana").ShouldBe("order-prepared", "order-still-preparing");
    }

    /// <summary>After a commit that failed, a drain ends; the workers of a host pause.</summary>
    private static async Task TryAgainAsync(TouchpointsTestHost host)
    {
        for (int i = 0; i < 5; i++)
        {
            await host.Services.GetRequiredService<TouchpointsEngine>().DrainAsync();
        }
    }

    private static Task<TouchpointsTestHost> StartAsync() =>
        TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
        {
            touchpoints.Services.AddSingleton<FailingStore>();
            touchpoints.Services.Replace(
                ServiceDescriptor.Singleton<ITouchpointStore>(provider => provider.GetRequiredService<FailingStore>())
            );
        });
}
