using CustomerTouchpoints.Lifecycles;
using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class VersionMapFaultTests
{
    [Test]
    public void A_map_is_from_an_earlier_version() =>
        HasOneFault(order => Mapping(order, 2), "map from version 2", "this is version 2", "raise the version", version: 2);

    [Test]
    public void There_is_one_map_from_each_version() =>
        HasOneFault(
            order =>
            {
                Mapping(order, 1);
                order.FromVersion(1);
            },
            "map from version 1",
            "it is declared twice",
            "keep one FromVersion",
            version: 2
        );

    [Test]
    public void A_state_is_mapped_once() =>
        HasOneFaultAtLeast(order => Mapping(order, 1).State("old", becomes: A).State("old", becomes: B), "state old is mapped twice");

    [Test]
    public void A_state_that_is_still_there_is_not_mapped() =>
        HasOneFault(
            order => Mapping(order, 1).State("a", becomes: B),
            "map from version 1",
            "state a is still there",
            "leave it out",
            version: 2
        );

    [Test]
    public void A_state_becomes_a_state_of_this_version() =>
        HasOneFault(
            order => Mapping(order, 1).State("old", becomes: Final),
            "map from version 1",
            "state final is not a state of this version",
            "a sentence names",
            version: 2
        );

    [Test]
    public void A_rule_that_is_still_there_is_not_mapped() =>
        HasOneFault(
            order => Mapping(order, 1).Rule("b-mail", becomes: "a-mail"),
            "map from version 1",
            "rule b-mail is still there",
            "leave it out",
            version: 2
        );

    [Test]
    public void A_rule_becomes_a_rule_of_this_version() =>
        HasOneFault(
            order => Mapping(order, 1).Rule("old-mail", becomes: "c-mail"),
            "map from version 1",
            "rule c-mail is not a rule of this version",
            "a rule's key",
            version: 2
        );

    [Test]
    public void Two_versions_agree_on_what_became_of_a_rule() =>
        HasOneFaultAtLeast(
            order =>
            {
                Mapping(order, 1).Rule("old-mail", becomes: "a-mail");
                order.FromVersion(2).Rule("old-mail", becomes: "b-mail");
            },
            "rule old-mail is mapped to two rules",
            version: 3
        );

    [Test]
    public void What_has_another_name_now_is_mapped() =>
        IsSound(
            order => Mapping(order, 1).State("old", becomes: A).State("older", becomes: A).Rule("old-mail", becomes: "a-mail"),
            version: 2
        );

    private static void HasOneFaultAtLeast(Action<LifecycleBuilder> define, string problem, int version = 2) =>
        Assert.That(Lifecycles.Written.Faults(define, version).Select(fault => fault.Problem).Distinct(), Is.EqualTo([problem]));

    private static VersionMapBuilder Mapping(LifecycleBuilder order, int from)
    {
        order.LineOfThree();
        order.OnEntering(A).Send("a-mail");
        order.OnEntering(B).Send("b-mail");
        return order.FromVersion(from);
    }
}
