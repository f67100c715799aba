using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Reasons;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Does each channel have slots that come free?</summary>
internal sealed class SlotQuestion(ErrandPools pools) : IHealthQuestion
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    public ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        foreach (ErrandPool pool in pools.All)
        {
            if (pool.FullFor is { } full && full >= Long)
            {
                examination.Find(HealthStatus.Degraded, HealthReasons.NoFreeSlot.With(pool.Name, Examination.Seconds(full)), pool.Name);
            }
        }

        return ValueTask.CompletedTask;
    }
}
