namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>A mailbox that the host has added.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Open">Makes its source.</param>
internal sealed record MailboxRegistration(string Name, Func<IServiceProvider, IMailSource> Open);
