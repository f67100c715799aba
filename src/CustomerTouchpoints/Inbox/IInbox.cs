namespace CustomerTouchpoints.Inbox;

/// <summary>
/// The inboxes that customers have within the host's own pages and apps: what the channel <see cref="Channel.Inbox"/> was told to show.
/// Resolve it from the host's services, once <c>AddInbox()</c> was called.
/// </summary>
/// <remarks>
/// Thread-safe. Who may read whose inbox is the host's to say. A customer who was merged into another has the other's inbox; one who was
/// erased has an empty one. A message is there exactly once, whatever crashed meanwhile: it lies in the store beside its touchpoint.
/// </remarks>
public interface IInbox
{
    /// <summary>Reads a page of a customer's messages, the newest first. What was deleted or has expired is left out.</summary>
    /// <param name="customer">Whose inbox.</param>
    /// <param name="query">Which ones, and after which; null, the default, for the newest twenty.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">The place to go on from is none of an inbox.</exception>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    Task<InboxPage> ReadAsync(CustomerId customer, InboxQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>How many messages of a customer are not read: 0 for somebody of whom nobody has heard.</summary>
    /// <param name="customer">Whose inbox.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Storage.StoreUnavailableException">The store can't be read.</exception>
    Task<int> CountUnreadAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Marks one message as read. What is read is a receipt of its touchpoint, as <see cref="ICustomerTouchpoints.ReportReceiptAsync"/>
    /// takes them: fallbacks that were to come unless it was read don't, and rules on receipts are asked.
    /// </summary>
    /// <param name="customer">Whose inbox.</param>
    /// <param name="id">The message, as <see cref="InboxMessage.Id"/> names it.</param>
    /// <param name="cancellationToken">Stops the waiting, not the mark.</param>
    /// <returns>Whether this customer has such a message, read before or not.</returns>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Mark it again.</exception>
    Task<bool> MarkReadAsync(CustomerId customer, string id, CancellationToken cancellationToken = default);

    /// <summary>Marks everything that a customer has now as read, as <see cref="MarkReadAsync"/> does.</summary>
    /// <param name="customer">Whose inbox.</param>
    /// <param name="cancellationToken">Stops the waiting, not the marks.</param>
    /// <returns>How many were not read before.</returns>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored, or not all of it. Mark them again.</exception>
    Task<int> MarkAllReadAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes one message: its words are gone from the store, and it does not come again. That it was deleted is no receipt.
    /// </summary>
    /// <param name="customer">Whose inbox.</param>
    /// <param name="id">The message, as <see cref="InboxMessage.Id"/> names it.</param>
    /// <param name="cancellationToken">Stops the waiting, not the deletion.</param>
    /// <returns>Whether this customer had such a message.</returns>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Delete it again.</exception>
    Task<bool> DeleteAsync(CustomerId customer, string id, CancellationToken cancellationToken = default);
}
