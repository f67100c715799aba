namespace CustomerTouchpoints.Messages;

/// <summary>The shape that a message takes on a channel.</summary>
public enum MessageForm
{
    /// <summary>Plain text with real URLs and nothing around it: the form of every channel that is not told otherwise.</summary>
    Plain,

    /// <summary>Plain text as short as can be, led by the brand's name: SMS.</summary>
    Compact,

    /// <summary>Subject, HTML with layout, and plain text, both with contacts and the reason for the message: email.</summary>
    Mail,

    /// <summary>
    /// Plain text as of <see cref="Plain"/>, and beside it the Markdown that it is made of, for channels with a markup of their own: chat.
    /// </summary>
    Markdown,
}
