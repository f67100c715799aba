namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>A letter from somebody, for laws about who somebody is.</summary>
internal sealed class LetterLifecycle() : Lifecycle("letter", version: 1)
{
    public static readonly State Written = new("written", says: "it is written");

    protected override void Define(LifecycleBuilder letter)
    {
        letter.Line(Written.ReachedBy("written"));
        letter.OnEntering(Written).Send("letter-left").By(Channel.Email);
        letter.On("offer").Send("offer").As(Category.Promotional).By(Channel.Email);
    }
}
