using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Tests.Lifecycles;

public sealed class LifecycleDefinitionTests
{
    private static readonly State Outer = new("outer");
    private static readonly State Middle = new("middle", within: Outer);
    private static readonly State Inner = new("inner", within: Middle);
    private static readonly State Beside = new("beside");
    private static readonly State Solved = new("solved", kind: StateKind.Solved);

    [Test]
    public void An_event_is_searched_in_the_state_its_superstates_outward_and_while_open()
    {
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.OpensWith("open").GoTo(Inner);
            order.WhileOpen().On("go").GoTo(Solved);
            order.While(Outer).On("go").When("in outer", _ => false).GoTo(Beside);
            order.While(Inner).On("go").When("in inner", _ => false).GoTo(Beside);
            order.While(Middle).On("go").When("in middle", _ => false).GoTo(Beside);
        });

        Assert.That(Asked(definition, "inner", "go"), Is.EqualTo("inner [in inner], middle [in middle], outer [in outer], while open"));
    }

    [Test]
    public void Guards_are_tried_in_declared_order_and_the_unguarded_one_last()
    {
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.OpensWith("open").GoTo(Inner);
            order.While(Inner).On("go").GoTo(Beside);
            order.While(Inner).On("go").When("first", _ => false).GoTo(Beside);
            order.While(Inner).On("go").When("second", _ => false).Stay();
        });

        Assert.That(Asked(definition, "inner", "go"), Is.EqualTo("inner [first], inner [second], inner"));
    }

    [Test]
    public void A_solved_state_does_not_hear_what_is_declared_while_open()
    {
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.OpensWith("open").GoTo(Inner);
            order.WhileOpen().On("go").GoTo(Solved);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Asked(definition, "solved", "go"), Is.Empty);
            Assert.That(definition.ChainOf("solved"), Is.EqualTo(["solved"]));
            Assert.That(definition.ChainOf("inner"), Is.EqualTo(["*", "outer", "middle", "inner"]));
        }
    }

    [Test]
    public void The_line_knows_its_steps_by_event_and_by_state()
    {
        LifecycleDefinition order = new OrderLifecycle().Compile();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(order.StepReachedBy("parcel.shipped"), Is.EqualTo(3));
            Assert.That(order.StepReachedBy("order.cancelled"), Is.Null);
            Assert.That(order.StepOf("recorded"), Is.Zero);
            Assert.That(order.StepOf("cancelled"), Is.Null);
        }
    }

    [Test]
    public void Openings_and_timers_are_found_by_name()
    {
        LifecycleDefinition question = new QuestionLifecycle().Compile();
        TimedTransition timed = question.TimedIn("with-you").Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(question.OpenedBy("question.asked"), Is.SameAs(QuestionLifecycle.Received));
            Assert.That(question.OpenedBy("answer.sent"), Is.Null);
            Assert.That(question.FindTimed(timed.TimerKey), Is.SameAs(timed));
            Assert.That(question.FindTimed("after:with-you:1.00:00:00:closed"), Is.Null);
        }
    }

    [Test]
    public void Rules_are_found_by_their_occasion_in_the_order_declared()
    {
        LifecycleDefinition order = new OrderLifecycle().Compile();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                order.RulesOn(RuleTrigger.Entering, "delivered").Select(rule => rule.Key),
                Is.EqualTo(["order-delivered", "how-did-we-do"])
            );
            Assert.That(order.RulesOn(RuleTrigger.Quiet, "prepared").Single().Key, Is.EqualTo("order-still-preparing"));
            Assert.That(order.RulesOn(RuleTrigger.Leaving, "prepared"), Is.Empty);
            Assert.That(order.FindRule("order-shipped")?.State, Is.SameAs(OrderLifecycle.Shipped));
            Assert.That(order.FindRule("order-unknown"), Is.Null);
        }
    }

    [Test]
    public void Rules_while_open_and_on_events_have_subjects_of_their_own()
    {
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.OpensWith("open").GoTo(Inner);
            order.WhileOpen().QuietFor(TimeSpan.FromDays(1)).Send("still-here");
            order.On("invoice.issued").Send("invoice");
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(definition.RulesOn(RuleTrigger.Quiet, LifecycleDefinition.OpenScope).Single().Key, Is.EqualTo("still-here"));
            Assert.That(definition.RulesOn(RuleTrigger.Event, "invoice.issued").Single().Key, Is.EqualTo("invoice"));
            Assert.That(definition.Events, Is.EqualTo(["open", "invoice.issued"]));
            Assert.That(definition.Roles, Is.EqualTo(["customer"]));
        }
    }

    [Test]
    public void Superstates_are_states_of_the_definition() =>
        Assert.That(
            string.Join(' ', Written.Definition(order => order.OpensWith("open").GoTo(Inner)).States),
            Is.EqualTo("inner middle outer")
        );

    private static string Asked(LifecycleDefinition definition, string state, string eventName) =>
        string.Join(
            ", ",
            definition
                .TransitionsOn(state, eventName)
                .Select(transition =>
                    (transition.Scope?.Name ?? "while open") + string.Concat(transition.Guards.Select(guard => $" [{guard.Description}]"))
                )
        );
}
