namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>One mail that lies in a mailbox.</summary>
/// <param name="Id">What the mailbox calls it, as long as it lies there.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="ArrivedAt">When it arrived; null where nobody knows.</param>
internal sealed record MailEntry(string Id, long Size, DateTimeOffset? ArrivedAt);
