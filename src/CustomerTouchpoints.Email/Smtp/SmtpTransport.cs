using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Composing;
using CustomerTouchpoints.Email.Headers;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Sends by SMTP, with MailKit. It knows what was surely not accepted, and calls the rest uncertain.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SmtpTransport(IOptions<SmtpOptions> options, TimeProvider time) : IEmailTransport, IDisposable
{
    private readonly SmtpSessions sessions = new(options.Value, time);
    private int takenSinceRefusal;

    public async Task<SendResult> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var deadline = new CancellationTokenSource(options.Value.Deadline, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        bool utf8 = MimeComposer.NeedsSmtpUtf8(message);
        SmtpSession? session = null;
        while (true)
        {
            try
            {
                session = session is null
                    ? await sessions.TakeAsync(utf8, ending.Token).ConfigureAwait(false)
                    : await sessions.RenewAsync(session, utf8, ending.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return sessions.HasAny
                    ? SendResult.TemporaryFailure("No connection to the server became free in time.")
                    : SendResult.ChannelDown("There is no connection to the server.");
            }
            catch (ConnectFailedException fault)
            {
                return SmtpVerdict.OfConnecting(fault);
            }

            if (await TrySendAsync(session, message, utf8, ending.Token).ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }
    }

    public void Dispose() => sessions.Dispose();

    /// <summary>
    /// Sends over one connection; null when it was used before and may be at fault itself: nothing was sent, and it is to be renewed.
    /// </summary>
    private async Task<SendResult?> TrySendAsync(SmtpSession session, EmailMessage message, bool utf8, CancellationToken ending)
    {
        OutgoingMail mail;
        try
        {
            mail = new OutgoingMail(message);
        }
        catch (FormatException)
        {
            sessions.GiveBack(session);
            return SendResult.PermanentFailure("The mail library takes an address for another.");
        }

        using (mail)
        {
            if (BeyondServer(session, mail, utf8) is { } refusal)
            {
                sessions.GiveBack(session);
                return refusal;
            }

            try
            {
                await session.SendAsync(mail, ending).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever MailKit throws: what matters is whether the message may have left.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                SendResult? failed = Failed(session, mail, fault, ending.IsCancellationRequested);
                return failed is { Outcome: SendOutcome.Uncertain, Reason: { } why }
                    ? SendResult.Uncertain(why, MessageIdentifier.Token(message.MessageId))
                    : failed;
            }
        }

        // One that speaks SMTPUTF8 would use it for every address.
        if (utf8)
        {
            sessions.Drop(session);
        }
        else
        {
            sessions.GiveBack(session);
        }

        Volatile.Write(ref takenSinceRefusal, 1);
        return SendResult.Sent(MessageIdentifier.Token(message.MessageId));
    }

    /// <summary>What the server has said that it can't take, before it is asked to.</summary>
    private static SendResult? BeyondServer(SmtpSession session, OutgoingMail mail, bool utf8) =>
        utf8 && !session.Capabilities.HasFlag(SmtpCapabilities.UTF8)
            ? SendResult.PermanentFailure("The address needs SMTPUTF8, which the server does not speak.")
        : session.Capabilities.HasFlag(SmtpCapabilities.Size) && session.MaxSize > 0 && mail.Size > session.MaxSize
            ? SendResult.PermanentFailure($"The message has {mail.Size} bytes, and the server takes {session.MaxSize} at most.")
        : null;

    private SendResult? Failed(SmtpSession session, OutgoingMail mail, Exception fault, bool isLate)
    {
        bool mayHaveLeft = mail.MayHaveLeft;
        bool wasCutShort = isLate && SmtpVerdict.SaysNothing(fault);
        if (!wasCutShort && session.IdleSince is not null && SmtpVerdict.MayBeTheConnection(fault, mayHaveLeft))
        {
            return null;
        }

        if (SmtpVerdict.LeavesTheConnection(fault) && session.IsAlive)
        {
            sessions.GiveBack(session);
        }
        else
        {
            sessions.Drop(session);
        }

        return !wasCutShort ? Believed(fault, mayHaveLeft)
            : mayHaveLeft ? SendResult.Uncertain("The server did not say in time whether it took the message.")
            : SendResult.TemporaryFailure("The server did not take the message in time; it was not handed over.");
    }

    /// <summary>
    /// A refusal for good is believed when it names the address, or when the server has taken another message since the last one. Else it
    /// may be us: a server that wants a login, or does not relay for us, refuses each recipient.
    /// </summary>
    private SendResult Believed(Exception fault, bool mayHaveLeft)
    {
        SendResult verdict = SmtpVerdict.Of(fault, mayHaveLeft);
        return
            verdict.Outcome is not SendOutcome.PermanentFailure
            || SmtpVerdict.NamesTheAddress(fault)
            || Interlocked.Exchange(ref takenSinceRefusal, 0) == 1
            ? verdict
            : SendResult.ChannelDown(
                $"{verdict.Reason} It has taken nothing else from us since it last did so: check the login, the From address and what "
                    + "the server lets us send."
            );
    }
}
