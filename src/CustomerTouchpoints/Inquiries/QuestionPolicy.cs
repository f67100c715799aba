using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What a <see cref="QuestionLifecycle"/> promises its customers, and how long it waits for them.</summary>
/// <remarks>
/// Immutable; safe to share between threads. A changed policy is another version of the lifecycle: give the lifecycle a higher version with
/// it.
/// </remarks>
public sealed record QuestionPolicy
{
    /// <summary>
    /// The channels by which customers ask and are answered. One who asked by another is answered by the first. Each needs a sender.
    /// Default: email.
    /// </summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [Channel.Email];

    /// <summary>The channels on which the customer is there and waits: their targets are those of a chat. Default: chat.</summary>
    public IReadOnlyList<Channel> LiveChannels { get; init; } = [Channel.Chat];

    /// <summary>When somebody is there to answer. Live channels count by the clock on the wall. Default: always.</summary>
    public BusinessCalendar Hours { get; init; } = BusinessCalendar.AlwaysOpen;

    /// <summary>Within which time a question on a live channel is answered. Default: 10 minutes.</summary>
    public TimeSpan LiveAnswer { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Within which time any other is, in <see cref="Hours"/>. Default: 4 hours.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Within which time the first answer is given whatever the hours. Null sets no such target. Default: a day.</summary>
    public TimeSpan? AnswerAtLatest { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The longest time between two messages to a customer who waits on a live channel. Default: 20 minutes.</summary>
    public TimeSpan LiveUpdate { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The longest time between two messages to any other customer who waits. Default: a day.</summary>
    public TimeSpan Update { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Within which time it is solved, in <see cref="Hours"/>. Default: 16 hours.</summary>
    public TimeSpan Resolution { get; init; } = TimeSpan.FromHours(16);

    /// <summary>Within which time the second tier is done with it, in <see cref="Hours"/>. Default: 8 hours.</summary>
    public TimeSpan SecondTier { get; init; } = TimeSpan.FromHours(8);

    /// <summary>
    /// Who on our side is told that a target is near or missed: needs a handler, <c>UseEscalations</c>. Default: nobody.
    /// </summary>
    public IReadOnlyList<string> EscalatesTo { get; init; } = [];

    /// <summary>Whether a bot's answer meets the answer targets. Default: only a human's does.</summary>
    public bool BotsCount { get; init; }

    /// <summary>After which time we remind a customer from whom we need something. Default: 3 days.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>After which time an inquiry lapses whose customer does not write. Default: 14 days.</summary>
    public TimeSpan LapseAfter { get; init; } = TimeSpan.FromDays(14);

    /// <summary>After which time an answer that nobody objects to has solved it. Default: 5 days.</summary>
    public TimeSpan SolvedAfter { get; init; } = TimeSpan.FromDays(5);

    /// <summary>
    /// The survey that customers are asked once a question is solved, by the message <c>question-feedback</c>: one of the kind
    /// <see cref="Feedback.SurveyKind.Solved"/> opens it again when they say no. It must be declared with <c>AddSurvey</c>. Null, the
    /// default: nobody is asked.
    /// </summary>
    public string? Survey { get; init; }

    /// <summary>After which time they are asked. Default: a day.</summary>
    public TimeSpan AskAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>After which time what is solved or has lapsed is closed for good. Default: 30 days.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromDays(30);
}
