using CustomerTouchpoints.Engine.Bulkheads;
using CustomerTouchpoints.Reasons;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Does code of the host's own return?</summary>
internal sealed class HostCodeQuestion(BulkheadBook bulkheads) : IHealthQuestion
{
    public ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        string[] overdue = [.. bulkheads.Overdue.Select(bulkhead => $"{bulkhead.Overdue} call(s) of {bulkhead.Name}").Order()];
        examination.Note("overdue_calls", overdue);
        if (overdue.Length > 0)
        {
            examination.Find(HealthStatus.Degraded, HealthReasons.CallsOverdue.With(string.Join(", ", overdue)));
        }

        return ValueTask.CompletedTask;
    }
}
