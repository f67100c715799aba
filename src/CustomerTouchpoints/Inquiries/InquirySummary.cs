namespace CustomerTouchpoints.Inquiries;

/// <summary>One line of a board: who waits, since when, what was promised, who has it.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record InquirySummary
{
    /// <summary>The inquiry.</summary>
    public required JourneyId Inquiry { get; init; }

    /// <summary>Who asks; null while nobody knows.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The state that it is in.</summary>
    public required string State { get; init; }

    /// <summary>The subject; null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>What it is about; null where nobody has said.</summary>
    public string? Topic { get; init; }

    /// <summary>How urgent it is; null where nobody has said.</summary>
    public string? Priority { get; init; }

    /// <summary>The channel of the conversation; null where it is not known.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Who has it; null while no representative does.</summary>
    public string? Representative { get; init; }

    /// <summary>The team that has it; null where none does.</summary>
    public string? Team { get; init; }

    /// <summary>The customer's oldest message that no human has answered; null while none waits.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>
    /// The next deadline of a target that is not missed yet, but for updates, which keep themselves; null while none runs.
    /// </summary>
    public DateTimeOffset? NextDeadline { get; init; }

    /// <summary>The earliest deadline that the customer was told and is still to be kept; null where they were told none.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    /// <summary>The targets that are missed and still open, by their clocks' names.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>
    /// Whether it says nothing by itself until a human has answered: see <see cref="InquiryOptions.MaxAutomaticReplies"/>.
    /// </summary>
    public bool NeedsHuman { get; init; }

    /// <summary>Its place in the order of reading, for <see cref="InquiryQuery.After"/>.</summary>
    public required string Cursor { get; init; }
}
