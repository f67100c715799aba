using MimeKit;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>How mail that comes in is taken, from whichever mailbox. Checked when the host starts.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Its callbacks are called concurrently.</remarks>
public sealed class InboundMailOptions
{
    /// <summary>
    /// Who has written a mail: the host's own customer of its From address, or null where it knows none. Anybody can write any From
    /// address:
    /// let the mail server refuse what fails DMARC. Null, the default, knows nobody: then reports are read, and people's mail is set aside.
    /// </summary>
    public Func<MimeMessage, CancellationToken, ValueTask<CustomerId?>>? FindCustomer { get; set; }

    /// <summary>
    /// Keeps a file that came with a customer's mail, and says where. It may be called again for the same file. Null, the default, or an
    /// answer of null keeps none: the conversation then names its place in the mail (<c>mid:</c>, RFC 2392).
    /// </summary>
    public Func<MimePart, CancellationToken, ValueTask<string?>>? KeepAttachment { get; set; }

    /// <summary>How many bytes a mail may have. Default 25 MiB. A larger one of a mailbox is set aside without being fetched.</summary>
    public long MaxBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>How often a mailbox is looked into that can't tell of new mail by itself. From 1 second on. Default 30 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a report of a message that nobody knows is given again, before it counts as made up: the message may not be marked as sent
    /// yet. Default 10 minutes.
    /// </summary>
    public TimeSpan UnknownFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How often a mail is tried that fails for a reason of its own, before it is set aside. A store that can't be reached does not count.
    /// From 1 on. Default 3.
    /// </summary>
    public int MaxTries { get; set; } = 3;
}
