namespace CustomerTouchpoints.Channels;

/// <summary>What a message says, in the forms that channels need. All forms come from one source.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record MessageContent
{
    /// <summary>The subject line: one line of plain text. Empty for channels without one.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The preview line that mail clients show beside the subject: one line of plain text. May be empty.</summary>
    public string Preheader { get; init; } = "";

    /// <summary>The message as plain text, with real URLs.</summary>
    public required string Text { get; init; }

    /// <summary>The message as a whole HTML document. Null for channels that take text only.</summary>
    public string? Html { get; init; }

    /// <summary>
    /// The message as Markdown (CommonMark with tables and the components of templates), in which each value is escaped: none is markup.
    /// Null for channels whose form is not <c>MessageForm.Markdown</c>.
    /// </summary>
    public string? Markdown { get; init; }

    /// <summary>
    /// The culture that the message is written in, as a BCP 47 tag such as <c>fr-CA</c>: the customer's where there is a template in their
    /// language, else the template's. Null when nobody said.
    /// </summary>
    public string? Culture { get; init; }

    /// <summary>
    /// The sender's name and address as shown, such as <c>Lumen Cameras &lt;hello@lumen.example&gt;</c>. Null leaves it to the channel.
    /// </summary>
    public MessageAddress? From { get; init; }

    /// <summary>Where an answer reaches a person. Null leaves it to the channel.</summary>
    public MessageAddress? ReplyTo { get; init; }

    /// <summary>
    /// The id of the customer's message that it answers, such as a mail's <c>Message-ID</c>, as the host was given it. Null when it answers
    /// none that is known.
    /// </summary>
    public string? InReplyTo { get; init; }

    /// <summary>Whether a person on our side wrote it, so that channels do not mark it as automatic. Default false.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The files that come with it, for channels that carry files. Default: none.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; init; } = [];
}
