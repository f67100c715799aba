using System.Text;
using CustomerTouchpoints.Email.Mailboxes;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>A mailbox in memory that can be out of reach, and remembers what became of each mail.</summary>
internal sealed class HeldMailbox : IMailSource
{
    private readonly SortedDictionary<string, string> mails = new(StringComparer.Ordinal);

    public string Name => "held";

    public List<string> Done { get; } = [];

    public List<string> Aside { get; } = [];

    /// <summary>What each access throws; null for none.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What marking a mail throws, once.</summary>
    public Exception? MarkFault { get; set; }

    public int Waits { get; private set; }

    public int Disposals { get; private set; }

    /// <summary>Called when the loop waits.</summary>
    public Func<CancellationToken, Task> Waiting { get; set; } = _ => Task.CompletedTask;

    public void Add(string id, string mail) => mails.Add(id, mail);

    public Task<IReadOnlyList<MailEntry>> ListAsync(IReadOnlySet<string> except, int most, CancellationToken cancellationToken) =>
        Fault is { } fault
            ? Task.FromException<IReadOnlyList<MailEntry>>(fault)
            : Task.FromResult<IReadOnlyList<MailEntry>>([
                .. mails
                    .Where(mail => !except.Contains(mail.Key))
                    .Take(most)
                    .Select(mail => new MailEntry(mail.Key, mail.Value.Length, null)),
            ]);

    public Task<Stream?> OpenAsync(MailEntry mail, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(mails.TryGetValue(mail.Id, out string? text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null);

    public Task DoneAsync(MailEntry mail, CancellationToken cancellationToken) => Mark(mail, () => Done.Add(mail.Id));

    public Task SetAsideAsync(MailEntry mail, string reason, CancellationToken cancellationToken) =>
        Mark(mail, () => Aside.Add($"{mail.Id}: {reason}"));

    public async Task WaitAsync(TimeSpan poll, TimeSpan? most, CancellationToken cancellationToken)
    {
        Waits++;
        await Waiting(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Disposals++;
        return ValueTask.CompletedTask;
    }

    private Task Mark(MailEntry mail, Action mark)
    {
        if (MarkFault is { } fault)
        {
            MarkFault = null;
            return Task.FromException(fault);
        }

        mails.Remove(mail.Id);
        mark();
        return Task.CompletedTask;
    }
}
