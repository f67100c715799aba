using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.PostgreSql.Tests.Proof;

/// <summary>
/// The receiving end: it notes what arrives, and accepts it a moment later, so that attempts are under way when something happens.
/// </summary>
internal sealed class Receiver : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<Arrival> arrivals = new();

    public Receiver()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<Arrival> Arrivals => [.. arrivals];

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient served = client;
        try
        {
            using var reader = new StreamReader(served.GetStream());
            if (await reader.ReadLineAsync() is { } line)
            {
                string[] parts = line.Split('\t');
                arrivals.Enqueue(
                    new Arrival(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), bool.Parse(parts[2]), Stopwatch.GetTimestamp())
                );
                await Task.Delay(15);
                await served.GetStream().WriteAsync("accepted\n"u8.ToArray());
            }
        }
        catch (IOException)
        {
            // The sender died while it waited.
        }
    }
}
