namespace CustomerTouchpoints.Responses;

/// <summary>What somebody is to be told of a response clock.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record Escalation
{
    /// <summary>
    /// Equal in every try of the same escalation, so that a handler can tell a repeat: <c>question/7~resolution~1~breach</c>. A breach
    /// that was taken back by a fact that was reported late is not the one that comes after it: that is <c>…~breach-2</c>.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The clock.</summary>
    public required ClockId Clock { get; init; }

    /// <summary>What it measures.</summary>
    public required ResponseMetric Metric { get; init; }

    /// <summary>Whether it warns or was breached.</summary>
    public required EscalationKind Kind { get; init; }

    /// <summary>The share of the target that is used, such as 0.75; 1 for a breach.</summary>
    public required double Share { get; init; }

    /// <summary>When it came to that: the true time, however late it was noticed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the target is missed, or was.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Whom to tell, in the host's words.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The number of this try, from 1. A later one may follow one that had its effect: hosts crash.</summary>
    public required int Try { get; init; }

    /// <summary>The channel of the conversation, where it is known.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The priority, where it is known.</summary>
    public string? Priority { get; init; }

    /// <summary>The topic, where it is known.</summary>
    public string? Topic { get; init; }

    /// <summary>Who answers, where it is known.</summary>
    public string? Representative { get; init; }
}
