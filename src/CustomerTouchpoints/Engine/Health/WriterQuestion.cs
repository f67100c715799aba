using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Reasons;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Does the writer go on?</summary>
internal sealed class WriterQuestion(WriterWatch watch) : IHealthQuestion
{
    private static readonly TimeSpan UnhealthyFrom = TimeSpan.FromSeconds(30);

    public ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (watch.Stands is { } stands)
        {
            examination.Note("writer_stands_seconds", stands.Since.TotalSeconds);
            examination.Note("writer_stands_on", stands.On);
            examination.Find(
                stands.Since >= UnhealthyFrom ? HealthStatus.Unhealthy : HealthStatus.Degraded,
                HealthReasons.WriterStands.With(Examination.Seconds(stands.Since), stands.On)
            );
        }

        if (watch.SlowLately is { } slow)
        {
            examination.Find(HealthStatus.Degraded, HealthReasons.SlowDecision.With(slow));
        }

        return ValueTask.CompletedTask;
    }
}
