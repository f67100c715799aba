using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Is what is due being done, whoever should do it?</summary>
internal sealed class DueQuestion(ITouchpointStore store) : IHealthQuestion
{
    private long oldest;

    /// <summary>How old the oldest due item was when it was asked last.</summary>
    public TimeSpan Oldest => TimeSpan.FromTicks(Volatile.Read(ref oldest));

    public async ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        IReadOnlyList<DueJourney> due = await store.ReadDueAsync(examination.Now, null, 1, cancellationToken).ConfigureAwait(false);
        TimeSpan age = due.Count > 0 ? examination.Now - due[0].DueAt : TimeSpan.Zero;
        Volatile.Write(ref oldest, age.Ticks);
        examination.Note("oldest_due_seconds", age.TotalSeconds);
        Reason reason = HealthReasons.WorkOverdue.With(Examination.Seconds(age));
        if (Overdue.StatusOf(age) is { } status)
        {
            examination.Find(status, reason);
        }
        else
        {
            examination.Say(reason);
        }
    }
}
