using CustomerTouchpoints.PostgreSql.Hints;
using Npgsql;

namespace CustomerTouchpoints.PostgreSql.Hosts;

/// <summary>
/// This host among those that share the database: it renews its lease every third of it, ends the terms of hosts that say nothing, and
/// leaves. A term that others have ended is not taken up again: the next batch begins a new one.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Membership(PostgreSqlStoreOptions options, Database database, DatabaseTime clock, TimeProvider time)
    : IAsyncDisposable
{
    private readonly string? channel = HintChannel.Of(options);
    private readonly CancellationTokenSource leaving = new();
    private Task beating = Task.CompletedTask;
    private volatile Lease? lease;
    private bool hasLeft;

    /// <summary>The lease; null before the first term, and between a term that was ended and the next.</summary>
    public Lease? Current => lease;

    /// <summary>Begins a term.</summary>
    public async Task<Lease> EnterAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await database.OpenLifeAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            long asked = time.GetTimestamp();
            (long term, DateTimeOffset now) = await HostTable
                .EnterAsync(connection, options.HostName, options.Lease, cancellationToken)
                .ConfigureAwait(false);
            clock.Learn(now, asked, time.GetTimestamp());
            var entered = new Lease(term, asked, Hosts: 1, Rank: 0);
            lease = entered;
            await HostTable.RecoverAsync(connection, term, channel, cancellationToken).ConfigureAwait(false);
            await RenewAsync(connection, term, cancellationToken).ConfigureAwait(false);
            return entered;
        }
    }

    /// <summary>Goes on renewing until it is disposed of.</summary>
    public void Start() => beating = BeatAsync(leaving.Token);

    /// <summary>Others have ended the term.</summary>
    public void Ended(long term)
    {
        if (lease?.Term == term)
        {
            lease = null;
        }
    }

    /// <summary>Each batch sees which hosts live: what is due is spread anew at once.</summary>
    public void See(long term, IReadOnlyList<long> living)
    {
        if (lease is { } mine && mine.Term == term && mine.Hosts != living.Count)
        {
            lease = mine with { Hosts = living.Count, Rank = living.Count(other => other < term) };
        }
    }

    /// <summary>Counts who lives, and renews the lease with it.</summary>
    public async Task CountAnewAsync(CancellationToken cancellationToken)
    {
        if (lease is not { } mine)
        {
            return;
        }

        NpgsqlConnection connection = await database.OpenLifeAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await RenewAsync(connection, mine.Term, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether at least half of a term's lease is left.</summary>
    public bool MayBegin(long term) => lease is { } mine && mine.Term == term && time.GetElapsedTime(mine.RenewedAt) < options.Lease / 2;

    /// <summary>
    /// Leaves: what was under way is given back at once. A database that can't be reached hears of it when the lease has passed.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (!hasLeft)
        {
            hasLeft = true;
            await leaving.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(false);
            leaving.Dispose();
        }

        if (lease is not { } mine)
        {
            return;
        }

        lease = null;
        try
        {
            NpgsqlConnection connection = await database.OpenLifeAsync(CancellationToken.None).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await HostTable.LeaveAsync(connection, mine.Term, channel, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception cause) when (cause is NpgsqlException or TimeoutException or IOException)
        {
            // Its lease will pass.
        }
    }

    private async Task BeatAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.Lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false))
            {
                await BeatOnceAsync(stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It leaves.
        }
    }

    private async Task BeatOnceAsync(CancellationToken stopping)
    {
        if (lease is not { } mine)
        {
            return;
        }

        try
        {
            NpgsqlConnection connection = await database.OpenLifeAsync(stopping).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await RenewAsync(connection, mine.Term, stopping).ConfigureAwait(false);
                await HostTable.EndOthersAsync(connection, mine.Term, channel, stopping).ConfigureAwait(false);
                if (options.KeepFinished is { } kept)
                {
                    await Retention.StepAsync(connection, kept, stopping).ConfigureAwait(false);
                }
            }
        }
#pragma warning disable CA1031 // Whatever a beat fails with, the next one must come: a host that is silent is dead to the others.
        catch (Exception) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // The next beat tries again; until one succeeds, nothing begins once half of the lease has passed.
        }
    }

    private async Task RenewAsync(NpgsqlConnection connection, long term, CancellationToken cancellationToken)
    {
        long asked = time.GetTimestamp();
        if (
            await HostTable.RenewAsync(connection, term, options.Lease, cancellationToken).ConfigureAwait(false)
            is not var (now, hosts, rank)
        )
        {
            Ended(term);
            return;
        }

        clock.Learn(now, asked, time.GetTimestamp());
        if (lease?.Term == term)
        {
            lease = new Lease(term, asked, hosts, rank);
        }
    }
}
