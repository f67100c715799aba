using System.Net;
using System.Net.Sockets;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>
/// Connects to a name: asks for its addresses once, looks at every one of them, and connects to one that it has looked at. The name stays
/// what TLS and the Host header say.
/// </summary>
/// <param name="rule">Which addresses may be connected to. One that may not is enough to refuse the name.</param>
/// <param name="resolve">Says the addresses of a name.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class Dialer(DialRule rule, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private const int MostAddresses = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <exception cref="DialException">There is no connection.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await AddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        foreach (IPAddress address in addresses)
        {
            if (rule.Refusal(address) is { } why)
            {
                throw new DialException(WireFault.Refused, why);
            }
        }

        SocketError last = SocketError.HostNotFound;
        foreach (IPAddress address in addresses.Take(MostAddresses))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                await socket.ConnectAsync(address, context.DnsEndPoint.Port, patience.Token).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException fault)
            {
                socket.Dispose();
                last = fault.SocketErrorCode;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                socket.Dispose();
                last = SocketError.TimedOut;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new DialException(WireFault.NotConnected, $"The other side can't be reached ({last}).");
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            return [literal];
        }

        try
        {
            IPAddress[] found = await resolve(host, cancellationToken).ConfigureAwait(false);
            return found.Length > 0 ? found : throw new DialException(WireFault.NotConnected, "The name of the other side has no address.");
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException)
        {
            throw new DialException(WireFault.NotConnected, "The name of the other side can't be resolved.");
        }
    }
}
