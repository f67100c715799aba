namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>
/// One call of the host's code on a thread of its bulkhead, and who waits for it until its deadline. Who is first ends it: the host's code,
/// its deadline, or the one who no longer wants it.
/// </summary>
#pragma warning disable CA1001 // A task needs no disposal.
internal sealed class PendingCall<TResult> : HostCall
#pragma warning restore CA1001
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Ended = 2;

    private readonly Bulkhead bulkhead;
    private readonly Func<CancellationToken, Task<TResult>> call;
    private readonly CancellationTokenSource stopping;
    private readonly TaskCompletionSource<TResult> outcome;
    private readonly Task<Task<TResult>> beginning;
    private ITimer? deadline;
    private CancellationTokenRegistration unwanted;
    private int stage;

    /// <param name="bulkhead">Whose call it is.</param>
    /// <param name="call">Calls the host's code.</param>
    /// <param name="stopping">Tells the host's code that nobody waits for it any more.</param>
    /// <param name="options">Where those go on who wait for it.</param>
    public PendingCall(
        Bulkhead bulkhead,
        Func<CancellationToken, Task<TResult>> call,
        CancellationTokenSource stopping,
        TaskCreationOptions options
    )
    {
        this.bulkhead = bulkhead;
        this.call = call;
        this.stopping = stopping;
        outcome = new TaskCompletionSource<TResult>(options);
        beginning = new Task<Task<TResult>>(static state => ((PendingCall<TResult>)state!).Begin(), this);
    }

    public override Task Beginning => beginning;

    /// <summary>What becomes of it.</summary>
    public Task<TResult> Outcome => outcome.Task;

    /// <summary>Ends it at its deadline, or when it is no longer wanted.</summary>
    public void EndAfter(TimeSpan span, TimeProvider time, CancellationToken cancellationToken)
    {
        deadline = time.CreateTimer(static state => ((PendingCall<TResult>)state!).Expire(), this, span, Timeout.InfiniteTimeSpan);
        unwanted = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingCall<TResult>)state!).GiveUp(new OperationCanceledException(token)),
            this
        );
    }

    public override void Run(HostThreads threads)
    {
        if (Interlocked.CompareExchange(ref stage, Begun, Waiting) != Waiting)
        {
            return;
        }

        threads.Execute(beginning);
        if (!beginning.IsCompletedSuccessfully)
        {
            End(Task.FromException<TResult>(beginning.Exception!.InnerException!));
        }
        else if (beginning.Result.IsCompleted)
        {
            End(beginning.Result);
        }
        else
        {
            _ = beginning.Result.ContinueWith(
                static (task, state) => ((PendingCall<TResult>)state!).End(task),
                this,
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
        }
    }

    private Task<TResult> Begin() => call(stopping.Token) ?? throw new InvalidOperationException("It returned no task.");

    private void End(Task<TResult> task)
    {
        if (Interlocked.CompareExchange(ref stage, Ended, Begun) != Begun)
        {
            bulkhead.Returned();
            _ = task.Exception;
            return;
        }

        deadline?.Dispose();
        unwanted.Unregister();
        stopping.Dispose();
        outcome.SetFromTask(task);
    }

    private void Expire() => GiveUp(new TimeoutException());

    private void GiveUp(Exception reason)
    {
        int was = Interlocked.CompareExchange(ref stage, Ended, Waiting);
        if (was == Begun)
        {
            was = Interlocked.CompareExchange(ref stage, Ended, Begun);
            if (was == Begun)
            {
                bulkhead.PassedDeadline();
            }
        }

        if (was == Ended)
        {
            return;
        }

        deadline?.Dispose();
        unwanted.Unregister();

        // Whoever listens to it is the host's code, too.
        _ = stopping.CancelAsync();
        outcome.SetException(was == Waiting && reason is TimeoutException ? new NotBegunException(bulkhead.Name) : reason);
    }
}
