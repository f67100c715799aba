using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>What becomes of one journey when its version is gone.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class UpgradeTests : IAsyncDisposable
{
    private static readonly JourneyId Id = "claim/1";

    private readonly InMemoryTouchpointStore store = new();

    private int raised;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task States_that_became_one_count_their_visits_on()
    {
        await using (TouchpointsTestHost first = await StartAsync<First>())
        {
            await RaiseAsync(first, "filed", "checked", "asked", "checked", "asked");
        }

        await using TouchpointsTestHost second = await StartAsync<Second>();
        await RaiseAsync(second, "paid");
        JourneySnapshot journey = await JourneyAsync();

        // Twice checking and twice asking became working; the visit that lasted has a number that none had before.
        Assert.That(journey.VisitOf("working"), Is.EqualTo(new Visit("working", 3, second.Time.GetUtcNow(), false)));
        Assert.That(journey.State, Is.EqualTo("paid"));
    }

    [Test]
    public async Task A_message_that_depends_on_the_visit_still_does()
    {
        await using (TouchpointsTestHost first = await StartAsync<First>())
        {
            await RaiseAsync(first, "filed", "checked", "asked", "checked", "asked");
        }

        await using TouchpointsTestHost second = await StartAsync<Second>();
        await second.AdvanceAsync(TimeSpan.FromDays(2));
        second.Sent.ShouldBe("claim-reminder");
    }

    [Test]
    public async Task A_state_that_has_come_to_mean_solved_silences_what_is_still_to_come()
    {
        await using (TouchpointsTestHost first = await StartAsync<First>())
        {
            await RaiseAsync(first, "filed", "paid");
        }

        await using TouchpointsTestHost second = await StartAsync<Second>();
        await second.AdvanceAsync(TimeSpan.FromDays(9));
        second.Sent.ShouldBe();
        Assert.That((await JourneyAsync()).Standing, Is.EqualTo(JourneyStanding.Solved));
    }

    [Test]
    public async Task Replaying_the_journal_gives_the_journey_that_went_on()
    {
        await using (TouchpointsTestHost first = await StartAsync<First>())
        {
            await RaiseAsync(first, "filed", "checked", "asked", "checked", "asked");
        }

        await using TouchpointsTestHost second = await StartAsync<Second>();
        await second.AdvanceAsync(TimeSpan.FromDays(1));
        JourneyRow stored = (await store.ReadJourneysAsync([Id], default)).Single();
        Assert.That(JourneyRows.ToRow(JourneyRows.Replay(Id, stored.Version, await second.JournalOfAsync(Id))), Is.EqualTo(stored));
    }

    private Task<TouchpointsTestHost> StartAsync<TLifecycle>()
        where TLifecycle : Lifecycle, new() =>
        TouchpointsTestHost.StartAsync<TLifecycle>(touchpoints =>
            touchpoints.Services.Replace(ServiceDescriptor.Singleton<ITouchpointStore>(store))
        );

    private async Task<JourneySnapshot> JourneyAsync() => JourneyRows.ToSnapshot((await store.ReadJourneysAsync([Id], default)).Single());

    private async Task RaiseAsync(TouchpointsTestHost host, params string[] names)
    {
        foreach (string name in names)
        {
            await host.RaiseAsync(
                new IncomingEvent
                {
                    Journey = Id,
                    Name = name,
                    Id = $"{name}-{++raised}",
                    Customer = "ana",
                }
            );
        }
    }

    private sealed class First() : Lifecycle("claim", version: 1)
    {
        private static readonly State Filed = new("filed");
        private static readonly State Checking = new("checking");
        private static readonly State Asking = new("asking");
        private static readonly State Paid = new("paid");

        protected override void Define(LifecycleBuilder claim)
        {
            claim.OpensWith("filed").GoTo(Filed);
            claim.WhileOpen().On("checked").GoTo(Checking);
            claim.WhileOpen().On("asked").GoTo(Asking);
            claim.WhileOpen().On("paid").GoTo(Paid);
            claim.OnEntering(Asking).After(TimeSpan.FromDays(2)).Send("claim-reminder");
            claim.OnEntering(Paid).After(TimeSpan.FromDays(8)).Send("claim-again");
        }
    }

    private sealed class Second() : Lifecycle("claim", version: 2)
    {
        private static readonly State Filed = new("filed");
        private static readonly State Working = new("working");
        private static readonly State Paid = new("paid", kind: StateKind.Solved);

        protected override void Define(LifecycleBuilder claim)
        {
            claim.OpensWith("filed").GoTo(Filed);
            claim.WhileOpen().On("checked").GoTo(Working);
            claim.WhileOpen().On("paid").GoTo(Paid);
            claim.OnEntering(Working).After(TimeSpan.FromDays(2)).Send("claim-reminder");
            claim.OnEntering(Filed).Send("claim-again");
            claim.FromVersion(1).State("checking", becomes: Working).State("asking", becomes: Working);
        }
    }
}
