using CustomerTouchpoints.PostgreSql.Hosts;
using CustomerTouchpoints.Storage;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Hints;

/// <summary>
/// Listens, on a connection of its own, to what other hosts say that they have left. When the connection is lost it is made again, and what
/// may have been said meanwhile is looked for.
/// </summary>
internal sealed class HintListener : IAsyncDisposable
{
    /// <summary>
    /// Between hearing and looking: hints of many hosts become one look, and a clock that lags by a reply sees what was due at the commit.
    /// </summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromSeconds(1);

    private readonly string channel;
    private readonly Database database;
    private readonly Membership membership;
    private readonly TimeProvider time;
    private readonly Coalesced due;
    private readonly Coalesced intake;
    private readonly Coalesced hosts;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task listening;

    public HintListener(string channel, Database database, Membership membership, Action<WorkHint> hinted, TimeProvider time)
    {
        this.channel = channel;
        this.database = database;
        this.membership = membership;
        this.time = time;
        due = new Coalesced(Moment, _ => Said(hinted, WorkHint.Due), time);
        intake = new Coalesced(Moment, _ => Said(hinted, WorkHint.Intake), time);
        hosts = new Coalesced(Moment, cancellationToken => CountAnewAsync(hinted, cancellationToken), time);
        listening = ListenAsync(stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await listening.ConfigureAwait(false);
        due.Dispose();
        intake.Dispose();
        hosts.Dispose();
        stopping.Dispose();
    }

    private static Task Said(Action<WorkHint> hinted, WorkHint hint)
    {
        hinted(hint);
        return Task.CompletedTask;
    }

    /// <summary>Which share of what is due is this host's depends on who lives.</summary>
    private async Task CountAnewAsync(Action<WorkHint> hinted, CancellationToken cancellationToken)
    {
        await membership.CountAnewAsync(cancellationToken).ConfigureAwait(false);
        hinted(WorkHint.Due);
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HearAsync(stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever it is that keeps a host from listening, it must not keep it from working.
            catch (Exception)
#pragma warning restore CA1031
            {
                await Task.Delay(PauseAfterLoss, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HearAsync(CancellationToken stoppingToken)
    {
        NpgsqlConnection connection = await database.OpenListenerAsync(stoppingToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            connection.Notification += (_, told) => Hear(told.Payload);
            using (var listen = new NpgsqlCommand($"LISTEN {channel}", connection))
            {
                await listen.ExecuteNonQueryAsync(stoppingToken).ConfigureAwait(false);
            }

            // Whatever was said before this connection listened.
            hosts.Ask();
            intake.Ask();
            while (true)
            {
                await connection.WaitAsync(stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private void Hear(string words)
    {
        if (words == HintChannel.Intake)
        {
            intake.Ask();
        }
        else if (words == HintChannel.Hosts)
        {
            hosts.Ask();
        }
        else if (membership.Current is not { } mine || words != HintChannel.DueBy(mine.Term))
        {
            due.Ask();
        }
    }
}
