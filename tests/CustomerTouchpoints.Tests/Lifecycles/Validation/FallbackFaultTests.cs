using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

/// <summary>What is wrong with fallbacks.</summary>
public sealed class FallbackFaultTests
{
    [Test]
    public void A_fallback_says_by_which_channel() =>
        HasOneFault(
            Rule(rule => rule.OrAfter(TimeSpan.FromMinutes(1), unless: TouchpointEvent.Sent)),
            "rule hello",
            "its OrAfter has no end",
            "say by which channel: .OrAfter(...).By(Channel.Email)"
        );

    [Test]
    public void A_fallback_begins_with_a_channel_of_its_own() =>
        HasOneFault(
            Rule(rule => rule.OrAfter(TimeSpan.FromMinutes(1), unless: TouchpointEvent.Sent).By(Channel.Email)),
            "rule hello",
            "two of its messages begin with the same channel, so they would be one touchpoint",
            "begin with a channel of their own"
        );

    [Test]
    public void A_fallback_leaves_after_a_span_in_range() =>
        HasOneFault(
            Rule(rule => rule.OrAfter(TimeSpan.Zero, unless: TouchpointEvent.Sent).By(Channel.Sms)),
            "rule hello",
            "the span of its OrAfter is out of range",
            "more than zero"
        );

    [Test]
    public void A_fallback_leaves_before_its_message_is_stale() =>
        HasOneFault(
            Rule(rule =>
                rule.OrAfter(TimeSpan.FromHours(2), unless: TouchpointEvent.Sent).By(Channel.Sms).StaleAfter(TimeSpan.FromHours(2))
            ),
            "rule hello",
            "its fallback leaves after 2 hours, when the message is stale",
            "use less than its StaleAfter, 2 hours"
        );

    [Test]
    public void A_fallback_waits_for_a_sign_that_the_customer_was_reached() =>
        HasOneFault(
            Rule(rule => rule.OrAfter(TimeSpan.FromMinutes(2), unless: TouchpointEvent.Complained).By(Channel.Sms)),
            "rule hello",
            "its fallback waits for Complained, which is no sign that the customer was reached",
            "wait for one of: Sent, Delivered, Opened, Clicked, Read"
        );

    private static Action<LifecycleBuilder> Rule(Action<TouchpointRuleBuilder> more) =>
        order =>
        {
            order.LineOfThree();
            more(order.OnEntering(A).Send("hello"));
        };
}
