using CustomerTouchpoints.Reasons;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Do the engine's loops get on, or does one fail again and again?</summary>
internal sealed class LoopQuestion(LoopBook loops) : IHealthQuestion
{
    /// <summary>What fails once is tried again and seldom worth a call.</summary>
    private const int Repeatedly = 3;

    public ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        foreach ((string loop, int count, string exception) in loops.Failing.Where(loop => loop.Count >= Repeatedly))
        {
            examination.Find(HealthStatus.Degraded, HealthReasons.LoopFails.With(loop, count, exception), loop);
        }

        return ValueTask.CompletedTask;
    }
}
