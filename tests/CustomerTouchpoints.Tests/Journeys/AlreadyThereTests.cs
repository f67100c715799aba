using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>A transition that is declared for more than a state, and leads to that state: who is there already stays.</summary>
public sealed class AlreadyThereTests
{
    [TestCase("pick.begun", Description = "declared for the state around it")]
    [TestCase("pick.urged", Description = "declared for all open states")]
    public async Task Who_is_in_the_state_already_makes_no_new_visit_and_is_told_nothing(string repeated)
    {
        await using var host = await TouchpointsTestHost.StartAsync<Picked>();
        await host.RaiseAsync(Fact("work.begun", "1", "pick/1", "ana"));
        await host.RaiseAsync(Fact("pick.begun", "2", "pick/1"));
        RaiseResult again = await host.RaiseAsync(Fact(repeated, "3", "pick/1"));

        Assert.That(again.Outcome, Is.EqualTo(RaiseOutcome.Handled));
        Assert.That(again.Reason.ToString(), Is.EqualTo("picking was already reached"));
        Assert.That((again.From, again.To), Is.EqualTo(("picking", "picking")));
        host.SentTo("ana").ShouldBe("picking-begun");
    }

    [Test]
    public async Task Its_data_are_taken_and_rules_on_the_event_speak()
    {
        await using var host = await TouchpointsTestHost.StartAsync<Picked>();
        await host.RaiseAsync(Fact("work.begun", "1", "pick/1", "ana"));
        await host.RaiseAsync(Fact("pick.begun", "2", "pick/1"));
        await host.RaiseAsync(Fact("pick.told", "3", "pick/1", data: """{"by":"ben"}"""));

        host.SentTo("ana").ShouldBe("picking-begun", "picker-is");
        JourneyRow row = (await host.Store().ReadJourneysAsync(["pick/1"], default)).Single();
        Assert.That(row.Data, Does.Contain("ben"));
    }

    [Test]
    public async Task Nor_does_time_bring_about_a_new_visit()
    {
        await using var host = await TouchpointsTestHost.StartAsync<Picked>();
        await host.RaiseAsync(Fact("work.begun", "1", "pick/1", "ana"));
        await host.RaiseAsync(Fact("pick.begun", "2", "pick/1"));
        await host.AdvanceAsync(TimeSpan.FromDays(3));

        host.SentTo("ana").ShouldBe("picking-begun");
    }

    [Test]
    public async Task A_transition_of_the_state_itself_is_a_new_visit()
    {
        await using var host = await TouchpointsTestHost.StartAsync<Picked>();
        await host.RaiseAsync(Fact("work.begun", "1", "pick/1", "ana"));
        await host.RaiseAsync(Fact("pick.begun", "2", "pick/1"));
        await host.RaiseAsync(Fact("pick.restarted", "3", "pick/1"));

        host.SentTo("ana").ShouldBe("picking-begun", "picking-begun");
    }

    [Test]
    public void A_rule_on_entering_it_again_is_a_fault_where_no_transition_leads_to_it_again() =>
        Assert.That(
            Lifecycle.Validate<NeverAgain>().Faults.Select(fault => fault.ToString()),
            Has.One.Contains("can't be entered a second time")
        );

    private sealed class Picked() : Lifecycle("pick", version: 1)
    {
        private static readonly State InWork = new("in-work");
        private static readonly State Picking = new("picking", within: InWork);

        protected override void Define(LifecycleBuilder pick)
        {
            pick.OpensWith("work.begun").GoTo(InWork);
            pick.While(InWork).On("pick.begun").GoTo(Picking);
            pick.While(InWork).On("pick.told").GoTo(Picking);
            pick.WhileOpen().On("pick.urged").GoTo(Picking);
            pick.While(Picking).On("pick.restarted").GoTo(Picking);
            pick.While(InWork).For(TimeSpan.FromDays(2)).GoTo(Picking);
            pick.OnEntering(Picking).Send("picking-begun");
            pick.On("pick.told").Send("picker-is");
        }
    }

    private sealed class NeverAgain() : Lifecycle("pick", version: 1)
    {
        private static readonly State InWork = new("in-work");
        private static readonly State Picking = new("picking", within: InWork);

        protected override void Define(LifecycleBuilder pick)
        {
            pick.OpensWith("work.begun").GoTo(InWork);
            pick.While(InWork).On("pick.begun").GoTo(Picking);
            pick.OnReentering(Picking).Send("picking-again");
        }
    }
}
