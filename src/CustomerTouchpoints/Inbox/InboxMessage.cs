namespace CustomerTouchpoints.Inbox;

/// <summary>A message in a customer's inbox.</summary>
/// <remarks>Immutable; safe to share between threads. Subject and text are plain: escape them where they are shown as HTML.</remarks>
public sealed record InboxMessage
{
    /// <summary>Its id: 32 lower-case hexadecimal digits, which say nothing of what it is about.</summary>
    public required string Id { get; init; }

    /// <summary>The touchpoint that it is.</summary>
    public required TouchpointId Touchpoint { get; init; }

    /// <summary>What kind of message it is.</summary>
    public required Category Category { get; init; }

    /// <summary>The name of the topic that it is about; null for none.</summary>
    public string? Topic { get; init; }

    /// <summary>The BCP 47 culture that it is written in.</summary>
    public required string Culture { get; init; }

    /// <summary>Its subject: one line of plain text. Empty where its template has none.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says, as plain text with real URLs.</summary>
    public required string Text { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when on it is not shown any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was read; null while it is not.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Whose it is and which one; what it says is left out.</summary>
    public override string ToString() => $"InboxMessage {Id} of {Touchpoint}";
}
