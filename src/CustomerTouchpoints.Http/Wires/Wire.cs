using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>
/// A way out over HTTP with our own rules: every address is looked at before it is connected to, no redirects, no proxy, no cookies,
/// answers bounded in size and time. It knows whether a request may have been accepted, and never makes one twice.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Wire : IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private const int KilobytesOfHeaders = 32;
    private const int ConnectionsToOneServer = 8;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker invoker;
    private readonly TimeProvider time;

    /// <param name="rule">Which addresses may be connected to.</param>
    /// <param name="time">The time.</param>
    /// <param name="resolve">Says the addresses of a name. Null, the default, asks the system.</param>
    /// <param name="trusted">The only authorities that are trusted; null, the default, for those of the system.</param>
    public Wire(
        DialRule rule,
        TimeProvider time,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null,
        X509Certificate2Collection? trusted = null
    )
    {
        this.time = time;
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = new Dialer(rule, resolve ?? Dns.GetHostAddressesAsync).ConnectAsync,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTimeout,
            MaxConnectionsPerServer = ConnectionsToOneServer,
            MaxResponseHeadersLength = KilobytesOfHeaders,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
        if (trusted is not null)
        {
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }

        invoker = new HttpMessageInvoker(handler);
    }

    /// <summary>Makes one request, once.</summary>
    public async Task<WireOutcome> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(request.Deadline, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var body = new OutgoingBody(request.Body?.Bytes ?? default, request.Body?.Type);
        using HttpRequestMessage message = MessageOf(request, body);
        try
        {
            using HttpResponseMessage response = await invoker.SendAsync(message, ending.Token).ConfigureAwait(false);
            string? retryAfter = response.Headers.TryGetValues("Retry-After", out IEnumerable<string>? values) ? values.First() : null;
            return WireOutcome.Of(
                new WireAnswer(
                    (int)response.StatusCode,
                    RetryAfter.Read(retryAfter, time.GetUtcNow()),
                    request.ReadsAnswer ? await ReadAsync(response.Content, ending.Token).ConfigureAwait(false) : null
                )
            );
        }
#pragma warning disable CA1031 // Whatever the client throws: what matters is whether the request may have been accepted.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Failed(fault, isLate: ending.IsCancellationRequested, body.MayHaveLeft);
        }
    }

    public void Dispose() => invoker.Dispose();

    private static HttpRequestMessage MessageOf(WireRequest request, OutgoingBody body)
    {
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, request.Url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = body,
        };
        if (request.Encoding is { } encoding)
        {
            body.Headers.ContentEncoding.Add(encoding);
        }

        foreach ((string name, string value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static WireOutcome Failed(Exception fault, bool isLate, bool mayHaveLeft)
    {
        for (Exception? inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is DialException dial)
            {
                return WireOutcome.Of(dial.Fault, dial.Message);
            }
        }

        return fault switch
        {
            OperationCanceledException when !isLate => WireOutcome.Of(
                WireFault.NotConnected,
                "The other side did not take the connection in time."
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => WireOutcome.Of(
                WireFault.NotConnected,
                "TLS with the other side failed, or its certificate is not trusted."
            ),
            _ when mayHaveLeft => WireOutcome.Of(
                WireFault.Unknown,
                isLate
                    ? "The other side did not say in time whether it took the message."
                    : "The connection ended after the message was handed over, before the other side said whether it took it."
            ),
            _ when isLate => WireOutcome.Of(WireFault.NotHandedOver, "The message could not be handed over in time."),
            _ => WireOutcome.Of(WireFault.NotHandedOver, "The connection ended before the message was handed over."),
        };
    }

    /// <summary>The body; null when it is too long or does not come whole.</summary>
    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            byte[] buffer = new byte[LongestAnswer + 1];
            int length = await stream
                .ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            return length > LongestAnswer ? null : Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
