using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CustomerTouchpoints.Channels;

/// <summary>What a message says, in the forms that channels need. All forms come from one source.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record MessageContent
{
    private readonly MessageText text = GivenText.Empty;
    private readonly MessageText? html;

    /// <summary>A content to be filled in; <see cref="Text"/> is required.</summary>
    public MessageContent() { }

    /// <summary>A content whose parts become strings only for a channel that asks for them as such.</summary>
    [SetsRequiredMembers]
#pragma warning disable CS8618 // Text reads the part that is set here.
    internal MessageContent(MessageText text, MessageText? html = null) => (this.text, this.html) = (text, html);
#pragma warning restore CS8618

    /// <summary>The subject line: one line of plain text. Empty for channels without one.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The preview line that mail clients show beside the subject: one line of plain text. May be empty.</summary>
    public string Preheader { get; init; } = "";

    /// <summary>The message as plain text, with real URLs.</summary>
    public required string Text
    {
        get => text.ToString();
        init => text = new GivenText(value);
    }

    /// <summary>The message as a whole HTML document. Null for channels that take text only.</summary>
    public string? Html
    {
        get => html?.ToString();
        init => html = value is null ? null : new GivenText(value);
    }

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

    /// <summary>Whether there is an HTML document, without making a string of it.</summary>
    public bool HasHtml => html is not null;

    /// <summary>Writes <see cref="Text"/> as UTF-8: for channels that send bytes, cheaper than the string.</summary>
    /// <param name="output">Where to, such as a <c>PipeWriter</c> or an <c>ArrayBufferWriter</c>.</param>
    public void WriteText(IBufferWriter<byte> output) => text.WriteTo(output);

    /// <summary>
    /// Writes <see cref="Html"/> as UTF-8, or nothing where there is none: for channels that send bytes, cheaper than the string.
    /// </summary>
    /// <param name="output">Where to, such as a <c>PipeWriter</c> or an <c>ArrayBufferWriter</c>.</param>
    public void WriteHtml(IBufferWriter<byte> output) => html?.WriteTo(output);
}
