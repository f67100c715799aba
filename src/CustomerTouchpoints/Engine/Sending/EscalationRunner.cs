using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>Calls the host's escalation handler.</summary>
internal sealed class EscalationRunner(
    SendDeadline deadline,
    StoreTime time,
    ILogger<EscalationRunner> logger,
    IEscalationHandler? handler = null
)
{
    public async Task<EscalationReported> RunAsync(EscalationCall call)
    {
        string? failure = await TryAsync(call).ConfigureAwait(false);
        return new EscalationReported(call.Number, call.Escalation.Try, failure) { Now = Instants.Truncate(time.GetUtcNow()) };
    }

    private async Task<string?> TryAsync(EscalationCall call)
    {
        // As with messages: nothing begins so late that another owner may have begun it again.
        if (time.GetElapsedTime(call.ClaimedAt) > deadline.Span)
        {
            return "it was claimed, and not begun in time";
        }

        if (handler is null)
        {
            return "no escalation handler is registered";
        }

        try
        {
            await deadline.CallAsync(call.Pool.Bulkhead, CallAsync).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // A handler may throw anything; the escalation is made again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatchingLog.EscalationFailed(logger, call.Escalation.Id, exception.GetType().Name);
            return $"the handler failed with {exception.GetType().Name}";
        }

        async Task<bool> CallAsync(CancellationToken token)
        {
            await handler.EscalateAsync(call.Escalation, token).ConfigureAwait(false);
            return true;
        }
    }
}
