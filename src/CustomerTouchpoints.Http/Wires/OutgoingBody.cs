using System.Net;
using System.Net.Http.Headers;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>
/// The body of one request, which knows whether its last byte may have left. It is written once, whatever a client retries. A GET has an
/// empty one: without any, .NET's client makes it up to four times when a connection breaks, and nobody can forbid it.
/// </summary>
internal sealed class OutgoingBody : HttpContent
{
    private readonly ReadOnlyMemory<byte> bytes;
    private int begun;
    private int mayHaveLeft;

    /// <param name="bytes">The bytes.</param>
    /// <param name="type">Their media type; null for none.</param>
    public OutgoingBody(ReadOnlyMemory<byte> bytes, string? type)
    {
        this.bytes = bytes;
        Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
    }

    /// <summary>Whether the last byte has been given to the connection.</summary>
    public bool MayHaveLeft => Volatile.Read(ref mayHaveLeft) == 1;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref begun, 1) == 1)
        {
            throw new IOException("The body has been written before.");
        }

        int last = Math.Max(bytes.Length - 1, 0);
        await stream.WriteAsync(bytes[..last], cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref mayHaveLeft, 1);
        await stream.WriteAsync(bytes[last..], cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
