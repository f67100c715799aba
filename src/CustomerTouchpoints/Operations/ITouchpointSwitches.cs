namespace CustomerTouchpoints.Operations;

/// <summary>
/// How an operator stops the flood, and lets it flow again. A switch is kept in the store and read in every transaction that claims
/// messages: once a pause is acknowledged, no host on the store claims another message behind it. Facts are taken in as ever, and their
/// messages wait; those that a sender already has may still arrive.
/// </summary>
/// <remarks>Thread-safe. Resolve it from the host's services. Who may call it is the host's to say.</remarks>
public interface ITouchpointSwitches
{
    /// <summary>
    /// Stops sending, for everything, one channel or one rule, until it is resumed. What comes due meanwhile is held with this reason.
    /// </summary>
    /// <param name="scope">What to stop.</param>
    /// <param name="reason">Why; the journal quotes it. 1 to 200 characters.</param>
    /// <param name="by">Who stops it; the journal quotes it. 1 to 200 characters.</param>
    /// <param name="cancellationToken">Gives up waiting; it may then have been paused all the same.</param>
    /// <returns>False when it was paused already: the first pause stands, with its reason.</returns>
    /// <exception cref="ArgumentException">The scope is <c>default</c>, no such channel or rule is registered, or a text is empty,
    /// too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Pause again.</exception>
    Task<bool> PauseAsync(SwitchScope scope, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets sending go on. What was held comes to the gate anew: what has become stale meanwhile is skipped, with its reason.
    /// </summary>
    /// <param name="scope">What to let go on. A message behind two pauses waits for both.</param>
    /// <param name="reason">Why. 1 to 200 characters.</param>
    /// <param name="by">Who lets it. 1 to 200 characters.</param>
    /// <param name="cancellationToken">Gives up waiting; it may then have been resumed all the same.</param>
    /// <returns>False when it was not paused.</returns>
    /// <exception cref="ArgumentException">The scope is <c>default</c>, or a text is empty, too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Resume again.</exception>
    Task<bool> ResumeAsync(SwitchScope scope, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Drops everything of a scope that was planned until now and has not left: it is <c>Skipped</c> when its turn comes, with this as its
    /// reason. What is planned afterwards goes its way; a pause of this scope ends.
    /// </summary>
    /// <param name="scope">What to drop. It can't be taken back.</param>
    /// <param name="reason">Why. 1 to 200 characters.</param>
    /// <param name="by">Who drops it. 1 to 200 characters.</param>
    /// <param name="cancellationToken">Gives up waiting; it may then have been discarded all the same.</param>
    /// <exception cref="ArgumentException">The scope is <c>default</c>, no such channel or rule is registered, or a text is empty,
    /// too long or has control characters.</exception>
    /// <exception cref="Storage.StoreUnavailableException">It could not be stored. Discard again.</exception>
    Task DiscardAsync(SwitchScope scope, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>The pauses in force, oldest first; empty when everything flows.</summary>
    Task<IReadOnlyList<Pause>> CurrentAsync(CancellationToken cancellationToken = default);

    /// <summary>The record of operations, newest first.</summary>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Operation>> HistoryAsync(int limit = 100, CancellationToken cancellationToken = default);
}
