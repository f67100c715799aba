using CustomerTouchpoints.Email.Bounces;
using CustomerTouchpoints.Email.Mailboxes;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Mailboxes;

/// <summary>Takes in mail as its subject says: <c>Reported</c>, <c>UnknownMessage</c>, <c>Throws</c>, ...</summary>
internal sealed class ScriptedMail : IInboundMail
{
    public List<string> Taken { get; } = [];

    /// <summary>What every mail throws; null for none.</summary>
    public Exception? Fault { get; set; }

    public Task<InboundMailResult> ReceiveAsync(
        MimeMessage message,
        DateTimeOffset? arrivedAt = null,
        CancellationToken cancellationToken = default
    )
    {
        string subject = message.Subject!;
        Taken.Add(subject);
        return Fault is { } fault ? Task.FromException<InboundMailResult>(fault)
            : subject == "Throws" ? throw new InvalidOperationException("canary@post.example")
            : Task.FromResult(
                new InboundMailResult
                {
                    Outcome = Enum.Parse<InboundMailOutcome>(subject),
                    Report = new MailReport { Kind = MailKind.Personal },
                    Reason = "as the subject says",
                }
            );
    }

    public async Task<InboundMailResult> ReceiveAsync(
        Stream message,
        DateTimeOffset? arrivedAt = null,
        CancellationToken cancellationToken = default
    )
    {
        using MimeMessage parsed = await MailParsing.ParseAsync(message, long.MaxValue, cancellationToken);
        return await ReceiveAsync(parsed, arrivedAt, cancellationToken);
    }
}
