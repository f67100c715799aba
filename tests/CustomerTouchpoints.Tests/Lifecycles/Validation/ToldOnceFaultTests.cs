using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

/// <summary>What can be seen at the start of rules that tell one customer the same.</summary>
public sealed class ToldOnceFaultTests
{
    [Test]
    public void Of_two_rules_that_tell_one_role_the_same_on_one_occasion_the_second_would_never_leave() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.OnEntering(A).Send("hello").By("sms");
                order.OnEntering(A).Send("hello-again");
            },
            "rule hello-again",
            "its customer is told by hello already, on the same occasion, so that it would never leave",
            "AsWell()"
        );

    [Test]
    public void Two_rules_of_one_occasion_may_tell_two_roles_or_some_only_or_something_else_or_say_that_they_tell_it_as_well() =>
        IsSound(order =>
        {
            order.Parties("sender", "recipient");
            order.LineOfThree();
            order.OnEntering(A).Send("hello");
            order.OnEntering(A).Send("hello-you").To("recipient");
            order.OnEntering(A).Send("hello-some").When("it is a gift", _ => true);
            order.OnEntering(A).Send("offer").As(Category.Promotional);
            order.OnEntering(A).After(TimeSpan.FromDays(1)).Send("later");
            order.OnEntering(A).Send("hello-again").AsWell();
        });

    [Test]
    public void What_no_other_rule_tells_is_not_told_as_well() =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                order.OnEntering(A).After(TimeSpan.FromDays(1)).Send("hello").AsWell();
            },
            "rule hello",
            "AsWell has no effect: what it tells is never told by another rule",
            "remove AsWell()"
        );
}
