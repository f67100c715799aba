using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Load.Ticks;

/// <summary>A team lead who only counts what he is told.</summary>
internal sealed class CountingLead : IEscalationHandler
{
    private int told;

    /// <summary>How often he was told since he was last asked.</summary>
    public int Taken() => Interlocked.Exchange(ref told, 0);

    public Task EscalateAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref told);
        return Task.CompletedTask;
    }
}
