using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Errands;
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
) : IHostedLifecycleService, IDisposable
{
    /// <summary>
    /// After a batch of more than this, enough has queued up meanwhile, and deciding on it while messages are rendered gains more.
    /// </summary>
    private const int Few = 64;

    /// <summary>How long observers may take for what they hear last.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource stopping = new();
    private WriteResult written;
    private Task loops = Task.CompletedTask;
    private Task looking = Task.CompletedTask;
    private Task observing = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        if (options.Value.RunWorkers)
        {
            loops = Task.WhenAll(
                pools
                    .All.SelectMany(WorkersOf)
                    .Append(LoopAsync(WriteAsync, stopping.Token))
                    .Append(LoopAsync(TakeInAsync, stopping.Token))
                    .Append(LoopAsync(WakeAsync, stopping.Token))
            );
            observing = Task.WhenAll(engine.Notices.Feeds.Select(feed => LoopAsync(token => ObserveAsync(feed, token), stopping.Token)));
            looking = Task.Factory.StartNew(Look, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            engine.WorkersRun();
        }
    }

    /// <summary>Lets messages that are being sent report, gives back what was not begun, and commits what has queued up.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await loops.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (options.Value.RunWorkers)
        {
            engine.Dispatcher.Stop();
            engine.Writer.Close();
            while ((await engine.Writer.StepAsync(cancellationToken).ConfigureAwait(false)).IsThrough) { }

            await observing.WaitAsync(cancellationToken).ConfigureAwait(false);
            await Task.WhenAll(engine.Notices.Feeds.Select(feed => feed.EndAsync(LastWords, cancellationToken))).ConfigureAwait(false);
        }

        // Last: a look that is under way can't be cancelled, and nothing may wait for it but the store, which is closed next.
        await looking.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private async Task LoopAsync(Func<CancellationToken, Task> turn, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await turn(stoppingToken).ConfigureAwait(false);
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
            .Select(_ => LoopAsync(stoppingToken => engine.Dispatcher.RunNextAsync(pool, stoppingToken), stopping.Token));

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        await engine.Writer.WaitAsync(stoppingToken).ConfigureAwait(false);
        if (written.Taken <= Few)
        {
            // Callers who have just been answered often come back at once: they go first, and share the next commit.
            await Task.Yield();
        }

        written = await engine.Writer.StepAsync(CancellationToken.None).ConfigureAwait(false);
        if (written.HasFailed)
        {
            await PauseAsync(stoppingToken).ConfigureAwait(false);
        }
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
    /// Polls for the two loops that read, while they rest, and rings when there may be something. On a thread of its own: that a timer
    /// wakes one of the pool, which then looks for more, costs several times as much as the look.
    /// </summary>
    private void Look()
    {
        while (!stopping.Token.WaitHandle.WaitOne(options.Value.PollInterval))
        {
            if ((engine.Writer.WorkLeft.IsAwaited || engine.Intake.Hinted.IsAwaited) && MayHaveWork())
            {
                engine.Writer.WorkLeft.SetIfAwaited();
                engine.Intake.Hinted.SetIfAwaited();
            }
        }
    }

    private bool MayHaveWork()
    {
        try
        {
            return engine.MayHaveWork();
        }
#pragma warning disable CA1031 // The loops find out for themselves what is wrong, and say so.
        catch (Exception)
#pragma warning restore CA1031
        {
            return true;
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
