using CustomerTouchpoints.Email.Addresses;
using CustomerTouchpoints.Email.Attachments;
using CustomerTouchpoints.Email.Composing;
using CustomerTouchpoints.Email.Headers;
using CustomerTouchpoints.Email.Signing;

namespace CustomerTouchpoints.Email;

/// <summary>One whole email to one customer. It can't be made with a value that would break out of its header.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record EmailMessage
{
    /// <summary>Who it is from, as shown.</summary>
    public required EmailAddress From { get; init; }

    /// <summary>Who is told.</summary>
    public required EmailAddress To { get; init; }

    /// <summary>Where an answer reaches a person. Null lets answers go to <see cref="From"/>.</summary>
    public EmailAddress? ReplyTo { get; init; }

    /// <summary>
    /// The envelope's sender, to which servers send bounces. Null, the default, is <see cref="From"/>. It goes to the server and is not
    /// written into the message.
    /// </summary>
    public EmailAddress? ReturnPath { get; init; }

    /// <summary>The subject: one line of plain text, at most 1000 characters. May be empty.</summary>
    /// <exception cref="ArgumentException">It has a control character, a line separator or half a surrogate pair, or is too
    /// long.</exception>
    public required string Subject
    {
        get;
        init => field = HeaderText.Checked(value, "subject");
    }

    /// <summary>The text part. Line ends of any kind are written as CRLF.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part. Null makes a message of text only.</summary>
    public string? Html { get; init; }

    /// <summary>What comes with it. Default: nothing.</summary>
    public IReadOnlyList<EmailAttachment> Attachments { get; init; } = [];

    /// <summary>
    /// Names this message, equal in every attempt: 32 lower-case hexadecimal digits, <c>@</c>, a domain; no angle brackets.
    /// </summary>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public required string MessageId
    {
        get;
        init => field = MessageIdentifier.Checked(value);
    }

    /// <summary>
    /// Names the journey's thread, in the form of <see cref="MessageId"/>; written to <c>In-Reply-To</c> and <c>References</c>.
    /// </summary>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public required string ThreadId
    {
        get;
        init => field = MessageIdentifier.Checked(value);
    }

    /// <summary>
    /// The <c>Message-ID</c> of the mail that it answers, without angle brackets: written to <c>In-Reply-To</c>, and to <c>References</c>
    /// behind <see cref="ThreadId"/>. Null, the default, answers the thread.
    /// </summary>
    /// <exception cref="ArgumentException">It is not of the form <c>left@right</c>, or has characters that no id has.</exception>
    public string? InReplyTo
    {
        get;
        init =>
            field =
                value is null || MessageIdentifier.IsForeign(value)
                    ? value
                    : throw new ArgumentException(
                        "A message's id is left@right, of printable ASCII, and has no brackets.",
                        nameof(InReplyTo)
                    );
    }

    /// <summary>Whether a person wrote it: it then does not say that it is automatic. Default false.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>
    /// The instant of the attempt, by the engine's clock. All else but <see cref="MayBeRepeat"/> is equal in every attempt.
    /// </summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>
    /// Whether an earlier attempt may have arrived, so that this one may be a repeat: it then says <c>X-Possible-Repeat: yes</c>. Default
    /// false.
    /// </summary>
    public bool MayBeRepeat { get; init; }

    /// <summary>The BCP 47 tag of the language it is written in, such as <c>fr-CA</c>. Null, the default, says nothing about it.</summary>
    /// <exception cref="ArgumentException">It is no BCP 47 tag.</exception>
    public string? Language
    {
        get;
        init => field = LanguageTag.Checked(value);
    }

    /// <summary>
    /// Where the reader can leave the list: an <c>https</c> address that takes the one-click POST of RFC 8058, or a <c>mailto</c> address.
    /// Written to <c>List-Unsubscribe</c>, and for <c>https</c> to <c>List-Unsubscribe-Post</c>. Null, the default, writes neither.
    /// </summary>
    /// <exception cref="ArgumentException">It is neither, or is longer than 900 characters.</exception>
    public Uri? Unsubscribe
    {
        get;
        init => field = UnsubscribeLink.Checked(value);
    }

    /// <summary>The keys that sign it by DKIM.</summary>
    internal IReadOnlyList<DkimKey> SignedBy { get; init; } = [];

    /// <summary>
    /// The whole message by RFC 5322, as it goes over the wire: headers, bodies in quoted-printable and base64, CRLF line ends, 7-bit
    /// throughout unless an address <see cref="EmailAddress.NeedsSmtpUtf8"/>. Equal messages give equal bytes. Unless it
    /// <see cref="IsPersonal"/> it says <c>Auto-Submitted: auto-generated</c>, so that auto-responders leave it alone.
    /// </summary>
    /// <returns>A new array; it is the caller's own.</returns>
    public byte[] ToBytes() => MimeComposer.Write(this);

    /// <summary>The message's id: neither address nor body, so that it can be logged.</summary>
    public override string ToString() => MessageId;
}
