using CustomerTouchpoints.Channels;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Sends by SMTP, with the runtime's own client. It knows what was surely not accepted, and calls the rest uncertain.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SmtpTransport(IOptions<SmtpOptions> options, TimeProvider time) : IEmailTransport, IDisposable
{
    private readonly SmtpConnections connections = new(options.Value, time);
    private int takenSinceRefusal;

    public async Task<SendResult> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var deadline = new CancellationTokenSource(options.Value.Deadline, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        while (true)
        {
            SmtpConnection connection;
            try
            {
                connection = await connections.TakeAsync(ending.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return SendResult.TemporaryFailure("No connection to the server became free in time.");
            }

            if (await TrySendAsync(connection, message, ending.Token).ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }
    }

    public void Dispose() => connections.Dispose();

    /// <summary>
    /// Sends over one connection; null when it was an old one that the server had closed meanwhile, so that nothing was sent.
    /// </summary>
    private async Task<SendResult?> TrySendAsync(SmtpConnection connection, EmailMessage message, CancellationToken ending)
    {
        OutgoingMail mail;
        try
        {
            mail = new OutgoingMail(message);
        }
        catch (FormatException fault)
        {
            connections.Drop(connection);
            return SmtpVerdict.Of(fault, mayHaveLeft: false);
        }

        Task sending = SendAsync(connection, mail);
        try
        {
            await sending.WaitAsync(ending).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client heeds no token while it waits for the server's last word; dropping the connection ends that wait.
            bool kept = mail.Body.Withdraw();
            connections.Drop(connection);
            _ = sending.ContinueWith(
                static ended => ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default
            );
            return kept
                ? SendResult.TemporaryFailure("The server did not take the message in time; it was not handed over.")
                : SendResult.Uncertain("The server did not say in time whether it took the message.");
        }
        catch (Exception fault)
        {
            bool stale = connection.IdleSince is not null && fault.InnerException is IOException && !mail.Body.MayHaveLeft;
            connections.Drop(connection);
            return stale ? null : Verdict(fault, mail.Body.MayHaveLeft);
        }

        connections.GiveBack(connection);
        Volatile.Write(ref takenSinceRefusal, 1);
        return SendResult.Sent();
    }

    private static async Task SendAsync(SmtpConnection connection, OutgoingMail mail)
    {
        using (mail)
        {
            await connection.Client.SendMailAsync(mail.Message, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A refusal for good is believed when it names the address, or when the server has taken another message since the last one. Else it
    /// may be us: the runtime's client goes on without a login that failed, and then each recipient is refused.
    /// </summary>
    private SendResult Verdict(Exception fault, bool mayHaveLeft)
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
