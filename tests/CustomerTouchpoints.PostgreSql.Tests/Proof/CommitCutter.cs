using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// Stands between hosts and the server, and cuts lines when it is told to: just when the server says that it has committed, so that the
/// client never hears of it; or just when the client sends, so that the server never does.
/// </summary>
internal sealed class CommitCutter : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private int replies;
    private int requests;
    private int struck;

    public CommitCutter(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many lines were cut.</summary>
    public int Struck => Volatile.Read(ref struck);

    /// <summary>The next answer to a COMMIT does not arrive.</summary>
    public void CutNextReply() => Interlocked.Exchange(ref replies, 1);

    /// <summary>The next large request, such as a batch of rows with its COMMIT, does not arrive.</summary>
    public void CutNextRequest() => Interlocked.Exchange(ref requests, 1);

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
                _ = PumpAsync(client, behind, chunk => chunk.Length > 1000 && Interlocked.Exchange(ref requests, 0) == 1);
                _ = PumpAsync(behind, client, chunk => chunk.IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Exchange(ref replies, 0) == 1);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Cut isCut)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                if (isCut(buffer.AsSpan(0, count)))
                {
                    Interlocked.Increment(ref struck);
                    break;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }

        from.Dispose();
        to.Dispose();
    }

    private delegate bool Cut(ReadOnlySpan<byte> chunk);
}
