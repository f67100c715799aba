using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>
/// Reads one mailbox: hands each mail on, and marks it once that is stored. A host that dies in between hands it on again, which records
/// nothing twice. A mail that fails is tried again, and then set aside, and stops no other.
/// </summary>
/// <remarks>For one loop. It throws where the mailbox or the store can't be reached; what was not marked is read again.</remarks>
internal sealed class MailboxReader(
    IMailSource source,
    IInboundMail inbound,
    IOptions<InboundMailOptions> options,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>How many mails one step takes at most.</summary>
    public const int PageSize = 50;

    /// <summary>When a mail is tried again that can't be taken yet, through no fault of its own.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, WaitingMail> waiting = new(StringComparer.Ordinal);

    /// <summary>How long until a mail that waits is due; null where none waits.</summary>
    public TimeSpan? UntilDue =>
        waiting.Count == 0 ? null : Later(waiting.Values.Min(mail => mail.Due) - time.GetUtcNow(), TimeSpan.FromSeconds(1));

    /// <summary>Takes in what lies there, one page of it. Returns whether there may be more.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        HashSet<string> except = [.. waiting.Where(mail => mail.Value.Due > now).Select(mail => mail.Key)];
        IReadOnlyList<MailEntry> page = await source.ListAsync(except, PageSize, cancellationToken).ConfigureAwait(false);
        foreach (MailEntry mail in page)
        {
            await TakeAsync(mail, cancellationToken).ConfigureAwait(false);
        }

        // What was due and is not there any more was taken by somebody else.
        if (page.Count < PageSize)
        {
            HashSet<string> seen = [.. page.Select(mail => mail.Id)];
            foreach (string gone in waiting.Keys.Where(id => !except.Contains(id) && !seen.Contains(id)).ToArray())
            {
                waiting.Remove(gone);
            }
        }

        return page.Count == PageSize;
    }

    private async Task TakeAsync(MailEntry mail, CancellationToken cancellationToken)
    {
        if (mail.Size > options.Value.MaxBytes)
        {
            await SetAsideAsync(mail, $"It has {mail.Size} bytes, and {options.Value.MaxBytes} are taken.", cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        if (await source.OpenAsync(mail, cancellationToken).ConfigureAwait(false) is not { } stream)
        {
            waiting.Remove(mail.Id);
            return;
        }

        InboundMailResult result;
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                result = await inbound.ReceiveAsync(stream, mail.ArrivedAt, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is FormatException or InvalidDataException)
            {
                await SetAsideAsync(mail, $"It can't be read as a mail ({fault.GetType().Name}).", cancellationToken).ConfigureAwait(false);
                return;
            }
#pragma warning disable CA1031 // Whatever a mail, or the host's own code, brings about: it concerns this mail only.
            catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException or ObjectDisposedException))
#pragma warning restore CA1031
            {
                await FailedAsync(mail, fault.GetType().Name, cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        await SettleAsync(mail, result, cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleAsync(MailEntry mail, InboundMailResult result, CancellationToken cancellationToken)
    {
        switch (result.Outcome)
        {
            case InboundMailOutcome.TooMany:
                Wait(mail, Moment, failed: false);
                break;
            case InboundMailOutcome.UnknownMessage when IsYoung(mail):
                Wait(mail, Moment, failed: false);
                break;
            case InboundMailOutcome.Unclaimed:
                await SetAsideAsync(mail, result.Reason ?? "Nobody takes it.", cancellationToken).ConfigureAwait(false);
                break;
            default:
                if (result.Outcome == InboundMailOutcome.UnknownMessage)
                {
                    EmailLog.UnknownMessage(logger, mail.Id, source.Name);
                }

                await source.DoneAsync(mail, cancellationToken).ConfigureAwait(false);
                waiting.Remove(mail.Id);
                break;
        }
    }

    /// <summary>Whether the message that it reports of may still be on its way into the store.</summary>
    private bool IsYoung(MailEntry mail) =>
        options.Value.UnknownFor > TimeSpan.Zero
        && (!waiting.TryGetValue(mail.Id, out WaitingMail? before) || time.GetUtcNow() - before.FirstSeen < options.Value.UnknownFor);

    private async Task FailedAsync(MailEntry mail, string fault, CancellationToken cancellationToken)
    {
        int tries = waiting.TryGetValue(mail.Id, out WaitingMail? before) ? before.Tries + 1 : 1;
        if (tries >= options.Value.MaxTries)
        {
            await SetAsideAsync(mail, $"It failed {tries} times, at last with {fault}.", cancellationToken).ConfigureAwait(false);
            return;
        }

        EmailLog.MailFailed(logger, mail.Id, source.Name, tries, fault);
        Wait(mail, ReconnectSchedule.After(tries), failed: true);
    }

    private async Task SetAsideAsync(MailEntry mail, string reason, CancellationToken cancellationToken)
    {
        await source.SetAsideAsync(mail, reason, cancellationToken).ConfigureAwait(false);
        waiting.Remove(mail.Id);
        EmailLog.SetAside(logger, mail.Id, source.Name, reason);
    }

    private void Wait(MailEntry mail, TimeSpan pause, bool failed)
    {
        DateTimeOffset now = time.GetUtcNow();
        WaitingMail before = waiting.GetValueOrDefault(mail.Id) ?? new WaitingMail(now, 0, now);
        waiting[mail.Id] = before with { Tries = before.Tries + (failed ? 1 : 0), Due = now + pause };
    }

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
