namespace CustomerTouchpoints.Storage;

/// <summary>What one batch writes of inboxes, in the order of these properties.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record InboxWrites
{
    /// <summary>Nothing.</summary>
    public static InboxWrites None { get; } = new();

    /// <summary>Messages that came. One whose id is known already changes nothing, whatever became of it.</summary>
    public IReadOnlyList<InboxRow> New { get; init; } = [];

    /// <summary>Customers who turned out to be others: their messages are the others' from now on.</summary>
    public IReadOnlyList<(CustomerId From, CustomerId Into)> Moved { get; init; } = [];

    /// <summary>Messages that were read. The first time stays.</summary>
    public IReadOnlyList<InboxMark> Read { get; init; } = [];

    /// <summary>Messages that were deleted: subject and text are emptied. The first time stays.</summary>
    public IReadOnlyList<InboxMark> Deleted { get; init; } = [];

    /// <summary>Customers of whom only the newest messages stay, as many as is said.</summary>
    public IReadOnlyList<(CustomerId Customer, int Kept)> Trimmed { get; init; } = [];

    /// <summary>Customers whose messages leave the store, every one of them.</summary>
    public IReadOnlyList<CustomerId> Erased { get; init; } = [];

    /// <summary>
    /// Up to a thousand messages of any customer that expired at this instant or before leave the store, the first of them first; those
    /// that others are just changing may stay. Null for none.
    /// </summary>
    public DateTimeOffset? ExpiredAt { get; init; }
}
