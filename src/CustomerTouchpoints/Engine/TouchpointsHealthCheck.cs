using System.Globalization;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine;

/// <summary>
/// Tells by the age of the oldest due item, and of the oldest fact that waits in the intake, whether work is being done, whoever should do
/// it. Register it with <c>AddHealthChecks().AddCustomerTouchpoints()</c>.
/// </summary>
/// <remarks>
/// Thread-safe. Degraded from one minute of age, while a pause is in force, or while the intake has facts that nobody here takes: set
/// aside, or of a lifecycle that this host does not have, or once the store was found to have gone back. Unhealthy from ten minutes of age,
/// or when the store does not answer, or is not the one that was opened. <c>reason</c> in its data is the code of why.
/// </remarks>
public sealed class TouchpointsHealthCheck(ITouchpointStore store, TouchpointsEngine engine, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan DegradedFrom = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UnhealthyFrom = TimeSpan.FromMinutes(10);

    /// <summary>Reads the oldest due item, the pauses and the intake from the store.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await engine.StartAsync(cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = (store.Time ?? time).GetUtcNow();
            IReadOnlyList<DueJourney> oldest = await store.ReadDueAsync(now, null, 1, cancellationToken).ConfigureAwait(false);
            TimeSpan due = oldest.Count > 0 ? now - oldest[0].DueAt : TimeSpan.Zero;
            IReadOnlyList<SwitchRow> switches = await store.ReadSwitchesAsync(cancellationToken).ConfigureAwait(false);
            string[] paused = [.. switches.Where(row => row.IsPaused).Select(row => row.Scope)];
            ILookup<bool, IntakeBacklog> intake = (await store.CountIntakeAsync(cancellationToken).ConfigureAwait(false)).ToLookup(
                engine.Intake.Takes
            );
            TimeSpan enlisted = intake[true].Select(backlog => now - backlog.Since).DefaultIfEmpty(TimeSpan.Zero).Max();
            long stuck = intake[false].Sum(backlog => backlog.Count);
            var data = new Dictionary<string, object>
            {
                ["oldest_due_seconds"] = due.TotalSeconds,
                ["oldest_enlisted_seconds"] = enlisted.TotalSeconds,
                ["stuck_in_intake"] = stuck,
                ["paused"] = paused,
            };
            TimeSpan age = due > enlisted ? due : enlisted;
            string words = string.Create(CultureInfo.InvariantCulture, $"the oldest due item is {due.TotalSeconds:0} s old");
            words =
                enlisted > TimeSpan.Zero
                    ? string.Create(CultureInfo.InvariantCulture, $"{words}; the oldest enlisted fact is {enlisted.TotalSeconds:0} s old")
                    : words;
            words = stuck > 0 ? string.Create(CultureInfo.InvariantCulture, $"{words}; nobody here takes {stuck} enlisted fact(s)") : words;
            words = paused.Length > 0 ? $"{words}; paused: {string.Join(", ", paused)}" : words;
            StoreSetback? setback = StoreHealth.Held(store.Setback, switches);
            StoreHealth.Add(data, setback);
            words = setback is null ? words : $"{words}; {setback}";
            return age >= UnhealthyFrom ? HealthCheckResult.Unhealthy(words, data: data)
                : age >= DegradedFrom || paused.Length > 0 || stuck > 0 || setback is not null
                    ? HealthCheckResult.Degraded(words, data: data)
                : HealthCheckResult.Healthy(words, data);
        }
        catch (StoreUnavailableException exception)
        {
            return StoreHealth.Of(exception);
        }
    }
}
