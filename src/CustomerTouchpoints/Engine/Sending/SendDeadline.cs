using CustomerTouchpoints.Engine.Bulkheads;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// How long the host's senders, lookups and handlers may take: they are told when it is over, and not waited for any longer. A host that
/// stops waits for them: only their own deadline cuts them short.
/// </summary>
internal sealed class SendDeadline(IOptions<TouchpointsOptions> options, StoreTime time)
{
    public TimeSpan Span => options.Value.SendDeadline;

    /// <summary>Calls, and waits until the deadline.</summary>
    /// <exception cref="NotBegunException">The deadline has passed, and nothing was called.</exception>
    /// <exception cref="TimeoutException">The deadline has passed.</exception>
    public Task<TResult> CallAsync<TResult>(Bulkhead bulkhead, Func<CancellationToken, Task<TResult>> call) =>
        bulkhead.CallAsync(call, Span, time);

    /// <summary>What went wrong is that it took too long.</summary>
    public static bool HasPassed(Exception exception) => exception is TimeoutException or OperationCanceledException;
}
