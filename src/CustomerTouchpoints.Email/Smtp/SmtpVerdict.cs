using System.Net.Sockets;
using System.Text.RegularExpressions;
using CustomerTouchpoints.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>
/// What an answer of the server means, or that there is none. Pure. The server's words are not repeated: they name addresses.
/// </summary>
internal static partial class SmtpVerdict
{
    private const int ServiceClosing = 421;
    private const int LoginRequired = 530;

    /// <summary>What became of a message for which a connection was there.</summary>
    /// <param name="fault">What MailKit threw.</param>
    /// <param name="mayHaveLeft">Whether the whole message had been written.</param>
    public static SendResult Of(Exception fault, bool mayHaveLeft) =>
        (CodeOf(fault), mayHaveLeft, fault) switch
        {
            (LoginRequired, _, _) => SendResult.ChannelDown("The server wants a login (530): set SmtpOptions.UserName."),
            (ServiceClosing, _, _) => SendResult.ChannelDown($"The server is closing {Words(fault)}."),
            (>= 400 and < 500, true, _) => SendResult.TemporaryFailure($"The server put off the message {Words(fault)}."),
            (>= 500 and < 600, true, _) => SendResult.PermanentFailure($"The server refused the message {Words(fault)}."),
            (_, true, _) => SendResult.Uncertain(
                "The connection ended after the message was handed over, before the server said whether it took it."
            ),
            (>= 400 and < 500, _, SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted }) => SendResult.TemporaryFailure(
                $"The server put off the recipient {Words(fault)}."
            ),
            (>= 500 and < 600, _, SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted }) => SendResult.PermanentFailure(
                $"The server refused the recipient {Words(fault)}."
            ),
            (>= 400 and < 500, _, _) => SendResult.TemporaryFailure($"The server put us off {Words(fault)}."),

            // Said of us (our sender address, our right to send at all) and not of this recipient.
            (>= 500 and < 600, _, _) => SendResult.ChannelDown(
                $"The server refuses us {Words(fault)}: check the login, the From address and what the server lets us send."
            ),
            _ when IsBroken(fault) => SendResult.TemporaryFailure("The connection ended before the message was handed over."),
            _ => SendResult.ChannelDown($"Sending failed before the message was handed over ({fault.GetType().Name})."),
        };

    /// <summary>Why there is no connection. No message is the cause, so none loses a try by it.</summary>
    public static SendResult OfConnecting(ConnectFailedException fault) =>
        SendResult.ChannelDown(
            (fault.CertificateFault, CodeOf(fault.InnerException!), fault.InnerException) switch
            {
                ({ } certificate, _, _) => $"The server's certificate {certificate}.",
                (_, > 0, AuthenticationException refused) => $"The server refuses the login {Words(refused)}: check SmtpOptions.UserName "
                    + "and what goes with it.",
                (_, > 0, { } refused) => $"The server takes no connection {Words(refused)}.",
                (_, _, SocketException { SocketErrorCode: var code }) => $"The server can't be reached ({code}).",
                (_, _, SslHandshakeException) => "TLS with the server failed: check SmtpOptions.Port and ImplicitTls.",
                (_, _, NotSupportedException unsupported) => unsupported.Message.Contains("STARTTLS", StringComparison.Ordinal)
                    ? "The server does not offer STARTTLS: check SmtpOptions.Host, Port and RequireTls."
                    : "The server offers no way to log in that we know.",
                (_, _, AuthenticationException) => "The server refuses the login: check SmtpOptions.UserName and what goes with it.",
                (_, _, OperationCanceledException) => "The server did not answer in time.",
                (_, _, { } broken) when IsBroken(broken) => "The server ended the connection, or does not speak SMTP.",
                (_, _, { } other) => $"Connecting failed ({other.GetType().Name}).",
                _ => "Connecting failed.",
            }
        );

    /// <summary>
    /// Whether a failure may be the fault of a connection that has been used before: it has aged, or the server takes no more over it. A
    /// new connection then tells whether it was.
    /// </summary>
    public static bool MayBeTheConnection(Exception fault, bool mayHaveLeft) =>
        (CodeOf(fault), fault) switch
        {
            (ServiceClosing or LoginRequired, _) => true,
            _ when mayHaveLeft => false,
            (>= 500, SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted }) => false,
            (>= 400, SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted }) => EnhancedOf(fault) switch
            {
                ['4', '.', '3' or '4' or '5', '.', ..] => true,
                "" => CodeOf(fault) is 451 or 452,
                _ => false,
            },
            (>= 400, _) => true,
            _ => IsBroken(fault),
        };

    /// <summary>Whether the server is there, and takes no more connections now.</summary>
    public static bool IsCrowded(ConnectFailedException fault) =>
        fault.InnerException is SmtpCommandException && CodeOf(fault.InnerException) is >= 400 and < 500;

    /// <summary>Whether the connection can be used again after this failure.</summary>
    public static bool LeavesTheConnection(Exception fault) =>
        fault is SmtpCommandException or ServiceNotAuthenticatedException && CodeOf(fault) is not (ServiceClosing or LoginRequired);

    /// <summary>Whether a refusal says that the address or its mailbox is at fault: 5.1.x or 5.2.x of RFC 3463.</summary>
    public static bool NamesTheAddress(Exception fault) => EnhancedOf(fault) is ['5', '.', '1' or '2', '.', ..];

    /// <summary>Whether there is no answer of the server in it.</summary>
    public static bool SaysNothing(Exception fault) => CodeOf(fault) == 0;

    private static int CodeOf(Exception fault) =>
        fault switch
        {
            SmtpCommandException command => (int)command.StatusCode,
            ServiceNotAuthenticatedException => LoginRequired,
            AuthenticationException { InnerException: SmtpCommandException command } => (int)command.StatusCode,
            AuthenticationException when LeadingCode().Match(fault.Message) is { Success: true } code => int.Parse(
                code.ValueSpan,
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => 0,
        };

    private static bool IsBroken(Exception fault) =>
        fault is IOException or SocketException or ProtocolException or ServiceNotConnectedException or ObjectDisposedException;

    private static string Words(Exception fault) =>
        EnhancedOf(fault) is { Length: > 0 } enhanced ? $"({CodeOf(fault)} {enhanced})" : $"({CodeOf(fault)})";

    private static string EnhancedOf(Exception fault) => EnhancedCode().Match(fault.Message).Value;

    /// <summary>RFC 3463: class, subject, detail.</summary>
    [GeneratedRegex(@"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])")]
    private static partial Regex EnhancedCode();

    [GeneratedRegex("^[45][0-9]{2}(?=: )")]
    private static partial Regex LeadingCode();
}
