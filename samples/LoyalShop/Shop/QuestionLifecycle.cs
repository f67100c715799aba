using CustomerTouchpoints;

namespace LoyalShop.Shop;

/// <summary>A question by text message. Who waits for an answer is awake, so that the answer may ring at night.</summary>
public sealed class QuestionLifecycle() : Lifecycle("question", version: 1)
{
    private static readonly State Asked = new("asked", "we have your question");
    private static readonly State Answered = new("answered", "it is answered", StateKind.Solved);

    protected override void Define(LifecycleBuilder question)
    {
        question.Line(Asked.ReachedBy("asked"), Answered.ReachedBy("answered"));
        question.On("asked").IsFromCustomer();
        question.On("answered").IsAnswer();
        question.OnEntering(Asked).Send("question-received").By(Channel.Sms);
        question.OnEntering(Answered).Send("question-answered").By(Channel.Sms);
    }
}
