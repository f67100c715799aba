namespace CustomerTouchpoints.Storage;

/// <summary>Reads customers' inboxes.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0. Thread-safe; it never blocks the writer.</remarks>
public interface IInboxReader
{
    /// <summary>
    /// Reads a page of a customer's messages: the newest first, and at one instant by their ids, the greatest first (ordinal).
    /// </summary>
    /// <param name="customer">Whose.</param>
    /// <param name="now">Deleted ones, and those that have expired by this instant, are left out; null for none.</param>
    /// <param name="unreadOnly">Whether those that were read are left out.</param>
    /// <param name="after">When the last one of the page before came, and its id; null for the first page.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<InboxRow>> ReadInboxAsync(
        CustomerId customer,
        DateTimeOffset? now,
        bool unreadOnly,
        (DateTimeOffset At, string Id)? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Counts a customer's messages that are not read, deleted, or expired by an instant.</summary>
    ValueTask<int> CountUnreadAsync(CustomerId customer, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Finds one message, whatever became of it, or null.</summary>
    ValueTask<InboxRow?> FindInboxAsync(string id, CancellationToken cancellationToken);
}
