namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>
/// A folder of mails, one a file: a maildir, or a folder of <c>.eml</c> files. What was taken in, and what was set aside, is
/// moved, on the same disk, so that a mail is in one place at any time.
/// </summary>
internal sealed class FolderSource(string name, FolderLayout layout, TimeProvider time) : IMailSource
{
    public string Name => name;

    public Task<IReadOnlyList<MailEntry>> ListAsync(IReadOnlySet<string> except, int most, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(layout.Incoming);
        IReadOnlyList<MailEntry> found = !folder.Exists
            ? []
            :
            [
                .. folder
                    .EnumerateFiles(layout.Pattern)
                    .Where(file => !file.Name.StartsWith('.') && !except.Contains(file.Name))
                    .Select(file => new MailEntry(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)))
                    .OrderBy(mail => mail.ArrivedAt)
                    .ThenBy(mail => mail.Id, StringComparer.Ordinal)
                    .Take(most),
            ];
        return Task.FromResult(found);
    }

    public Task<Stream?> OpenAsync(MailEntry mail, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(
                    Path.Combine(layout.Incoming, mail.Id),
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete,
                    bufferSize: 0,
                    FileOptions.Asynchronous
                )
            );
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DoneAsync(MailEntry mail, CancellationToken cancellationToken)
    {
        Move(mail, layout.Done, mail.Id + layout.DoneMark);
        return Task.CompletedTask;
    }

    public async Task SetAsideAsync(MailEntry mail, string reason, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(layout.Reasons);
        await File.WriteAllTextAsync(Path.Combine(layout.Reasons, mail.Id + ".reason.txt"), reason + "\n", cancellationToken)
            .ConfigureAwait(false);
        Move(mail, layout.Aside, mail.Id + layout.AsideMark);
    }

    public Task WaitAsync(TimeSpan poll, TimeSpan? most, CancellationToken cancellationToken) =>
        Task.Delay(most < poll ? most.Value : poll, time, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Move(MailEntry mail, string folder, string newName)
    {
        Directory.CreateDirectory(folder);
        try
        {
            File.Move(Path.Combine(layout.Incoming, mail.Id), Path.Combine(folder, newName), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another host has moved it: it was taken in twice, which records nothing twice.
        }
    }
}
