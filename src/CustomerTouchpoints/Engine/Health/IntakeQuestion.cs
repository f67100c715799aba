using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Is what hosts have enlisted being taken?</summary>
internal sealed class IntakeQuestion(ITouchpointStore store, IntakeReader reader) : IHealthQuestion
{
    public async ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        ILookup<bool, IntakeBacklog> intake = (await store.CountIntakeAsync(cancellationToken).ConfigureAwait(false)).ToLookup(
            reader.Takes
        );
        TimeSpan age = intake[true].Select(backlog => examination.Now - backlog.Since).DefaultIfEmpty(TimeSpan.Zero).Max();
        long stuck = intake[false].Sum(backlog => backlog.Count);
        examination.Note("oldest_enlisted_seconds", age.TotalSeconds);
        examination.Note("stuck_in_intake", stuck);
        Reason reason = HealthReasons.IntakeOverdue.With(Examination.Seconds(age));
        if (Overdue.StatusOf(age) is { } status)
        {
            examination.Find(status, reason);
        }
        else if (age > TimeSpan.Zero)
        {
            examination.Say(reason);
        }

        if (stuck > 0)
        {
            examination.Find(HealthStatus.Degraded, HealthReasons.IntakeStuck.With((double)stuck));
        }
    }
}
