using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>Stands between hosts and the server, and passes on what they say to each other, or does not.</summary>
internal abstract class Line : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;

    protected Line(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    protected delegate Passage Judge(ReadOnlySpan<byte> chunk);

    protected enum Passage
    {
        Granted,
        Lost,
        Cut,
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    /// <summary>A connection begins: who judges what goes to the server, and what comes back.</summary>
    protected abstract (Judge ToServer, Judge ToClient) Begin();

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
                (Judge toServer, Judge toClient) = Begin();
                _ = PumpAsync(client, behind, toServer);
                _ = PumpAsync(behind, client, toClient);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException) { }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to, Judge judge)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                Passage passage = judge(buffer.AsSpan(0, count));
                if (passage == Passage.Cut)
                {
                    break;
                }

                if (passage == Passage.Granted)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException) { }

        from.Dispose();
        to.Dispose();
    }
}
