using CustomerTouchpoints.Engine.Health;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine;

/// <summary>
/// Tells whether work is being done, whoever should do it, and what is in the way. Register it with
/// <c>AddHealthChecks().AddCustomerTouchpoints()</c>.
/// </summary>
/// <remarks>
/// Thread-safe. Degraded from one minute of age of the oldest due item or fact in the intake, while a pause is in force, while the intake
/// has facts that nobody here takes, while messages wait for a person, while a channel says that it is down or has had no free slot for
/// five seconds, while code of the host's own has not returned long after its deadline, from three seconds for which the writer stands
/// still, for a minute after a decision that took longer than one, while a loop fails again and again, while more comes in than is written,
/// and once the store was found to have gone back. Unhealthy from ten minutes of age, from thirty seconds of a standing writer, or when the
/// store does not answer or is not the one that was opened. In the data, <c>reason</c> is the code of the worst and <c>reasons</c> are all
/// of them; docs/operations.md has the rest.
/// </remarks>
public sealed class TouchpointsHealthCheck(TouchpointsEngine engine) : IHealthCheck
{
    /// <summary>Asks the store and the engine.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            Reason reason = StoreHealth.ReasonOf(exception);
            return HealthCheckResult.Unhealthy(
                $"{reason}: {exception.Message}",
                exception,
                new Dictionary<string, object> { ["reason"] = reason.Code }
            );
        }

        return (await engine.Health.ExamineAsync(cancellationToken).ConfigureAwait(false)).ToResult();
    }
}
