using MimeKit;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>
/// A message's body on its way to the server, which knows whether it has been written. The line that ends the message, without which no
/// server accepts it, is written after that. So what fails before was surely not accepted.
/// </summary>
internal sealed class OutgoingBody : MimePart
{
    private readonly MimeEntity body;
    private volatile bool isWritten;

    public OutgoingBody(MimeEntity body)
        : base(body.ContentType)
    {
        this.body = body;
        Headers.Clear();
        foreach (Header header in body.Headers)
        {
            Headers.Add(header.Clone());
        }
    }

    /// <summary>Whether the server may have the whole message.</summary>
    public bool MayHaveLeft => isWritten;

    public override async Task WriteToAsync(
        FormatOptions options,
        Stream stream,
        bool contentOnly,
        CancellationToken cancellationToken = default
    )
    {
        await body.WriteToAsync(options, stream, contentOnly, cancellationToken).ConfigureAwait(false);
        isWritten = true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
