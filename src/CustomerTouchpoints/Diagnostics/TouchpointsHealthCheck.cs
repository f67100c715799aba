using System.Globalization;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Diagnostics;

/// <summary>
/// Tells by the age of the oldest due item whether work is being done, whoever should do it. Register it with
/// <c>AddHealthChecks().AddCheck&lt;TouchpointsHealthCheck&gt;("touchpoints")</c>.
/// </summary>
/// <remarks>Thread-safe. Degraded from one minute of age or while a pause is in force, unhealthy from ten, or when the store does not answer.</remarks>
public sealed class TouchpointsHealthCheck(ITouchpointStore store, TouchpointsEngine engine, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan DegradedFrom = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UnhealthyFrom = TimeSpan.FromMinutes(10);

    /// <summary>Reads the oldest due item and the pauses from the store.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await engine.StartAsync(cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = (store.Time ?? time).GetUtcNow();
            IReadOnlyList<DueJourney> oldest = await store.ReadDueAsync(now, null, 1, cancellationToken).ConfigureAwait(false);
            TimeSpan age = oldest.Count > 0 ? now - oldest[0].DueAt : TimeSpan.Zero;
            IReadOnlyList<SwitchRow> switches = await store.ReadSwitchesAsync(cancellationToken).ConfigureAwait(false);
            string[] paused = [.. switches.Where(row => row.IsPaused).Select(row => row.Scope)];
            var data = new Dictionary<string, object> { ["oldest_due_seconds"] = age.TotalSeconds, ["paused"] = paused };
            string words = string.Create(CultureInfo.InvariantCulture, $"the oldest due item is {age.TotalSeconds:0} s old");
            words = paused.Length > 0 ? $"{words}; paused: {string.Join(", ", paused)}" : words;
            return age >= UnhealthyFrom ? HealthCheckResult.Unhealthy(words, data: data)
                : age >= DegradedFrom || paused.Length > 0 ? HealthCheckResult.Degraded(words, data: data)
                : HealthCheckResult.Healthy(words, data);
        }
        catch (StoreUnavailableException exception)
        {
            return HealthCheckResult.Unhealthy("the store does not answer", exception);
        }
    }
}
