namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>
/// Threads for one kind of the host's code, so that code which blocks instead of awaiting takes nobody else's: a thread is made when none
/// is idle, up to a bound, and ends when it has been idle for a while. What is awaited there without <c>ConfigureAwait(false)</c> comes
/// back to these threads.
/// </summary>
/// <remarks>Thread-safe. The threads are in the background: none keeps the process alive.</remarks>
internal sealed class HostThreads(string name, int most) : TaskScheduler
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly object gate = new();
    private readonly Queue<Task> waiting = new();
    private int threads;
    private int idle;

    public override int MaximumConcurrencyLevel => most;

    protected override void QueueTask(Task task)
    {
        lock (gate)
        {
            waiting.Enqueue(task);
            if (waiting.Count <= idle)
            {
                Monitor.Pulse(gate);
                return;
            }

            if (threads == most)
            {
                return;
            }

            threads++;
        }

        new Thread(Run) { IsBackground = true, Name = $"CustomerTouchpoints {name}" }.UnsafeStart();
    }

    /// <summary>Nothing runs on the thread of whoever waits for it: that one may have a deadline.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return [.. waiting];
        }
    }

    private void Run()
    {
        while (Next() is { } task)
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>Waits for the next task; null when there was none for so long that the thread ends.</summary>
    private Task? Next()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                idle++;
                bool rang = Monitor.Wait(gate, Idle);
                idle--;
                if (!rang && waiting.Count == 0)
                {
                    threads--;
                    return null;
                }
            }

            return waiting.Dequeue();
        }
    }
}
