namespace CustomerTouchpoints.Storage;

/// <summary>Reads what providers have reported of messages, and the messages that they report of.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0. Thread-safe; it never blocks the writer.</remarks>
public interface IReceiptReader
{
    /// <summary>Finds the touchpoints that a provider calls by a reference, in the ordinal order of their ids.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="reference">The provider's own id of the message, compared by its characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<TouchpointId>> FindTouchpointsAsync(Channel channel, string reference, CancellationToken cancellationToken);

    /// <summary>
    /// Reads touchpoints of journeys as they were last committed, in any order; those that do not exist are left out. Who holds their
    /// journeys in a batch reads what no other can change meanwhile.
    /// </summary>
    ValueTask<IReadOnlyList<TouchpointRow>> ReadTouchpointsAsync(
        IReadOnlyCollection<TouchpointId> touchpoints,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Reads what providers have reported of touchpoints, as it was last committed: those of one touchpoint by when they happened, and then
    /// by the names of their kinds (ordinal).
    /// </summary>
    ValueTask<IReadOnlyList<ReceiptRow>> ReadReceiptsAsync(
        IReadOnlyCollection<TouchpointPlace> touchpoints,
        CancellationToken cancellationToken
    );
}
