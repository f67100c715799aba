using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CustomerTouchpoints.Email.Tests.Cases;

/// <summary>A mail server that takes everything, and whose patience with one connection ends: after a time, or after some mails.</summary>
internal sealed class SinkServer : IDisposable
{
    private readonly TcpListener listener;
    private readonly ConcurrentBag<TcpClient> open = [];
    private int connections;
    private int hungUp;
    private int atOnce;

    public SinkServer(int port = 0)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>After how long without a command it says its word and hangs up. Null: never.</summary>
    public TimeSpan? Idle { get; set; }

    /// <summary>What it says then.</summary>
    public string IdleReply { get; set; } = "";

    /// <summary>How many mails it takes over one connection.</summary>
    public int Most { get; set; } = int.MaxValue;

    /// <summary>At which command it says that there were enough.</summary>
    public string MostAt { get; set; } = "MAIL";

    /// <summary>What it says then.</summary>
    public string MostReply { get; set; } = "";

    /// <summary>Whether it hangs up then.</summary>
    public bool MostEnds { get; set; } = true;

    /// <summary>How many connections it takes at once; what comes beyond is greeted with 421.</summary>
    public int MostConnections { get; set; } = int.MaxValue;

    /// <summary>What it adds to its answer to EHLO, such as <c>SIZE 1000</c>.</summary>
    public string[] Extensions { get; set; } = [];

    /// <summary>What it greets with.</summary>
    public string Greeting { get; set; } = "220 sink";

    public int Connections => Volatile.Read(ref connections);

    public int HungUp => Volatile.Read(ref hungUp);

    /// <summary>What it was told, but for the messages.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>The messages.</summary>
    public ConcurrentQueue<byte[]> Mails { get; } = [];

    public void Dispose()
    {
        listener.Dispose();
        foreach (TcpClient client in open)
        {
            client.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                open.Add(client);
                Interlocked.Increment(ref connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using StreamReader reader = new(client.GetStream(), Encoding.Latin1);
                if (Interlocked.Increment(ref atOnce) > MostConnections)
                {
                    await SayAsync(client, "421 4.7.0 Too many connections");
                    return;
                }

                await SayAsync(client, Greeting);
                await TalkAsync(client, reader);
            }
            catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException) { }
            finally
            {
                Interlocked.Decrement(ref atOnce);
            }
        }

        Interlocked.Increment(ref hungUp);
    }

    private async Task TalkAsync(TcpClient client, StreamReader reader)
    {
        int mails = 0;
        while (true)
        {
            Task<string?> reading = reader.ReadLineAsync();
            if (Idle is { } patience && await Task.WhenAny(reading, Task.Delay(patience)) != reading)
            {
                await SayAsync(client, IdleReply);
                return;
            }

            if (await reading is not { } line || line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                return;
            }

            Commands.Enqueue(line);
            if (mails >= Most && line.StartsWith(MostAt, StringComparison.Ordinal))
            {
                await SayAsync(client, MostReply);
                if (MostEnds)
                {
                    return;
                }
            }
            else if (line.StartsWith("EHLO", StringComparison.Ordinal))
            {
                await SayAsync(client, string.Concat(Extensions.Select(each => $"250-{each}\r\n")) + "250 sink");
            }
            else if (line == "DATA")
            {
                await SayAsync(client, "354 go");
                Mails.Enqueue(await ReadMailAsync(reader));
                mails++;
                await SayAsync(client, "250 ok");
            }
            else
            {
                await SayAsync(client, "250 ok");
            }
        }
    }

    private static async Task<byte[]> ReadMailAsync(StreamReader reader)
    {
        StringBuilder mail = new();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(mail.ToString());
    }

    private static async Task SayAsync(TcpClient client, string words) =>
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(words + "\r\n"));
}
