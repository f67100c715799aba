namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>A thread of the runtime's pool while it runs the host's code, one call after the other.</summary>
internal sealed class BorrowedThread(HostThreads threads) : IThreadPoolWorkItem
{
    private long seen = -1;
    private int looks;

    /// <summary>How much it has taken up. Under the lock of its threads.</summary>
    public long Turns { get; set; }

    /// <summary>Whether what it runs has held it for so long that it takes up nothing more. Under the lock of its threads.</summary>
    public bool IsLost { get; set; }

    /// <summary>
    /// Whether it has been at the same work, or not begun, for so many times in a row that this was asked. Under the lock of its threads.
    /// </summary>
    public bool IsHeldFor(int many)
    {
        looks = Turns == seen ? looks + 1 : 0;
        seen = Turns;
        return looks >= many;
    }

    public void Execute()
    {
        while (threads.TryTake(this, out object? work))
        {
            threads.Run(work);
        }
    }
}
