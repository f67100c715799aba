using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Do messages wait for a person?</summary>
internal sealed class ReviewQuestion(ITouchpointStore store) : IHealthQuestion
{
    /// <summary>Counting more of them would cost more than it tells.</summary>
    private const int Most = 1000;

    private int waiting;

    /// <summary>How many waited when it was asked last.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    public async ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        int count = await store.CountShelvedAsync(Most, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref waiting, count);
        examination.Note("waiting_for_person", count);
        if (count > 0)
        {
            examination.Find(HealthStatus.Degraded, HealthReasons.WaitsForPerson.With(count));
        }
    }
}
