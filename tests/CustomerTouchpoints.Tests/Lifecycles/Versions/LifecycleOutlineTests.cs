using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Lifecycles.Versions;

namespace CustomerTouchpoints.Tests.Lifecycles.Versions;

/// <summary>What tells one definition from another.</summary>
public sealed class LifecycleOutlineTests
{
    private static readonly State Asked = new("asked");
    private static readonly State Answered = new("answered", kind: StateKind.Solved);

    [Test]
    public void The_words_of_a_definition_never_change_since_stores_remember_them() =>
        Assert.That(
            string.Join('\n', Outline(Define).Words),
            Is.EqualTo(
                """
                role asker
                step 1 of the line: asked by question.asked
                step 2 of the line: answered by question.answered
                state answered, solved
                state asked, open
                question.imported opens in asked
                while open on question.moved when it is long: goto to asked
                in asked on question.edited: stay
                in asked after 3.00:00:00: to answered
                rule asked-mail: entering in asked, sends asked-mail to asker, by email and sms or chat, \
                    transactional, stale after 7.00:00:00, must be heard, if unknown resend
                rule waits: quiet in asked when it is long, after 04:00:00, sends still-open to asker, by email, \
                    service, stale after 12:00:00, at most 3, if unknown resend
                rule thanks: entering in answered, after 1.00:00:00, at 09:30:00, sends thanks to asker, by email, \
                    promotional, stale after 02:00:00, afterwards, if unknown hold
                """.Replace("\\\n    ", "", StringComparison.Ordinal)
            )
        );

    [Test]
    public void The_fingerprint_is_that_of_the_words() =>
        Assert.That(Outline(Define).Fingerprint, Is.EqualTo("43fe12e3da37f4fff29218e15c2a3c35"));

    [Test]
    public void What_a_guard_does_is_not_part_of_it() =>
        Assert.That(
            Outline(question => Guarded(question, _ => true)).Fingerprint,
            Is.EqualTo(Outline(question => Guarded(question, _ => false)).Fingerprint)
        );

    [Test]
    public void Differences_name_what_is_no_more_and_what_is_new()
    {
        LifecycleOutline before = Outline(question => Waiting(question, 3));
        LifecycleOutline after = Outline(question => Waiting(question, 4));
        Assert.That(after.Fingerprint, Is.Not.EqualTo(before.Fingerprint));
        Assert.That(
            after.Differences(before),
            Is.EqualTo("no more: in asked after 3.00:00:00: to answered; new: in asked after 4.00:00:00: to answered")
        );
    }

    private static LifecycleOutline Outline(Action<LifecycleBuilder> define) => Written.Definition(define).Outline;

    private static void Define(LifecycleBuilder question)
    {
        question.Parties("asker");
        question.Line(Asked.ReachedBy("question.asked"), Answered.ReachedBy("question.answered"));
        question.OpensWith("question.imported").GoTo(Asked);
        question.WhileOpen().On("question.moved").When("it is long", _ => true).GoTo(Asked);
        question.While(Asked).On("question.edited").Stay();
        question.While(Asked).For(TimeSpan.FromDays(3)).GoTo(Answered);
        question.OnEntering(Asked).Send("asked-mail").AlsoBy("sms", "chat").MustBeHeard();
        question.While(Asked).QuietFor(TimeSpan.FromHours(4)).Send("still-open").Named("waits").When("it is long", _ => true);
        question
            .OnEntering(Answered)
            .After(TimeSpan.FromDays(1))
            .At(new TimeOnly(9, 30))
            .Send("thanks")
            .As(Category.Promotional)
            .StaleAfter(TimeSpan.FromHours(2))
            .Afterwards();
    }

    private static void Guarded(LifecycleBuilder question, Func<Situation, bool> guard)
    {
        question.Line(Asked.ReachedBy("question.asked"), Answered.ReachedBy("question.answered"));
        question.While(Asked).On("question.closed").When("it may", guard).GoTo(Answered);
    }

    private static void Waiting(LifecycleBuilder question, int days)
    {
        question.Line(Asked.ReachedBy("question.asked"), Answered.ReachedBy("question.answered"));
        question.While(Asked).For(TimeSpan.FromDays(days)).GoTo(Answered);
    }
}
