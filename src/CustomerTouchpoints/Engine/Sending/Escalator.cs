using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Escalations;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// Calls the host's escalation handler with what a commit has claimed, outside of any transaction, and reports what came of it.
/// </summary>
internal sealed class Escalator(
    EscalationQueue queue,
    Writer writer,
    IOptions<TouchpointsOptions> options,
    TimeProvider time,
    ILogger<Escalator> logger,
    IEscalationHandler? handler = null
)
{
    /// <summary>Waits for an escalation, and makes it.</summary>
    public async Task MakeNextAsync(CancellationToken cancellationToken) =>
        await MakeAsync(await queue.TakeAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Makes one escalation, if there is one. Returns whether there was.</summary>
    public async Task<bool> StepAsync()
    {
        if (!queue.TryTake(out ClaimedEscalation? claimed))
        {
            return false;
        }

        await MakeAsync(claimed).ConfigureAwait(false);
        return true;
    }

    private async Task MakeAsync(ClaimedEscalation claimed)
    {
        string? failure = await TryAsync(claimed).ConfigureAwait(false);
        queue.Release();
        writer.Submit(
            new Submission.Report(
                claimed.Escalation.Clock.Journey,
                new EscalationReported(claimed.Number, claimed.Escalation.Try, failure) { Now = Instants.Truncate(time.GetUtcNow()) }
            )
        );
    }

    private async Task<string?> TryAsync(ClaimedEscalation claimed)
    {
        // As with messages: nothing begins so late that another owner may have begun it again.
        if (time.GetElapsedTime(claimed.ClaimedAt) > options.Value.SendDeadline)
        {
            return "it was claimed, and not begun in time";
        }

        if (handler is null)
        {
            return "no escalation handler is registered";
        }

        try
        {
            using var deadline = new CancellationTokenSource(options.Value.SendDeadline, time);
            await handler
                .EscalateAsync(claimed.Escalation, deadline.Token)
                .WaitAsync(options.Value.SendDeadline, time, CancellationToken.None)
                .ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // A handler may throw anything; the escalation is made again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            DispatchingLog.EscalationFailed(logger, claimed.Escalation.Id, exception.GetType().Name);
            return $"the handler failed with {exception.GetType().Name}";
        }
    }
}
