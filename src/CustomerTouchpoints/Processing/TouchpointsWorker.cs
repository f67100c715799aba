using CustomerTouchpoints.Dispatching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Processing;

/// <summary>Runs the engine's loops by the clock. It only loops: each turn is a step that could as well be driven by hand.</summary>
internal sealed class TouchpointsWorker(
    TouchpointsEngine engine,
    IEnumerable<ChannelRegistration> channels,
    IOptions<TouchpointsOptions> options,
    ILogger<TouchpointsWorker> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(500);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        if (options.Value.RunWorkers)
        {
            await base.StartAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int senders = channels.Sum(channel => channel.Slots);
        await Task.WhenAll(
            Enumerable.Range(0, senders).Select(_ => LoopAsync(engine.Dispatcher.MakeNextAsync, stoppingToken))
                .Append(LoopAsync(WriteAsync, stoppingToken))
                .Append(LoopAsync(WakeAsync, stoppingToken))).ConfigureAwait(false);
    }

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

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        await engine.Writer.WaitAsync(stoppingToken).ConfigureAwait(false);
        await engine.Writer.StepAsync(stoppingToken).ConfigureAwait(false);
        if (engine.Writer.HasFailed)
        {
            await PauseAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task WakeAsync(CancellationToken stoppingToken)
    {
        IReadOnlyList<Task> wakes = await engine.Due.StepAsync(stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(wakes).WaitAsync(stoppingToken).ConfigureAwait(false);
        if (wakes.Count < DueReader.PageSize)
        {
            await engine.Writer.WorkLeft.WaitAsync(options.Value.PollInterval, stoppingToken).ConfigureAwait(false);
        }
    }

    private static async Task PauseAsync(CancellationToken stoppingToken) =>
        await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
