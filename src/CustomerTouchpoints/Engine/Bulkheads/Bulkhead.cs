namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>
/// Where one kind of the host's code is called: with a deadline that holds whether the code awaits, blocks its thread or never returns. It
/// is told when the deadline has passed, and not waited for any longer.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Bulkhead
{
    private readonly HostThreads? threads;
    private readonly TaskCreationOptions goingOn;
    private int overdue;

    /// <param name="name">Whose code it is, in words.</param>
    /// <param name="threads">
    /// How many threads it may block at once; null where the caller's own thread runs it: an engine that is driven step by step has one.
    /// </param>
    /// <param name="goesOnThere">
    /// Whether those who wait for a call go on where it ended, which saves a change of threads: for loops of the engine's own, which never
    /// call anybody else from there.
    /// </param>
    public Bulkhead(string name, int? threads, bool goesOnThere)
    {
        Name = name;
        this.threads = threads is { } most ? new HostThreads(name, most) : null;
        goingOn = goesOnThere ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;
    }

    public string Name { get; }

    /// <summary>How many calls have passed their deadline and have still not returned.</summary>
    public int Overdue => Volatile.Read(ref overdue);

    /// <summary>Calls, and waits until the deadline.</summary>
    /// <param name="call">Calls the host's code.</param>
    /// <param name="span">How long it may take.</param>
    /// <param name="time">By which clock.</param>
    /// <param name="cancellationToken">Stops waiting, and tells the code.</param>
    /// <exception cref="NotBegunException">The deadline has passed, and nothing was called: earlier calls block every thread.</exception>
    /// <exception cref="TimeoutException">The deadline has passed.</exception>
    public Task<TResult> CallAsync<TResult>(
        Func<CancellationToken, Task<TResult>> call,
        TimeSpan span,
        TimeProvider time,
        CancellationToken cancellationToken = default
    )
    {
        if (threads is null)
        {
            return CallHereAsync(call, span, time, cancellationToken);
        }

        var pending = new PendingCall<TResult>(this, call, new CancellationTokenSource(), goingOn);
        pending.EndAfter(span, time, cancellationToken);
        pending.Beginning.Start(threads);
        return pending.Outcome;
    }

    /// <summary>Ends when calls of code that is known to be quick are through; it is over where none are under way.</summary>
    public Task WhenQuietAsync() => threads?.WhenQuietAsync() ?? Task.CompletedTask;

    /// <summary>A call has passed its deadline.</summary>
    public void PassedDeadline() => Interlocked.Increment(ref overdue);

    /// <summary>A call that had passed its deadline has returned.</summary>
    public void Returned() => Interlocked.Decrement(ref overdue);

    private async Task<TResult> CallHereAsync<TResult>(
        Func<CancellationToken, Task<TResult>> call,
        TimeSpan span,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(span, time);
        using CancellationTokenSource? either = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken)
            : null;
        Task<TResult> running = call((either ?? deadline).Token) ?? throw new InvalidOperationException("It returned no task.");
        try
        {
            return await running.WaitAsync(span, time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!running.IsCompleted)
            {
                PassedDeadline();
                _ = running.ContinueWith(
                    _ => Returned(),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
            }
        }
    }
}
