namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>A thread of the runtime's pool while it runs the host's code, one call after the other.</summary>
internal sealed class BorrowedThread(HostThreads threads) : IThreadPoolWorkItem
{
    private long seen = -1;

    /// <summary>How much it has taken up. Under the lock of its threads.</summary>
    public long Turns { get; set; }

    /// <summary>Whether what it runs has held it for so long that it takes up nothing more. Under the lock of its threads.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether it has been at the same work, or not begun, since this was asked before. Under the lock of its threads.</summary>
    public bool IsHeld()
    {
        bool isHeld = Turns == seen;
        seen = Turns;
        return isHeld;
    }

    public void Execute()
    {
        while (threads.TryTake(this, out object? work))
        {
            threads.Run(work);
        }
    }
}
