using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>
/// Where one kind of the host's code runs, so that code which blocks instead of awaiting takes nobody else's threads. Code that has always
/// let go of its thread at once borrows one of the runtime's, for all calls in turn: nobody is woken for them. All other code has threads
/// of its own: as many at once as the machine has processors, and one more whenever work has waited because those are held up, up to a
/// bound. What is awaited there without <c>ConfigureAwait(false)</c> comes back here.
/// </summary>
/// <remarks>Thread-safe. The threads are in the background: none keeps the process alive.</remarks>
internal sealed class HostThreads : TaskScheduler
{
    /// <summary>Work that waits for longer gets one more thread.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// A borrowed thread that is held for so many looks in a row is taken for lost. One is not enough: on a machine that is busy with other
    /// things any thread is kept from its processor for so long now and then, and threads of our own are dearer just then.
    /// </summary>
    private const int LooksUntilLost = 5;

    /// <summary>For so long somebody waits at most until it is quiet, and for the call that is under way then.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>A thread that has had nothing to do for so long ends.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Queue<(object Work, long Since)> waiting = new();
    private readonly List<HostThread> idle = [];
    private readonly Promptness promptness = new();
    private readonly ITimer watch;
    private readonly string name;
    private readonly int most;
    private BorrowedThread? borrowed;
    private TaskCompletionSource? quiet;
    private long quietSince;
    private int running;
    private int wanted;
    private bool isWatched;

    /// <param name="name">Whose code it is, in words.</param>
    /// <param name="most">How many threads of its own it may have.</param>
    public HostThreads(string name, int most)
    {
        this.name = name;
        this.most = most;
        wanted = Least;
        watch = TimeProvider.System.CreateTimer(
            static state => ((HostThreads)state!).Watch(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    public override int MaximumConcurrencyLevel => most;

    private int Least => Math.Min(most, Environment.ProcessorCount);

    /// <summary>Runs a task that is the host's code on this thread.</summary>
    public void Execute(Task task) => TryExecuteTask(task);

    /// <summary>Ends when the borrowed thread is given back, or after a moment between two calls; it is over if there is none.</summary>
    public Task WhenQuietAsync()
    {
        lock (gate)
        {
            if (borrowed is null)
            {
                return Task.CompletedTask;
            }

            if (quiet is null)
            {
                quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                quietSince = Stopwatch.GetTimestamp();
            }

            return quiet.Task;
        }
    }

    /// <summary>The next work for a borrowed thread, which is given back when there is none, or when it was held for too long.</summary>
    public bool TryTake(BorrowedThread thread, [NotNullWhen(true)] out object? work)
    {
        lock (gate)
        {
            if (thread.IsLost)
            {
                promptness.Returned();
                work = null;
                return false;
            }

            if (waiting.TryDequeue(out (object Work, long Since) entry))
            {
                thread.Turns++;
                if (quiet is not null && Stopwatch.GetElapsedTime(quietSince) > Moment)
                {
                    BeQuiet();
                }

                work = entry.Work;
                return true;
            }

            GiveBack();
            work = null;
            return false;
        }
    }

    /// <summary>Runs the work that has been taken.</summary>
    public void Run(object work)
    {
        if (work is HostCall call)
        {
            call.Run(this);
        }
        else
        {
            Execute((Task)work);
        }
    }

    /// <summary>Takes up a task. The one that a call begins with is run by its call, which sees how it ends.</summary>
    protected override void QueueTask(Task task)
    {
        HostThread? woken = null;
        BorrowedThread? begun = null;
        lock (gate)
        {
            waiting.Enqueue((task.AsyncState as HostCall ?? (object)task, Environment.TickCount64));
            if (borrowed is null && promptness.IsProved)
            {
                begun = borrowed = new BorrowedThread(this);
            }
            else if (borrowed is null && running < wanted)
            {
                woken = Awaken();
            }

            BeWatched();
        }

        woken?.Wake();
        if (begun is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(begun, preferLocal: true);
        }
    }

    /// <summary>Nothing runs on the thread of whoever waits for it: that one may have a deadline.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return [.. waiting.Select(entry => entry.Work as Task ?? ((HostCall)entry.Work).Beginning)];
        }
    }

    private void GiveBack()
    {
        borrowed = null;
        BeQuiet();
    }

    private void BeQuiet()
    {
        quiet?.SetResult();
        quiet = null;
    }

    private void BeWatched()
    {
        if (!isWatched)
        {
            isWatched = watch.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Looks whether the borrowed thread is held, and whether work waits for too long.</summary>
    private void Watch()
    {
        HostThread? woken = null;
        lock (gate)
        {
            isWatched = false;
            if (borrowed?.IsHeldFor(LooksUntilLost) is true)
            {
                borrowed.IsLost = true;
                GiveBack();
                promptness.Lost();
            }

            if (borrowed is null && waiting.TryPeek(out (object Work, long Since) first))
            {
                if (Environment.TickCount64 - first.Since >= Patience.TotalMilliseconds)
                {
                    wanted = Math.Min(most, wanted + 1);
                }

                if (running < wanted)
                {
                    woken = Awaken();
                }
            }

            if (borrowed is not null || (waiting.Count > 0 && running < most))
            {
                BeWatched();
            }
        }

        woken?.Wake();
    }

    /// <summary>The thread that has been idle for the shortest time, or a new one: the others may end.</summary>
    private HostThread Awaken()
    {
        running++;
        if (idle.Count == 0)
        {
            return new HostThread(RunOwn, $"CustomerTouchpoints {name}");
        }

        HostThread thread = idle[^1];
        idle.RemoveAt(idle.Count - 1);
        return thread;
    }

    private void RunOwn(HostThread thread)
    {
        do
        {
            while (TryTake(thread, out object? work))
            {
                long began = Environment.TickCount64;
                Run(work);
                promptness.Took(Environment.TickCount64 - began < Patience.TotalMilliseconds);
            }
        } while (thread.Sleep(Idle) || !TryEnd(thread));
    }

    /// <summary>The next work for a thread of our own, which is idle when there is none.</summary>
    private bool TryTake(HostThread thread, [NotNullWhen(true)] out object? work)
    {
        lock (gate)
        {
            // Once the code is known to let go at once, what waits is the borrowed thread's.
            if (borrowed is null && waiting.TryDequeue(out (object Work, long Since) entry))
            {
                work = entry.Work;
                return true;
            }

            running--;
            idle.Add(thread);
            work = null;
            return false;
        }
    }

    /// <summary>Whether a thread may end that nobody has woken for long.</summary>
    private bool TryEnd(HostThread thread)
    {
        lock (gate)
        {
            if (idle.Remove(thread))
            {
                wanted = Math.Max(Least, wanted - 1);
                return true;
            }
        }

        // Somebody is waking it at this moment.
        return !thread.Sleep(Timeout.InfiniteTimeSpan);
    }
}
