using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Engine.Health;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>
/// Runs the engine's loops by the clock: from before the host's other services start, so that they can raise events, until after they have
/// stopped. It only loops: each turn is a step that could as well be driven by hand.
/// </summary>
internal sealed class TouchpointsWorker(
    TouchpointsEngine engine,
    ErrandPools pools,
    IOptions<TouchpointsOptions> options,
    ILogger<TouchpointsWorker> logger
) : IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private const int NotBegun = 0;
    private const int Begun = 1;
    private const int Ended = 2;

    /// <summary>After a batch of more, enough has queued up meanwhile, and deciding on it while messages are rendered gains more.</summary>
    private const int Few = 64;

    private const string Committing = "committing";

    /// <summary>How long observers may take for what they hear last.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>How long a stop may take beyond the deadline of what is being sent, when its host sets no bound.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How long is waited for what should have ended already.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource stopping = new();
    private int life;
    private bool isEnding;
    private WriteResult written;
    private Task loops = Task.CompletedTask;
    private Task looking = Task.CompletedTask;
    private Task observing = Task.CompletedTask;

    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref life, Begun, NotBegun) is var before && before != NotBegun)
        {
            throw new InvalidOperationException(
                before == Begun
                    ? "CustomerTouchpoints runs already: this host was started before."
                    : "CustomerTouchpoints was stopped, and starts once only. Build another host."
            );
        }

        try
        {
            await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            life = NotBegun;
            throw;
        }

        if (options.Value.RunWorkers)
        {
            loops = Task.WhenAll(
                pools
                    .All.SelectMany(WorkersOf)
                    .Append(LoopAsync("the writer", WriteAsync, stopping.Token))
                    .Append(LoopAsync("reading the intake", TakeInAsync, stopping.Token))
                    .Append(LoopAsync("reading what is due", WakeAsync, stopping.Token))
                    .Concat(engine.Rates.IsIdle ? [] : [LoopAsync("keeping rates", engine.Rates.TurnAsync, stopping.Token)])
                    .Append(LoopAsync("looking after health", ExamineAsync, stopping.Token))
            );
            observing = Task.WhenAll(
                engine.Notices.Feeds.Select(feed => LoopAsync($"observer {feed.Name}", token => ObserveAsync(feed, token), stopping.Token))
            );
            looking = Task.Factory.StartNew(
                new Lookout(engine, options.Value.PollInterval, stopping.Token).Run,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            engine.WorkersRun();
        }
    }

    /// <summary>
    /// Lets messages that are being sent report, gives back what was not begun, and commits what has queued up: for as long as the host
    /// lets it, and as deadlines allow. What is under way after that is found at the next start.
    /// </summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref life, Ended) != Begun)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.SendDeadline + Grace);
        isEnding = true;
        await stopping.CancelAsync().ConfigureAwait(false);
        bool hasEnded = await EndsAsync(loops, patience.Token).ConfigureAwait(false);
        if (options.Value.RunWorkers)
        {
            engine.Dispatcher.Stop();
            engine.Writer.Close();
            using var rest = new CancellationTokenSource(hasEnded ? options.Value.SendDeadline : Moment);
            hasEnded &= await EndsAsync(CommitTheRestAsync(rest.Token), rest.Token).ConfigureAwait(false);
            engine.Writer.End(new InvalidOperationException("The host has stopped before this could be committed. Raise it again."));
            await EndsAsync(observing, patience.Token).ConfigureAwait(false);
            Task lastWords = Task.WhenAll(engine.Notices.Feeds.Select(feed => feed.EndAsync(LastWords, patience.Token)));
            await EndsAsync(lastWords, patience.Token).ConfigureAwait(false);
        }

        // Last: a look that is under way can't be cancelled, and nothing may wait for it but the store, which is closed next.
        hasEnded &= await EndsAsync(looking, patience.Token).ConfigureAwait(false);
        if (!hasEnded)
        {
            ProcessingLog.StoppedEarly(logger);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the loops of a host that was not stopped, and waits a moment for them: the store is closed next.</summary>
    public async ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref life, Ended);
        if (!isEnding)
        {
            isEnding = true;
            await stopping.CancelAsync().ConfigureAwait(false);
            engine.End();
            await EndsAsync(Task.WhenAll(loops, observing, looking), new CancellationToken(canceled: true)).ConfigureAwait(false);
        }

        if (looking.IsCompleted && loops.IsCompleted)
        {
            stopping.Dispose();
        }
    }

    /// <summary>The same, for containers that are not disposed asynchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task CommitTheRestAsync(CancellationToken cancellationToken)
    {
        while ((await engine.Writer.StepAsync(cancellationToken).ConfigureAwait(false)).IsThrough) { }
    }

    /// <summary>
    /// Waits until something ends: until patience is at an end, but a moment at least. Returns whether it did; how does not matter.
    /// </summary>
    private static async Task<bool> EndsAsync(Task task, CancellationToken patience)
    {
        await task.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!task.IsCompleted)
        {
            await task.WaitAsync(Moment, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return task.IsCompleted;
    }

    private async Task LoopAsync(string name, Func<CancellationToken, Task> turn, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await turn(stoppingToken).ConfigureAwait(false);
                engine.Health.Loops.Went(name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A loop of the engine never ends because one turn failed.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                ProcessingLog.WorkerFailed(logger, exception);
                engine.Health.Loops.Failed(name, exception.GetType().Name);
                await PauseAsync(stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task ObserveAsync(ObserverFeed feed, CancellationToken stoppingToken)
    {
        await feed.WaitAsync(stoppingToken).ConfigureAwait(false);
        feed.Step(apart: true);
    }

    /// <summary>The loops of one pool: as many as errands of it are run at once.</summary>
    private IEnumerable<Task> WorkersOf(ErrandPool pool) =>
        Enumerable
            .Range(0, pool.Workers)
            .Select(_ =>
                LoopAsync($"channel {pool.Name}", stoppingToken => engine.Dispatcher.RunNextAsync(pool, stoppingToken), stopping.Token)
            );

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        await engine.Writer.WaitAsync(stoppingToken).ConfigureAwait(false);
        if (written.Taken <= Few)
        {
            // Callers who have just been answered often come back at once, and quick senders report at once: they share the next commit.
            await Task.Yield();
            await pools.WhenQuietAsync().ConfigureAwait(false);
        }

        written = await engine.Writer.StepAsync(CancellationToken.None).ConfigureAwait(false);
        if (written.HasFailed)
        {
            engine.Health.Loops.Failed(Committing, "log event 1201");
            await PauseAsync(stoppingToken).ConfigureAwait(false);
        }
        else if (written.Taken > 0)
        {
            engine.Health.Loops.Went(Committing);
        }
    }

    private async Task ExamineAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(HealthWatch.Interval, stoppingToken).ConfigureAwait(false);
        await engine.Health.StepAsync(stoppingToken).ConfigureAwait(false);
    }

    /// <summary>Takes what lies in the intake. A host commits when it pleases, and at most a hint tells us: we look often.</summary>
    private async Task TakeInAsync(CancellationToken stoppingToken)
    {
        IntakePage page = await engine.Intake.StepAsync(stoppingToken).ConfigureAwait(false);
        await page.WaitAsync(stoppingToken).ConfigureAwait(false);
        if (await engine.Intake.SettleAsync(page, stoppingToken).ConfigureAwait(false))
        {
            return;
        }

        if (page.Facts.Count > 0)
        {
            // The store could not take it, and needs a moment.
            await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(false);
        }
        else
        {
            await engine.Intake.Hinted.WaitAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Wakes what is due: the next page is read while one is being committed. It rests at the end, and after a page that has moved nothing.
    /// </summary>
    private async Task WakeAsync(CancellationToken stoppingToken)
    {
        DuePage page = await ReadDueAsync(stoppingToken).ConfigureAwait(false);
        bool goesOn = page.IsFull;
        while (goesOn)
        {
            DuePage next = await ReadDueAsync(stoppingToken).ConfigureAwait(false);
            goesOn = await page.WaitAsync(stoppingToken).ConfigureAwait(false) && next.IsFull;
            page = next;
        }

        await page.WaitAsync(stoppingToken).ConfigureAwait(false);
        await engine.Writer.WorkLeft.WaitAsync(stoppingToken).ConfigureAwait(false);
    }

    private async Task<DuePage> ReadDueAsync(CancellationToken stoppingToken)
    {
        await engine.Overrides.StepAsync(stoppingToken).ConfigureAwait(false);
        return await engine.Due.StepAsync(stoppingToken).ConfigureAwait(false);
    }

    private static async Task PauseAsync(CancellationToken stoppingToken) =>
        await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
