using System.Globalization;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine;

/// <summary>
/// Tells by the age of the oldest due item, and of the oldest fact that waits in the intake, whether work is being done, whoever should do
/// it. Register it with <c>AddHealthChecks().AddCustomerTouchpoints()</c>.
/// </summary>
/// <remarks>
/// Thread-safe. Degraded from one minute of age, while a pause is in force, while the intake has facts that nobody here takes (set
/// aside, or of a lifecycle that this host does not have), while code of the host's own has not returned long after its deadline, while a
/// channel says that it is down, from three seconds for which the writer stands still, for a minute after a decision that took longer than
/// one, and once the store was found to have gone back. Unhealthy from ten minutes of age, from thirty seconds of a standing writer, or
/// when the store does not answer or is not the one that was opened. The data say on what the writer stands; their <c>reason</c> is the
/// code of why.
/// </remarks>
public sealed class TouchpointsHealthCheck(ITouchpointStore store, TouchpointsEngine engine, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan DegradedFrom = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UnhealthyFrom = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UnhealthyFromStanding = TimeSpan.FromSeconds(30);

    /// <summary>Reads the oldest due item, the pauses and the intake from the store.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // First, and from memory: the store may be what the writer waits for.
        if (engine.Watch.Stands is { } stands)
        {
            string standing = string.Create(
                CultureInfo.InvariantCulture,
                $"the writer has stood still for {stands.Since.TotalSeconds:0} s, on {stands.On}"
            );
            var facts = new Dictionary<string, object>
            {
                ["writer_stands_seconds"] = stands.Since.TotalSeconds,
                ["writer_stands_on"] = stands.On,
            };
            return stands.Since >= UnhealthyFromStanding
                ? HealthCheckResult.Unhealthy(standing, data: facts)
                : HealthCheckResult.Degraded(standing, data: facts);
        }

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
            string[] overdue = [.. engine.Overdue.Select(bulkhead => $"{bulkhead.Overdue} call(s) of {bulkhead.Name}").Order()];
            data["overdue_calls"] = overdue;
            string? slow = engine.Watch.SlowLately;
            TimeSpan age = due > enlisted ? due : enlisted;
            string words = string.Create(CultureInfo.InvariantCulture, $"the oldest due item is {due.TotalSeconds:0} s old");
            words =
                enlisted > TimeSpan.Zero
                    ? string.Create(CultureInfo.InvariantCulture, $"{words}; the oldest enlisted fact is {enlisted.TotalSeconds:0} s old")
                    : words;
            words = stuck > 0 ? string.Create(CultureInfo.InvariantCulture, $"{words}; nobody here takes {stuck} enlisted fact(s)") : words;
            words = paused.Length > 0 ? $"{words}; paused: {string.Join(", ", paused)}" : words;
            words = overdue.Length > 0 ? $"{words}; not returned after their deadline: {string.Join(", ", overdue)}" : words;
            words = slow is not null ? $"{words}; {slow}" : words;
            ChannelOutage[] outages = [.. engine.Notices.Outages.Where(outage => outage.Lasts(now)).OrderBy(outage => outage.Since)];
            data["channels_down"] = outages.Select(outage => outage.Channel.Name).ToArray();
            if (outages.Length > 0)
            {
                data["reason"] = GateReasons.ChannelDown.Code;
                words = $"{words}; {string.Join("; ", outages.Select(Told))}";
            }

            StoreSetback? setback = StoreHealth.Held(store.Setback, switches);
            StoreHealth.Add(data, setback);
            words = setback is null ? words : $"{words}; {setback}";
            bool isHurt =
                paused.Length > 0 || stuck > 0 || overdue.Length > 0 || slow is not null || outages.Length > 0 || setback is not null;
            return age >= UnhealthyFrom ? HealthCheckResult.Unhealthy(words, data: data)
                : age >= DegradedFrom || isHurt ? HealthCheckResult.Degraded(words, data: data)
                : HealthCheckResult.Healthy(words, data);
        }
        catch (StoreUnavailableException exception)
        {
            return StoreHealth.Of(exception);
        }
    }

    private static string Told(ChannelOutage outage) =>
        string.Create(CultureInfo.InvariantCulture, $"{outage.Channel.Name} is down since {outage.Since:u}: {outage.Reason}");
}
