using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Tests.Touchpoints;

public sealed class LanesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void An_old_fact_waits_for_the_message_of_its_lane_that_is_under_way()
    {
        OpenTouchpoint underWay = Some(1, TouchpointStatus.Sending) with { Scope = "prepared", Due = Now };
        OpenTouchpoint late = Some(2, TouchpointStatus.Planned) with { Due = Now - TimeSpan.FromHours(1) };
        Assert.That(Lanes.TurnOf(late, [underWay, late]), Is.Null);
    }

    [Test]
    public void A_message_whose_retry_has_come_waits_for_the_one_that_has_passed_it()
    {
        OpenTouchpoint retried = Some(1, TouchpointStatus.Held) with { Waiting = new TouchpointWait(Now - TimeSpan.FromHours(1)) };
        Assert.That(Lanes.TurnOf(retried, [retried, Some(2, TouchpointStatus.Sending)]), Is.Null);
    }

    [Test]
    public void Lanes_know_nothing_of_each_other()
    {
        OpenTouchpoint planned = Some(2, TouchpointStatus.Planned);
        Assert.That(Lanes.TurnOf(planned, [Some(1, TouchpointStatus.Sending) with { Route = Channel.Sms }, planned]), Is.EqualTo(Now));
    }

    private static OpenTouchpoint Some(long order, TouchpointStatus status) =>
        new()
        {
            Order = order,
            Rule = $"rule-{order}",
            Template = "template",
            Category = Category.Transactional,
            Occurrence = "1",
            Role = "buyer",
            Customer = "ana",
            Route = Channel.Email,
            Channel = Channel.Email,
            Status = status,
            Reason = PlanReasons.RuleOff,
            PlannedBy = order,
            PlannedAt = Now,
            Due = Now,
            NextAt = status == TouchpointStatus.Sending ? null : Now,
        };
}
