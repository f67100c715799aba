namespace CustomerTouchpoints.Inquiries;

/// <summary>Rules at the door of inquiries.</summary>
/// <remarks>Filled at start-up, then only read.</remarks>
public sealed class InquiryOptions
{
    /// <summary>The longest text of a message, in characters. From 1 to 30,000. Default: 20,000.</summary>
    public int MaxTextLength { get; set; } = 20_000;

    /// <summary>The most attachments of a message. Default: 50.</summary>
    public int MaxAttachments { get; set; } = 50;

    /// <summary>How many messages a customer may write within <see cref="RateWindow"/>, to one host. Default: 30.</summary>
    public int MaxMessages { get; set; } = 30;

    /// <summary>The span over which <see cref="MaxMessages"/> counts. Default: 10 minutes.</summary>
    public TimeSpan RateWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How many messages of a customer in a row get automatic messages in return. More may come from a machine that does not say that it is
    /// one: the inquiry then waits for a human, and says nothing by itself until one has answered. From 1 to 20. Default: 10.
    /// </summary>
    public int MaxAutomaticReplies { get; set; } = 10;

    /// <summary>
    /// The secret by which references to inquiries are signed: at least 16 bytes, and the same on all hosts. With it subjects carry a
    /// reference, and a reply is known by it. Null, the default: replies are known by the mails that they answer.
    /// </summary>
    public byte[]? ReferenceKey { get; set; }
}
