using System.Threading.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Bulkheads;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Observing;

/// <summary>
/// What one observer has still to hear: a bounded queue, and at most one call under way. Adding never waits; the queue drops its oldest.
/// </summary>
/// <remarks>Adding is thread-safe; all else is its one loop's.</remarks>
internal sealed class ObserverFeed
{
    /// <summary>How many notices wait for an observer at most.</summary>
    public const int Capacity = 10_000;

    /// <summary>How many notices one call hears at most.</summary>
    public const int PageSize = 256;

    /// <summary>After this time a call is asked to end, and the log says so.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly ITouchpointObserver observer;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Channel<TouchpointNotice> queue;

    /// <summary>One to call on, one for what it awaits.</summary>
    private readonly TaskFactory threads;

    private Task call = Task.CompletedTask;
    private long calledAt;
    private bool isSaid;
    private long dropped;

    public ObserverFeed(ITouchpointObserver observer, TimeProvider time, ILogger logger)
    {
        this.observer = observer;
        this.time = time;
        this.logger = logger;
        threads = new TaskFactory(new HostThreads($"observer {observer.GetType().Name}", most: 2));
        queue = System.Threading.Channels.Channel.CreateBounded<TouchpointNotice>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest },
            _ =>
            {
                Interlocked.Increment(ref dropped);
                Telemetry.Dropped();
            }
        );
    }

    public void Add(TouchpointNotice notice) => queue.Writer.TryWrite(notice);

    /// <summary>Calls the observer with what waits, unless its last call is still under way. Returns whether it did.</summary>
    /// <param name="apart">Whether the call gets a thread of its own: an observer that blocks then blocks nobody.</param>
    public bool Step(bool apart)
    {
        if (!call.IsCompleted)
        {
            SayOnce();
            return false;
        }

        Settle();
        var page = new List<TouchpointNotice>();
        while (page.Count < PageSize && queue.Reader.TryRead(out TouchpointNotice? notice))
        {
            page.Add(notice);
        }

        if (page.Count == 0)
        {
            return false;
        }

        calledAt = time.GetTimestamp();
        call = apart ? threads.StartNew(() => ObserveAsync(page)).Unwrap() : ObserveAsync(page);
        return true;
    }

    /// <summary>Waits until there is something to hear, and nobody is hearing.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!call.IsCompleted)
        {
            try
            {
                await call.WaitAsync(Deadline, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                SayOnce();
                await call.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets the observer hear once more, and waits a moment for it: the host stops.</summary>
    public async Task EndAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        if (Step(apart: true))
        {
            try
            {
                await call.WaitAsync(grace, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                ObserverLog.Late(logger, Name, grace);
            }
        }
    }

    private async Task ObserveAsync(List<TouchpointNotice> page)
    {
        using var patience = new CancellationTokenSource(Deadline, time);
        try
        {
            await observer.ObserveAsync(page, patience.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // What an observer throws is its own: the log says so, and the next notices come all the same.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ObserverLog.Threw(logger, Name, exception.GetType().Name);
        }
    }

    /// <summary>Whose it is.</summary>
    public string Name => observer.GetType().Name;

    /// <summary>How much waits to be heard.</summary>
    public int Length => queue.Reader.Count;

    private void Settle()
    {
        isSaid = false;
        if (Interlocked.Exchange(ref dropped, 0) is var lost and > 0)
        {
            ObserverLog.Dropped(logger, Name, lost);
        }
    }

    private void SayOnce()
    {
        if (!isSaid && time.GetElapsedTime(calledAt) >= Deadline)
        {
            isSaid = true;
            ObserverLog.Late(logger, Name, Deadline);
        }
    }
}
