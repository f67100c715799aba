using System.Collections.Concurrent;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>The connections to one server: so many at once, and used again while they are fresh.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SmtpConnections(SmtpOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentStack<SmtpConnection> idle = new();
    private readonly SemaphoreSlim free = new(options.MaxConnections);

    /// <summary>
    /// Waits for a free place, then takes the connection that was used last, or makes one. Each one taken is to be given back or dropped.
    /// </summary>
    public async Task<SmtpConnection> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (idle.TryPop(out SmtpConnection? connection))
        {
            if (time.GetUtcNow() - connection.IdleSince < options.KeepOpen)
            {
                return connection;
            }

            connection.Dispose();
        }

        return new SmtpConnection(options);
    }

    /// <summary>Gives back a connection that can be used again.</summary>
    public void GiveBack(SmtpConnection connection)
    {
        connection.IdleSince = time.GetUtcNow();
        idle.Push(connection);
        free.Release();
    }

    /// <summary>Closes a connection, or breaks it off.</summary>
    public void Drop(SmtpConnection connection)
    {
        connection.Dispose();
        free.Release();
    }

    /// <summary>Closes what is idle. What is still being sent ends by itself and gives back its place, so the places stay.</summary>
    public void Dispose()
    {
        while (idle.TryPop(out SmtpConnection? connection))
        {
            connection.Dispose();
        }
    }
}
