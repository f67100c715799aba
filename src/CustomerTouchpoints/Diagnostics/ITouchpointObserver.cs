namespace CustomerTouchpoints.Diagnostics;

/// <summary>
/// Hears what was committed: messages sent, failed, held and in review, channels that go down and come up, clocks that warn or are
/// breached. For a dashboard that moves, a counter, an alert. Added with <c>AddObserver&lt;TObserver&gt;()</c>.
/// </summary>
/// <remarks>
/// Best effort, after the commit, in the order of the commits, never before and never in the way of the writer: notices queue up to a
/// bound, and whoever is slower loses the oldest, which is logged and counted. What a crash leaves in the queue is lost. Where every entry
/// has to be seen, read the journal instead. Made once by the host's services; never called concurrently with itself: by one
/// loop of its own, one call at a time. What it throws is logged and goes no further.
/// </remarks>
public interface ITouchpointObserver
{
    /// <summary>Hears of some notices.</summary>
    /// <param name="notices">What was committed, oldest first; never empty.</param>
    /// <param name="cancellationToken">
    /// Cancelled after ten seconds. A call that goes on nevertheless is waited for: meanwhile its notices queue, and nobody else's.
    /// </param>
    Task ObserveAsync(IReadOnlyList<TouchpointNotice> notices, CancellationToken cancellationToken);
}
