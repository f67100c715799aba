using CustomerTouchpoints.Lifecycles;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// The inquiry as most desks know it: received, read, answered, solved; with targets for first and next answer, status updates and
/// resolution, and messages that come with the package in English, German, French and Italian.
/// </summary>
/// <remarks>
/// Immutable; safe to share between threads. Derive from it to add rules or to replace targets; a lifecycle that is written anew only needs
/// to take the events of an inquiry.
/// </remarks>
public class QuestionLifecycle : Lifecycle
{
    /// <summary>It is here, and nobody has read it yet.</summary>
    public static readonly State Received = new("received", says: "we have your question");

    /// <summary>Somebody has read it.</summary>
    public static readonly State Read = new("read", says: "we have read it, and are finding the best solution");

    /// <summary>Somebody works on what the customer wrote since the answer.</summary>
    public static readonly State InWork = new("in-work", says: "we are working on it");

    /// <summary>Another tier has it.</summary>
    public static readonly State SecondTier = new("second-tier", says: "a specialist is looking into it");

    /// <summary>A human has answered, and the customer has not written since.</summary>
    public static readonly State Answered = new("answered", says: "we have answered you");

    /// <summary>We need something from the customer.</summary>
    public static readonly State WaitingForCustomer = new("waiting-for-customer", says: "we need something from you");

    /// <summary>The customer wrote again, or it was reopened.</summary>
    public static readonly State WaitingForUs = new("waiting-for-us", says: "we have your message");

    /// <summary>It is solved, until the customer says that it is not.</summary>
    public static readonly State Solved = new("solved", says: "it is solved", kind: StateKind.Solved);

    /// <summary>The customer did not write what we needed. It is open again when they do.</summary>
    public static readonly State Lapsed = new("lapsed", says: "we have not heard from you", kind: StateKind.Solved);

    /// <summary>It was closed for good before it was solved.</summary>
    public static readonly State Closed = new("closed", says: "it is closed", kind: StateKind.Final);

    /// <summary>It was solved, or had lapsed, and is closed for good; nobody is told.</summary>
    public static readonly State Archived = new("archived", says: "it is closed", kind: StateKind.Final);

    /// <summary>The lifecycle with the targets that it has by default.</summary>
    public QuestionLifecycle()
        : this(new QuestionPolicy()) { }

    /// <summary>The lifecycle with targets of the host's own.</summary>
    /// <param name="policy">The targets.</param>
    /// <param name="version">The version: raise it whenever the policy has changed.</param>
    /// <param name="name">The lifecycle's name: journeys are called <c>question/7</c>.</param>
    /// <exception cref="ArgumentException">The policy names no channel, or the name is malformed.</exception>
    public QuestionLifecycle(QuestionPolicy policy, int version = 1, string name = "question")
        : base(name, version)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Channels.Count == 0)
        {
            throw new ArgumentException("The policy names no channel by which customers are answered; name one.", nameof(policy));
        }

        Policy = policy;
    }

    /// <summary>What it promises.</summary>
    public QuestionPolicy Policy { get; }

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        QuestionMoves.Define(lifecycle, Policy);
        QuestionMeanings.Define(lifecycle);
        DefineTargets(lifecycle);
        QuestionMessages.Define(lifecycle, Policy);
    }

    /// <summary>
    /// The targets of its clocks. Override it to declare others in their place; the messages tell the deadlines of first and next answer
    /// and of updates, so that there must be some.
    /// </summary>
    /// <param name="question">The definition.</param>
    protected virtual void DefineTargets(LifecycleBuilder question)
    {
        ArgumentNullException.ThrowIfNull(question);
        foreach (Channel channel in Policy.Channels.Where(IsLive))
        {
            Answers(question.Answer().Within(Policy.LiveAnswer).On(channel));
            Answers(question.NextAnswer().Within(Policy.LiveAnswer).On(channel));
        }

        Answers(question.Answer().Within(Policy.Answer, Policy.Hours));
        Answers(question.NextAnswer().Within(Policy.Answer, Policy.Hours));
        if (Policy.AnswerAtLatest is { } latest)
        {
            Answers(question.Answer().Within(latest).Named("first-answer-at-latest"));
        }

        // The first channel is also that of whoever asked by none of them, so that it comes last, and for all.
        foreach (Channel channel in Policy.Channels.Skip(1))
        {
            QuestionMessages.SendUpdates(Updates(question, channel).On(channel), channel, Policy);
        }

        QuestionMessages.SendUpdates(Updates(question, Policy.Channels[0]), Policy.Channels[0], Policy);
        Escalates(question.Resolution().Within(Policy.Resolution, Policy.Hours).WarnAt(0.75));
        Escalates(question.WorkTime(SecondTier).Within(Policy.SecondTier, Policy.Hours).WarnAt(0.75));
    }

    private bool IsLive(Channel channel) => Policy.LiveChannels.Contains(channel);

    private ResponseTargetBuilder Updates(LifecycleBuilder question, Channel channel) =>
        question.PausableUpdate().Every(IsLive(channel) ? Policy.LiveUpdate : Policy.Update);

    private void Answers(ResponseTargetBuilder target) => Escalates(Policy.BotsCount ? target.BotsCount() : target);

    private void Escalates(ResponseTargetBuilder target)
    {
        if (Policy.EscalatesTo.Count > 0)
        {
            target.Escalate(Policy.EscalatesTo);
        }
    }
}
