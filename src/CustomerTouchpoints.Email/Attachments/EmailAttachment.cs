using CustomerTouchpoints.Email.Headers;
using MimeKit;

namespace CustomerTouchpoints.Email.Attachments;

/// <summary>A file that comes with an email, or an image that its HTML shows.</summary>
/// <remarks>Immutable, as long as the host leaves the bytes alone; safe to share between threads.</remarks>
public sealed record EmailAttachment
{
    private const int MaxNameLength = 200;

    private readonly Func<CancellationToken, ValueTask<Stream>>? open;

    /// <summary>An attachment of bytes.</summary>
    /// <param name="name">The file's name, such as <c>invoice.pdf</c>. What is a path or more than one line is cut down to a name.</param>
    /// <param name="type">
    /// The media type, such as <c>application/pdf</c>, with parameters if it has some. A <c>text/calendar</c> with its <c>method</c>
    /// (<c>text/calendar; method=REQUEST</c>) is an invitation, which mail programs show as one.
    /// </param>
    /// <param name="content">The bytes. They are not copied.</param>
    /// <exception cref="ArgumentException">The type is no media type, or is <c>multipart</c> or <c>message</c>.</exception>
    public EmailAttachment(string name, string type, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        if (!ContentType.TryParse(type, out ContentType? read) || read.MediaType.ToUpperInvariant() is "MULTIPART" or "MESSAGE")
        {
            throw new ArgumentException("The attachment's type is no media type, like application/pdf.", nameof(type));
        }

        Name = FileName(name);
        Type = type;
        Content = content;
    }

    /// <summary>An attachment that is read when its message is sent, once for each attempt.</summary>
    /// <param name="name">The file's name, as above.</param>
    /// <param name="type">The media type, as above.</param>
    /// <param name="open">Opens the content. The stream is read to its end and disposed of.</param>
    /// <exception cref="ArgumentException">The type is no media type, or is <c>multipart</c> or <c>message</c>.</exception>
    public EmailAttachment(string name, string type, Func<CancellationToken, ValueTask<Stream>> open)
        : this(name, type, ReadOnlyMemory<byte>.Empty)
    {
        ArgumentNullException.ThrowIfNull(open);
        this.open = open;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The media type, with its parameters.</summary>
    public string Type { get; }

    /// <summary>The bytes; empty while a stream has not been read.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>
    /// The name by which the HTML shows it, as in <c>&lt;img src="cid:logo"&gt;</c>: letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.
    /// Null, the default, makes a file beside the message.
    /// </summary>
    /// <exception cref="ArgumentException">It is not of that form, or is longer than 64 characters.</exception>
    public string? ContentId
    {
        get;
        init =>
            field =
                value is null || (value.Length is > 0 and <= 64 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
                    ? value
                    : throw new ArgumentException("A content id is 1 to 64 letters, digits, dots, hyphens and underscores.", nameof(value));
    }

    /// <summary>Says only that it is one: names may be telling.</summary>
    public override string ToString() => "(an attachment)";

    /// <summary>The same with its bytes; null when there are more than may be read.</summary>
    internal async ValueTask<EmailAttachment?> ReadAsync(long most, CancellationToken cancellationToken)
    {
        if (open is null)
        {
            return Content.Length <= most ? this : null;
        }

        Stream stream = await open(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream read = new();
            byte[] buffer = new byte[16 * 1024];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (read.Length + count > most)
                {
                    return null;
                }

                read.Write(buffer, 0, count);
            }

            return new EmailAttachment(Name, Type, read.ToArray()) { ContentId = ContentId };
        }
    }

    private static string FileName(string name)
    {
        string last = HeaderText.OneLine(name).Split('/', '\\')[^1].Trim();
        string kept = last.Length > MaxNameLength ? HeaderText.OneLine(last[^MaxNameLength..]) : last;

        // Many readers decode encoded words in the names of files, too.
        kept = kept.Replace("=?", "=_", StringComparison.Ordinal);
        return kept is "" or "." or ".." ? "attachment" : kept;
    }
}
