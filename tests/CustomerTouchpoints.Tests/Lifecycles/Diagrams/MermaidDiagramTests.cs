using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Diagrams;

namespace CustomerTouchpoints.Tests.Lifecycles.Diagrams;

public sealed class MermaidDiagramTests
{
    [Test]
    public void The_order_is_drawn_with_its_line_its_cancellation_and_its_touchpoints() =>
        Assert.That(
            new OrderLifecycle().ToMermaid(),
            Is.EqualTo(
                """
                stateDiagram-v2
                    state "recorded" as recorded
                    recorded : “we have your order”
                    recorded : ✉ order-recorded by email
                    state "validated" as validated
                    validated : “your payment is confirmed”
                    state "prepared" as prepared
                    prepared : “it is being prepared”
                    prepared : ✉ order-still-preparing by email, when quiet for 2 days, at most 3 times
                    state "shipped" as shipped
                    shipped : “it is on its way”
                    shipped : ✉ order-shipped by email and sms
                    state "delivered" as delivered
                    delivered : “it has arrived”
                    delivered : ✓ solved
                    delivered : ✉ order-delivered by email
                    delivered : ✉ how-did-we-do by email, after 3 days
                    state "cancelled" as cancelled
                    cancelled : “it is cancelled”
                    cancelled : ✉ order-cancelled by email
                    state "while open" as _open
                    [*] --> recorded : order.placed
                    recorded --> validated : payment.accepted
                    validated --> prepared : parcel.packed
                    prepared --> shipped : parcel.shipped
                    shipped --> delivered : parcel.delivered
                    _open --> cancelled : order.cancelled
                    cancelled --> [*]

                """
            )
        );

    [Test]
    public void The_concept_page_shows_this_diagram()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CustomerTouchpoints.sln")))
        {
            folder = folder.Parent;
        }

        Assert.That(
            File.ReadAllText(Path.Combine(folder.FullName, "docs", "concepts", "lifecycles.md")),
            Does.Contain($"```mermaid\n{new OrderLifecycle().ToMermaid()}```")
        );
    }

    [Test]
    public void A_superstate_is_drawn_around_its_states_with_a_box_for_what_holds_in_all_of_them() =>
        Assert.That(
            new QuestionLifecycle().ToMermaid(),
            Does.StartWith(
                """
                stateDiagram-v2
                    state "with-us “we are looking into it”" as with_us {
                        state "received" as received
                        received : “we have your question”
                        received : ✉ question-received by chat or email
                        received : ✉ question-reopened by chat or email, on entering again
                        state "assigned" as assigned
                        assigned : “somebody is on it”
                        assigned : ↺ question.bumped (enters again)
                        state "while with-us" as _in_with_us
                        _in_with_us : ↺ message.received (stays)
                        _in_with_us : ✉ question-status by chat, when quiet for 20 minutes, at most 5 times
                    }

                """
            )
        );

    [TestCase("_in_with_us --> assigned : question.assigned", TestName = "An_arrow_from_a_superstate_starts_at_its_box")]
    [TestCase("with_you --> received : message.received [it has text]", TestName = "A_guard_is_drawn_in_brackets")]
    [TestCase("with_you --> closed : after 14 days", TestName = "A_timed_transition_is_drawn_with_its_span")]
    [TestCase("[*] --> received : question.asked", TestName = "An_opening_is_drawn_from_the_start")]
    [TestCase("with_you : ✉ question-reminder by email, every day at 09#58;00", TestName = "A_daily_rule_is_drawn_with_its_time")]
    [TestCase("with_you : ✉ question-resumed to account-manager by email, on leaving", TestName = "Another_role_is_named")]
    [TestCase("_any : ✉ question-answered by chat or email, on answer.sent", TestName = "A_rule_on_an_event_stands_in_a_box_of_its_own")]
    public void The_question_has(string line) => Assert.That(new QuestionLifecycle().ToMermaid(), Does.Contain($"    {line}\n"));

    [Test]
    public void Hostile_words_stay_words()
    {
        var odd = new State("note-end", says: "a \"quoted\": <b>{x}</b>; #1 --> %%\nnext");
        var keyword = new State("state");
        LifecycleDefinition definition = Written.Definition(order =>
        {
            order.OpensWith("open").GoTo(odd);
            order.While(odd).On("go").When("1 < 2; \"so\": yes", _ => true).GoTo(keyword);
            order.OnEntering(keyword).Send("hello").By(Channel.Sms).When("it's {late}", _ => true);
        });

        Assert.That(
            MermaidDiagram.Draw(definition),
            Is.EqualTo(
                """
                stateDiagram-v2
                    state "note-end" as note_end
                    note_end : “a #34;quoted#34;#58; #60;b#62;#123;x#125;#60;/b#62;#59; #35;1 --#62; #37;#37; next”
                    state "state" as _state
                    _state : ✉ hello by sms [it's #123;late#125;]
                    [*] --> note_end : open
                    note_end --> _state : go [1 #60; 2#59; #34;so#34;#58; yes]

                """
            )
        );
    }
}
