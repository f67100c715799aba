namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>One of the threads of its own that a kind of the host's code has.</summary>
internal sealed class HostThread
{
    private readonly object bell = new();
    private readonly Thread thread;
    private bool isStarted;
    private bool hasRung;

    /// <param name="run">What it does.</param>
    /// <param name="name">Its name, for those who look at a process.</param>
    public HostThread(Action<HostThread> run, string name) => thread = new Thread(() => run(this)) { IsBackground = true, Name = name };

    /// <summary>Starts it, or wakes it from its sleep. For each time that it has been taken from the idle ones, once.</summary>
    public void Wake()
    {
        if (!isStarted)
        {
            isStarted = true;
            thread.UnsafeStart();
            return;
        }

        lock (bell)
        {
            hasRung = true;
            Monitor.Pulse(bell);
        }
    }

    /// <summary>Sleeps until it is woken, for so long at most. Returns whether it was woken.</summary>
    public bool Sleep(TimeSpan longest)
    {
        lock (bell)
        {
            if (!hasRung)
            {
                Monitor.Wait(bell, longest);
            }

            bool woken = hasRung;
            hasRung = false;
            return woken;
        }
    }
}
