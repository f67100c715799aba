using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Testing;
using static CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Journeys;

/// <summary>What follows was reported before what opens the journey: the newest is told, and not both within a second.</summary>
public sealed class ReportedBeforeOpeningTests
{
    [Test]
    public async Task A_refund_that_is_reported_before_its_request_is_told_alone()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ReturnLifecycle>();
        await host.RaiseAsync(Fact("refund.paid", "1", "return/1"));
        await host.RaiseAsync(Fact("return.asked", "2", "return/1", "ana"));

        host.SentTo("ana").ShouldBe("refund-paid");
        Timeline timeline = await host.Touchpoints.TimelineAsync("ana");
        Assert.That(
            timeline.Touchpoints.Single(told => told.Id.Rule == "label-follows").Reason.ToString(),
            Is.EqualTo("what follows it was reported before it, and refund-paid tells that")
        );
    }

    [Test]
    public async Task Of_three_the_newest_is_told()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ReturnLifecycle>();
        await host.RaiseAsync(Fact("parcel.back", "1", "return/1"));
        await host.RaiseAsync(Fact("refund.paid", "2", "return/1"));
        await host.RaiseAsync(Fact("return.asked", "3", "return/1", "ana"));

        host.SentTo("ana").ShouldBe("refund-paid");
    }

    [Test]
    public async Task What_must_be_heard_is_heard_and_another_role_is_told_its_own()
    {
        await using var host = await TouchpointsTestHost.StartAsync<LoudLifecycle>();
        await host.RaiseAsync(Fact("refund.paid", "1", "return/1"));
        await host.RaiseAsync(
            Fact("return.asked", "2", "return/1") with
            {
                Parties = new Dictionary<string, CustomerId> { ["buyer"] = "ana", ["shop"] = "ben" },
            }
        );

        host.SentTo("ana").ShouldBe("label-follows", "refund-paid");
        host.SentTo("ben").ShouldBe("return-is-coming");
    }

    [Test]
    public async Task In_the_right_order_both_are_told()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ReturnLifecycle>();
        await host.RaiseAsync(Fact("return.asked", "1", "return/1", "ana"));
        await host.RaiseAsync(Fact("refund.paid", "2", "return/1"));

        host.SentTo("ana").ShouldBe("label-follows", "refund-paid");
    }

    [Test]
    public async Task What_had_waited_and_moves_nothing_silences_nothing()
    {
        await using var host = await TouchpointsTestHost.StartAsync<ReturnLifecycle>();
        await host.RaiseAsync(Fact("weather.changed", "1", "return/1"));
        await host.RaiseAsync(Fact("return.asked", "2", "return/1", "ana"));

        host.SentTo("ana").ShouldBe("label-follows");
    }

    private sealed class ReturnLifecycle() : Lifecycle("return", version: 1)
    {
        private static readonly State Asked = new("asked");
        private static readonly State Back = new("back");
        private static readonly State Refunded = new("refunded", kind: StateKind.Final);

        protected override void Define(LifecycleBuilder back)
        {
            back.OpensWith("return.asked").GoTo(Asked);
            back.WhileOpen().On("parcel.back").GoTo(Back);
            back.WhileOpen().On("refund.paid").GoTo(Refunded);
            back.OnEntering(Asked).Send("label-follows");
            back.OnEntering(Back).Send("parcel-back");
            back.OnEntering(Refunded).Send("refund-paid");
        }
    }

    private sealed class LoudLifecycle() : Lifecycle("return", version: 1)
    {
        private static readonly State Asked = new("asked");
        private static readonly State Refunded = new("refunded", kind: StateKind.Final);

        protected override void Define(LifecycleBuilder back)
        {
            back.Parties("buyer", "shop");
            back.OpensWith("return.asked").GoTo(Asked);
            back.WhileOpen().On("refund.paid").GoTo(Refunded);
            back.OnEntering(Asked).Send("label-follows").MustBeHeard();
            back.OnEntering(Asked).Send("return-is-coming").To("shop");
            back.OnEntering(Refunded).Send("refund-paid");
        }
    }
}
