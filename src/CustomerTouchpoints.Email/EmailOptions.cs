using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Attachments;
using CustomerTouchpoints.Email.Signing;

namespace CustomerTouchpoints.Email;

/// <summary>How email is sent, whatever transport takes it. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Its callbacks are called concurrently.</remarks>
public sealed class EmailOptions
{
    /// <summary>
    /// The sender's name and address for messages whose brand has none (<c>BrandOptions.From</c>). No default: a host without either does
    /// not start.
    /// </summary>
    public MessageAddress? From { get; set; }

    /// <summary>
    /// The domain on the right of our Message-IDs and thread ids, such as <c>lumen.example</c>. Default: the domain of the message's From
    /// address. Set it where messages of one journey come from several domains, so that they stay one thread.
    /// </summary>
    public string? MessageIdDomain { get; set; }

    /// <summary>
    /// The envelope's sender, to which bounces go, such as <c>bounces@lumen.example</c>. <c>{id}</c> in it becomes the message's id, 32
    /// hexadecimal digits (<c>bounces+{id}@lumen.example</c>: VERP, so that a bounce says which message it is about); <c>{recipient}</c>
    /// becomes the recipient with <c>=</c> for <c>@</c>. Null, the default, is the From address.
    /// </summary>
    public string? ReturnPath { get; set; }

    /// <summary>
    /// Where a reader can leave the list: asked for each promotional message, and written to <c>List-Unsubscribe</c> and
    /// <c>List-Unsubscribe-Post</c>. The <c>https</c> address has to take a POST as RFC 8058 says; a <c>mailto</c> address gets no POST.
    /// Null, the default, writes the link that <c>UseLinks</c> makes, where it is https. A promotional message without any is logged once
    /// as a warning.
    /// </summary>
    public Func<OutgoingMessage, Uri?>? Unsubscribe { get; set; }

    /// <summary>
    /// What comes with a message: files, images that its HTML shows, invitations. Asked for each attempt, before the message is handed to
    /// the transport. Null, the default, adds nothing. What it throws counts as a temporary failure.
    /// </summary>
    public Func<OutgoingMessage, CancellationToken, ValueTask<IReadOnlyList<EmailAttachment>>>? Attachments { get; set; }

    /// <summary>
    /// How many bytes may come with one message in all, before they are encoded, which makes them a third longer. Default 10 MiB. A
    /// message with more fails for good.
    /// </summary>
    public long MaxAttachmentBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// The keys that sign, by the domain of the From address; several of one domain all sign. Default: none, and mail leaves unsigned.
    /// </summary>
    public IList<DkimOptions> Dkim { get; } = [];
}
