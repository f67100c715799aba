namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>A mailbox that is read: what is in it, and what becomes of a mail afterwards.</summary>
/// <remarks>For one loop at a time. What it throws means that the mailbox can't be reached; it is tried again.</remarks>
internal interface IMailSource : IAsyncDisposable
{
    /// <summary>The name that the host has given it.</summary>
    string Name { get; }

    /// <summary>What lies there and is to be taken in, oldest first.</summary>
    /// <param name="except">Ids of those that wait for another time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    Task<IReadOnlyList<MailEntry>> ListAsync(IReadOnlySet<string> except, int most, CancellationToken cancellationToken);

    /// <summary>Opens a mail; null when it lies there no more.</summary>
    Task<Stream?> OpenAsync(MailEntry mail, CancellationToken cancellationToken);

    /// <summary>Marks a mail as taken in.</summary>
    Task DoneAsync(MailEntry mail, CancellationToken cancellationToken);

    /// <summary>Puts a mail where a person looks at it.</summary>
    Task SetAsideAsync(MailEntry mail, string reason, CancellationToken cancellationToken);

    /// <summary>Waits until there may be something new.</summary>
    /// <param name="poll">How long, where the mailbox can't tell of new mail by itself.</param>
    /// <param name="most">How long at most; null where nothing waits for another time.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    Task WaitAsync(TimeSpan poll, TimeSpan? most, CancellationToken cancellationToken);
}
