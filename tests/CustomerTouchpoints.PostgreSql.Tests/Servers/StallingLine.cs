using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>Stands between a host and the server, and can let every line that there is fall silent: nothing arrives any more, and nobody is told. New lines work.</summary>
internal sealed class StallingLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private int era;

    public StallingLine(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Stall() => Interlocked.Increment(ref era);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                var behind = new TcpClient { NoDelay = true };
                client.NoDelay = true;
                await behind.ConnectAsync("127.0.0.1", server);
                int made = Volatile.Read(ref era);
                _ = PumpAsync(client, behind, made);
                _ = PumpAsync(behind, client, made);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, int made)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                if (Volatile.Read(ref era) == made)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }

        from.Dispose();
        to.Dispose();
    }
}
