using System.Collections.Concurrent;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>The connections to one server: so many at once, and used again while they are fresh.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SmtpSessions : IDisposable
{
    /// <summary>How long fewer connections are used after the server took no more.</summary>
    private static readonly TimeSpan Crowded = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly SmtpOptions options;
    private readonly SmtpConnector connector;
    private readonly TimeProvider time;
    private readonly ConcurrentStack<SmtpSession> idle = new();
    private readonly ConcurrentDictionary<ITimer, bool> withheld = new();
    private readonly SemaphoreSlim free;
    private readonly SemaphoreSlim opening = new(1);
    private readonly ITimer sweeping;
    private int taken;
    private volatile bool isDisposed;

    public SmtpSessions(SmtpOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        connector = new SmtpConnector(options);
        free = new SemaphoreSlim(options.MaxConnections);
        sweeping = time.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Waits for a free place, then takes the connection that was used last and is still alive, or makes one. Each one taken is to be given
    /// back, renewed or dropped.
    /// </summary>
    /// <param name="utf8">Whether the message needs SMTPUTF8.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="OperationCanceledException">No place became free in time.</exception>
    /// <exception cref="ConnectFailedException">There is no connection to be had.</exception>
    public async Task<SmtpSession> TakeAsync(bool utf8, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await FillAsync(fresh: false, utf8, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A new connection in the place of one that is worn out.</summary>
    public async Task<SmtpSession> RenewAsync(SmtpSession worn, bool utf8, CancellationToken cancellationToken)
    {
        Close(worn);
        Interlocked.Decrement(ref taken);
        return await FillAsync(fresh: true, utf8, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fills a place with a connection; gives the place back when there is none.</summary>
    private async Task<SmtpSession> FillAsync(bool fresh, bool utf8, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (!fresh && !utf8 && idle.TryPop(out SmtpSession? session))
            {
                if (time.GetUtcNow() - session.IdleSince < options.KeepOpen && session.IsAlive)
                {
                    Interlocked.Increment(ref taken);
                    return session;
                }

                Close(session);
            }

            try
            {
                return await OpenAsync(utf8, cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectFailedException fault) when (SmtpVerdict.IsCrowded(fault) && (HasAny || !idle.IsEmpty))
            {
                // The server takes us, and no more of us at once: one of ours that nobody uses is taken or makes room, else this place is
                // given back later and another's connection is waited for.
                fresh = false;
                if (idle.IsEmpty)
                {
                    Withhold();
                    await free.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
                else if (utf8 && idle.TryPop(out SmtpSession? other))
                {
                    Close(other);
                }
            }
            catch
            {
                free.Release();
                throw;
            }
        }
    }

    /// <summary>Whether a message has a connection: then the server is there.</summary>
    public bool HasAny => Volatile.Read(ref taken) > 0;

    /// <summary>Opens one connection after the other, so that it is known how many the server takes.</summary>
    private async Task<SmtpSession> OpenAsync(bool utf8, CancellationToken cancellationToken)
    {
        try
        {
            await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException late)
        {
            throw new ConnectFailedException(null, late);
        }

        try
        {
            while (idle.Count + Volatile.Read(ref taken) >= options.MaxConnections && idle.TryPop(out SmtpSession? oldest))
            {
                Close(oldest);
            }

            SmtpSession made = await connector.ConnectAsync(utf8, cancellationToken).ConfigureAwait(false);
            Interlocked.Increment(ref taken);
            return made;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Gives back a connection that can be used again.</summary>
    public void GiveBack(SmtpSession session)
    {
        if (session.Carried >= options.MaxMessagesPerConnection || options.KeepOpen == TimeSpan.Zero || isDisposed)
        {
            Drop(session);
            return;
        }

        session.IdleSince = time.GetUtcNow();
        idle.Push(session);
        Interlocked.Decrement(ref taken);
        free.Release();
        sweeping.Change(options.KeepOpen, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Closes a connection, or breaks it off.</summary>
    public void Drop(SmtpSession session)
    {
        Close(session);
        Interlocked.Decrement(ref taken);
        free.Release();
    }

    /// <summary>Closes what is idle. What is still being sent ends by itself and gives back its place, so the places stay.</summary>
    public void Dispose()
    {
        isDisposed = true;
        sweeping.Dispose();
        foreach (ITimer timer in withheld.Keys)
        {
            timer.Dispose();
        }

        while (idle.TryPop(out SmtpSession? session))
        {
            Close(session);
        }
    }

    /// <summary>Closes what has been idle for too long, so that no server has to.</summary>
    private void Sweep()
    {
        SmtpSession[] all = new SmtpSession[options.MaxConnections];
        int count = idle.TryPopRange(all);
        bool any = false;
        for (int i = count - 1; i >= 0; i--)
        {
            if (time.GetUtcNow() - all[i].IdleSince < options.KeepOpen)
            {
                idle.Push(all[i]);
                any = true;
            }
            else
            {
                Close(all[i]);
            }
        }

        if (any)
        {
            sweeping.Change(options.KeepOpen, Timeout.InfiniteTimeSpan);
        }
    }

    private void Withhold()
    {
        ITimer? timer = null;
        timer = time.CreateTimer(
            _ =>
            {
                free.Release();
                if (timer is not null)
                {
                    withheld.TryRemove(timer, out bool _);
                    timer.Dispose();
                }
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        withheld[timer] = true;
        timer.Change(Crowded, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Says goodbye where somebody listens, and closes.</summary>
    private void Close(SmtpSession session) => _ = CloseAsync(session);

    private async Task CloseAsync(SmtpSession session)
    {
        using (session)
        {
            if (session.IsAlive)
            {
                using var patience = new CancellationTokenSource(Farewell, time);
                await session.DisconnectAsync(quit: true, patience.Token).ConfigureAwait(false);
            }
        }
    }
}
