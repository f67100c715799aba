using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>
/// Reads the host's mailboxes by the clock, each in a loop of its own; one that can't be reached is tried again, ever more rarely.
/// </summary>
internal sealed class MailboxWorker(
    IEnumerable<MailboxRegistration> mailboxes,
    IServiceProvider services,
    IInboundMail inbound,
    IOptions<InboundMailOptions> options,
    IOptions<TouchpointsOptions> engine,
    TimeProvider time,
    ILoggerFactory? loggers = null
) : IHostedService, IDisposable
{
    private readonly ILogger logger = loggers?.CreateLogger<MailboxWorker>() ?? NullLogger<MailboxWorker>.Instance;
    private readonly CancellationTokenSource stopping = new();
    private Task loops = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (engine.Value.RunWorkers)
        {
            loops = Task.WhenAll(mailboxes.Select(mailbox => LoopAsync(mailbox.Open(services), stopping.Token)));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await loops.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    /// <summary>Reads one mailbox until the host stops.</summary>
    internal async Task LoopAsync(IMailSource source, CancellationToken stoppingToken)
    {
        await Task.Yield();
        var reader = new MailboxReader(source, inbound, options, time, logger);
        int failures = 0;
        await using (source.ConfigureAwait(false))
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    bool goesOn = await reader.StepAsync(stoppingToken).ConfigureAwait(false);
                    if (failures > 0)
                    {
                        failures = 0;
                        EmailLog.MailboxIsBack(logger, source.Name);
                    }

                    if (!goesOn)
                    {
                        await source.WaitAsync(options.Value.PollInterval, reader.UntilDue, stoppingToken).ConfigureAwait(false);
                    }
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    return;
                }
#pragma warning disable CA1031 // A mailbox is read again, whatever went wrong with it.
                catch (Exception fault)
#pragma warning restore CA1031
                {
                    TimeSpan pause = ReconnectSchedule.After(++failures);
                    EmailLog.MailboxDown(logger, source.Name, pause, MailboxFault.Of(fault, source));
                    await source.DisposeAsync().ConfigureAwait(false);
                    await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
    }
}
