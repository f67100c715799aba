using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CustomerTouchpoints.Email.Tests.Smtp;

/// <summary>Stands between a client and a server, notes what passes, and cuts or holds the line after so many bytes of one side.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly List<Line> lines = [];
    private readonly CancellationTokenSource closing = new();

    public CuttingProxy(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>
    /// After how many bytes of the client the line is cut or held. Null: never. That byte and what follows are kept back.
    /// </summary>
    public int? AfterFromClient { get; set; }

    /// <summary>After how many bytes of the server.</summary>
    public int? AfterFromServer { get; set; }

    /// <summary>Whether the line is cut by a reset rather than an orderly end.</summary>
    public bool Reset { get; set; }

    /// <summary>Whether the line falls silent instead of being cut.</summary>
    public bool Hold { get; set; }

    /// <summary>Completed when a line was cut or held for the first time.</summary>
    public TaskCompletionSource Struck { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Connections
    {
        get
        {
            lock (lines)
            {
                return lines.Count;
            }
        }
    }

    public int MostAtOnce { get; private set; }

    /// <summary>What reached the server, and what reached the client, over all connections.</summary>
    public string FromClient => Passed(line => line.FromClient);

    public string FromServer => Passed(line => line.FromServer);

    /// <summary>Ends what is open, as a server does with idle connections.</summary>
    public void EndAll()
    {
        lock (lines)
        {
            lines.ForEach(line => line.End(reset: false));
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
        EndAll();
        closing.Dispose();
    }

    private string Passed(Func<Line, StringBuilder> side)
    {
        lock (lines)
        {
            return string.Concat(lines.Select(side));
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var line = new Line(await listener.AcceptTcpClientAsync(closing.Token), new TcpClient("127.0.0.1", server));
                lock (lines)
                {
                    lines.Add(line);
                    MostAtOnce = Math.Max(MostAtOnce, lines.Count(each => each.IsOpen));
                }

                _ = PumpAsync(line, line.Client, line.Server, line.FromClient, () => AfterFromClient);
                _ = PumpAsync(line, line.Server, line.Client, line.FromServer, () => AfterFromServer);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task PumpAsync(Line line, TcpClient from, TcpClient to, StringBuilder passed, Func<int?> limit)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                int allowed = Math.Min(count, (limit() ?? int.MaxValue) - passed.Length);
                lock (lines)
                {
                    passed.Append(Encoding.Latin1.GetString(buffer, 0, Math.Max(allowed, 0)));
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, Math.Max(allowed, 0)));
                if (allowed < count)
                {
                    if (!Hold)
                    {
                        line.End(Reset);
                    }

                    Struck.TrySetResult();
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or InvalidOperationException) { }

        line.End(reset: false);
    }

    private sealed record Line(TcpClient Client, TcpClient Server)
    {
        private int ended;

        public StringBuilder FromClient { get; } = new();

        public StringBuilder FromServer { get; } = new();

        public bool IsOpen => Volatile.Read(ref ended) == 0;

        public void End(bool reset)
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                foreach (TcpClient side in (TcpClient[])[Client, Server])
                {
                    try
                    {
                        side.LingerState = new LingerOption(reset, 0);
                    }
                    catch (Exception fault) when (fault is SocketException or ObjectDisposedException) { }

                    side.Dispose();
                }
            }
        }
    }
}
