namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class SoundLifecycleTests
{
    [Test]
    public void A_sound_order_has_no_fault() => Assert.That(Lifecycle.Validate<OrderLifecycle>().ToString(), Is.EqualTo("sound"));

    [Test]
    public void A_sound_question_has_no_fault() => Assert.That(Lifecycle.Validate<QuestionLifecycle>().ToString(), Is.EqualTo("sound"));
}
