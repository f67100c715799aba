using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.Http.Tests.Wires;

/// <summary>A server on loopback that does to each connection what a test wants, however wrong.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<RawConnection, RawServer, Task> behave;
    private readonly Task accepting;
    private int connections;

    public RawServer(Func<RawConnection, RawServer, Task> behave)
    {
        this.behave = behave;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>One that answers each request alike, after having read it whole.</summary>
    public static RawServer Answering(string status, string headers = "", string body = "") =>
        new(
            async (connection, server) =>
            {
                while (true)
                {
                    server.Requests.Enqueue(await connection.ReadAsync());
                    await connection.AnswerAsync(status, headers, body);
                }
            }
        );

    public ConcurrentQueue<RawRequest> Requests { get; } = [];

    public int Connections => Volatile.Read(ref connections);

    public string Url => $"http://127.0.0.1:{Port}/hook";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await behave(new RawConnection(client), this).WaitAsync(stopping.Token);
            }
            catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The client is gone, or the test is over.
            }
        }
    }
}
