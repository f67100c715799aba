namespace CustomerTouchpoints.Engine.Bulkheads;

/// <summary>
/// Where one kind of the host's code is called: with a deadline that holds whether the code awaits, blocks its thread or never returns. It
/// is told when the deadline has passed, and not waited for any longer.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Bulkhead
{
    private readonly TaskFactory? threads;
    private int overdue;

    /// <param name="name">Whose code it is, in words.</param>
    /// <param name="threads">
    /// How many threads it may block at once; null where the caller's own thread runs it: an engine that is driven step by step has one.
    /// </param>
    public Bulkhead(string name, int? threads)
    {
        Name = name;
        this.threads = threads is { } most ? new TaskFactory(new HostThreads(name, most)) : null;
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
    public async Task<TResult> CallAsync<TResult>(
        Func<CancellationToken, Task<TResult>> call,
        TimeSpan span,
        TimeProvider time,
        CancellationToken cancellationToken = default
    )
    {
        using var deadline = new CancellationTokenSource(span, time);
        using CancellationTokenSource? either = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken)
            : null;
        CancellationToken token = (either ?? deadline).Token;
        int begun = 0;
        Task<TResult> running = threads is null
            ? Begin(call, token)
            : threads.StartNew(() => Interlocked.CompareExchange(ref begun, 1, 0) == 0 ? Begin(call, token) : Over<TResult>()).Unwrap();
        try
        {
            return await running.WaitAsync(span, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (threads is not null && Interlocked.CompareExchange(ref begun, 2, 0) == 0)
        {
            throw new NotBegunException(Name);
        }
        finally
        {
            if (!running.IsCompleted && Volatile.Read(ref begun) != 2)
            {
                Interlocked.Increment(ref overdue);
                _ = running.ContinueWith(
                    _ => Interlocked.Decrement(ref overdue),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
            }
        }
    }

    private static Task<TResult> Begin<TResult>(Func<CancellationToken, Task<TResult>> call, CancellationToken token) =>
        call(token) ?? throw new InvalidOperationException("It returned no task.");

    private static Task<TResult> Over<TResult>() => Task.FromCanceled<TResult>(new CancellationToken(canceled: true));
}
