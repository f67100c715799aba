using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class WholeFaultTests
{
    [Test]
    public void A_lifecycle_needs_states() => HasOneFault(_ => { }, "the lifecycle", "it has no states", "declare a Line");

    [Test]
    public void Something_must_open_the_journeys() =>
        HasOneFault(order => order.While(A).On("go").GoTo(B), "the lifecycle", "nothing opens its journeys", "OpensWith<TEvent>()");

    [Test]
    public void A_role_is_listed_once() =>
        HasOneFault(
            order =>
            {
                order.Parties("buyer", "seller", "buyer");
                order.LineOfThree();
            },
            "role buyer",
            "it is listed twice",
            "list each role once"
        );

    [TestCaseSource(nameof(SentencesWithoutEnd))]
    public void A_sentence_needs_its_end(Action<LifecycleBuilder> begin, string subject, string remedy) =>
        HasOneFault(
            order =>
            {
                order.LineOfThree();
                begin(order);
            },
            subject,
            "the sentence has no end",
            remedy
        );

    [Test]
    public void A_state_that_the_class_declares_must_be_entered() =>
        Assert.That(
            Lifecycle.Validate<WithLooseEnds>().Faults[0],
            Is.EqualTo(
                new Fault(
                    "loose: state forgotten",
                    "it is declared and nothing enters it",
                    "put it on the line, enter it with GoTo, or remove it"
                )
            )
        );

    [Test]
    public void An_event_that_the_class_declares_must_be_handled() =>
        Assert.That(
            Lifecycle.Validate<WithLooseEnds>().Faults[1],
            Is.EqualTo(
                new Fault(
                    "loose: event thing.unheard",
                    "it is declared and nothing handles it",
                    "give it a step, a transition, an opening or a rule, or remove it"
                )
            )
        );

    [Test]
    public void Every_fault_is_told_at_once_concept_by_concept()
    {
        IReadOnlyList<Fault> faults = Written.Faults(order =>
        {
            order.OnEntering(A).Send("one").To("nobody");
            order.OnEntering(A).Send("one").AtMost(0);
            order.While(C).For(TimeSpan.Zero).GoTo(Final);
            order.While(Final).On("go").GoTo(A);
            order.LineOfThree();
            order.OpensWith("to-b").GoTo(C);
            order.Parties("buyer", "buyer");
            order.While(A).On("unfinished");
        });

        Assert.That(
            string.Join('\n', faults.Select(fault => fault.Place["order: ".Length..])),
            Is.EqualTo(
                """
                state a, event unfinished
                role buyer
                event to-b
                state final, event go
                state c, after 0 seconds
                rule one
                rule one
                rule one
                """
            )
        );
    }

    [Test]
    public void A_fault_reads_as_one_line() =>
        Assert.That(
            new Fault("order: rule order-shipped", "an earlier rule has the same key", "give it a key of its own").ToString(),
            Is.EqualTo("order: rule order-shipped: an earlier rule has the same key. Give it a key of its own.")
        );

    [Test]
    public void A_faulty_lifecycle_does_not_compile() =>
        Assert.That(
            () => new Written(_ => { }).ToMermaid(),
            Throws.TypeOf<InvalidSetupException>().With.Message.Contain("order: the lifecycle: it has no states")
        );

    private static IEnumerable<TestCaseData> SentencesWithoutEnd()
    {
        yield return Case("OpensWith", order => order.OpensWith("go"), "event go", "end OpensWith with .GoTo(state)");
        yield return Case(
            "On",
            order => order.WhileOpen().On("go"),
            "while open, event go",
            "end the transition with .GoTo(state), .Stay() or .Reenter()"
        );
        yield return Case(
            "For",
            order => order.While(A).For(TimeSpan.FromHours(36)),
            "state a, after 1 day 12 hours",
            "end For with .GoTo(state)"
        );
        yield return Case("OnEntering", order => order.OnEntering(A), "rule of state a", "end the rule with .Send(\"template\")");
        yield return Case(
            "QuietFor",
            order => order.WhileOpen().QuietFor(TimeSpan.FromDays(1)),
            "rule of while open",
            "end the rule with .Send"
        );
        yield return Case("On an event", order => order.On("go"), "rule on event go", "end the rule with .Send");

        static TestCaseData Case(string name, Action<LifecycleBuilder> begin, string subject, string remedy) =>
            new TestCaseData(begin, subject, remedy).SetArgDisplayNames(name);
    }

    private sealed class WithLooseEnds() : Lifecycle("loose", version: 1)
    {
        private static readonly State Known = new("known");
#pragma warning disable IDE0052, CA1823 // Unused on purpose: that is the fault.
        private static readonly State Forgotten = new("forgotten");
#pragma warning restore IDE0052, CA1823

        protected override void Define(LifecycleBuilder thing) => thing.Line(Known.ReachedBy<Seen>());

        [Event("thing.seen")]
        internal sealed record Seen;

        [Event("thing.unheard")]
        internal sealed record Unheard;
    }
}
