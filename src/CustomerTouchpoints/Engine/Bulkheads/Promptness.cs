namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>
/// Whether one kind of the host's code is known to let go of its thread at once: many calls in a row have. Who loses it once has to prove
/// it again, and not before the thread that was lost is back.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Promptness
{
    private const int Enough = 64;

    private int inARow;
    private int lost;

    public bool IsProved => Volatile.Read(ref inARow) >= Enough && Volatile.Read(ref lost) == 0;

    /// <summary>A call was at once over, or was not.</summary>
    public void Took(bool wasPrompt)
    {
        if (!wasPrompt)
        {
            Volatile.Write(ref inARow, 0);
        }
        else if (Volatile.Read(ref inARow) < Enough)
        {
            Interlocked.Increment(ref inARow);
        }
    }

    /// <summary>A borrowed thread was lost.</summary>
    public void Lost()
    {
        Volatile.Write(ref inARow, 0);
        Interlocked.Increment(ref lost);
    }

    /// <summary>A borrowed thread that was lost is back.</summary>
    public void Returned() => Interlocked.Decrement(ref lost);
}
