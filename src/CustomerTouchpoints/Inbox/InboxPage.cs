namespace CustomerTouchpoints.Inbox;

/// <summary>A page of a customer's inbox.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record InboxPage
{
    /// <summary>The messages, the newest first.</summary>
    public required IReadOnlyList<InboxMessage> Messages { get; init; }

    /// <summary>Where the next page begins, for <see cref="InboxQuery.After"/>; null where nothing more is there.</summary>
    public string? Next { get; init; }

    /// <summary>How many messages of the whole inbox are not read.</summary>
    public required int Unread { get; init; }
}
