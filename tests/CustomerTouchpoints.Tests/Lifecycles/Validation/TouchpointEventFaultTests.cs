using static CustomerTouchpoints.Tests.Lifecycles.Validation.Faulty;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

/// <summary>What is wrong with sentences on what becomes of messages.</summary>
public sealed class TouchpointEventFaultTests
{
    private static readonly State A = new("a");
    private static readonly State B = new("b");

    [Test]
    public void A_rule_reacts_to_the_messages_of_a_rule_that_there_is() =>
        HasOneFault(
            order =>
            {
                Whole(order);
                order.On(TouchpointEvent.Opened, of: "nobody").Send("thanks");
            },
            "rule thanks",
            "it waits for what becomes of the messages of nobody, which is no rule here",
            "name one of: hello"
        );

    [Test]
    public void A_transition_reacts_to_the_messages_of_a_rule_that_there_is() =>
        HasOneFault(
            order =>
            {
                Whole(order);
                order.While(A).On(TouchpointEvent.Failed, of: "nobody").GoTo(B);
            },
            "state a, event nobody/failed",
            "it waits for what becomes of the messages of nobody, which is no rule here",
            "name one of: hello"
        );

    [Test]
    public void A_step_reacts_to_the_messages_of_a_rule_that_there_is() =>
        HasOneFault(
            order =>
            {
                order.Line(A.ReachedBy("a.happened"), B.ReachedBy(TouchpointEvent.Sent, of: "nobody"));
                order.OnEntering(A).Send("hello");
            },
            "line step b",
            "it waits for what becomes of the messages of nobody, which is no rule here",
            "name one of: hello"
        );

    [Test]
    public void Two_rules_do_not_answer_each_other() =>
        HasOneFault(
            order =>
            {
                order.Line(A.ReachedBy("a.happened"), B.ReachedBy("b.happened"));
                order.On(TouchpointEvent.Sent, of: "pong").Send("ping");
                order.On(TouchpointEvent.Opened, of: "ping").Send("pong");
            },
            "rule ping",
            "what becomes of its message has it sent again, for ever: ping → pong → ping",
            "wait for an event of the host"
        );

    [Test]
    public void A_message_that_is_sent_does_not_lead_to_the_state_that_sends_it() =>
        HasOneFault(
            order =>
            {
                Whole(order);
                order.While(A).On(TouchpointEvent.Sent, of: "hello").Reenter();
            },
            "rule hello",
            "what becomes of its message has it sent again, for ever: hello → hello",
            "wait for an event of the host"
        );

    [Test]
    public void A_message_may_lead_to_another_state_and_another_message() =>
        IsSound(order =>
        {
            Whole(order);
            order.While(A).On(TouchpointEvent.Delivered, of: "hello").GoTo(B);
            order.OnEntering(B).Send("next");
            order.On(TouchpointEvent.Opened, of: "next").Send("thanks");
        });

    [Test]
    public void A_sentence_without_an_end_is_told() =>
        HasOneFault(
            order =>
            {
                Whole(order);
                order.On(TouchpointEvent.Opened, of: "hello");
            },
            "rule on event hello/opened",
            "the sentence has no end",
            "end the rule with .Send(\"template\")"
        );

    private static void Whole(LifecycleBuilder order)
    {
        order.Line(A.ReachedBy("a.happened"), B.ReachedBy("b.happened"));
        order.OnEntering(A).Send("hello");
    }
}
