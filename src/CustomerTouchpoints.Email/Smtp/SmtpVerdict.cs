using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>What a failed send means. Pure. Words of the server are not repeated: they name addresses.</summary>
internal static partial class SmtpVerdict
{
    private const int ServiceClosing = 421;

    /// <summary>Tells what became of a message.</summary>
    /// <param name="fault">What System.Net.Mail threw.</param>
    /// <param name="mayHaveLeft">Whether the whole message had been handed over.</param>
    public static SendResult Of(Exception fault, bool mayHaveLeft)
    {
        int code = fault is SmtpException { StatusCode: > 0 } reply ? (int)reply.StatusCode : 0;
        return (code, mayHaveLeft, fault) switch
        {
            (>= 400 and < 500, true, _) => SendResult.TemporaryFailure($"The server put off the message {Words(code, fault)}."),
            (>= 500 and < 600, true, _) => SendResult.PermanentFailure($"The server refused the message {Words(code, fault)}."),
            (_, true, _) => SendResult.Uncertain(
                "The connection ended after the message was handed over, before the server said whether it took it."
            ),
            (ServiceClosing, _, _) => SendResult.ChannelDown($"The server is closing {Words(code, fault)}."),
            (>= 400 and < 500, _, SmtpFailedRecipientException) => SendResult.TemporaryFailure(
                $"The server put off the recipient {Words(code, fault)}."
            ),
            (>= 500 and < 600, _, SmtpFailedRecipientException) => SendResult.PermanentFailure(
                $"The server refused the recipient {Words(code, fault)}."
            ),
            (>= 400 and < 500, _, _) => SendResult.TemporaryFailure($"The server put us off {Words(code, fault)}."),

            // Said of us (our login, our sender address, our right to send at all) and not of this recipient.
            (>= 500 and < 600, _, _) => SendResult.ChannelDown(
                $"The server refuses us {Words(code, fault)}: check the login, the From address and what the server lets us send."
            ),
            _ => Broken(fault),
        };
    }

    /// <summary>Whether a refusal says that the address or its mailbox is at fault: 5.1.x or 5.2.x of RFC 3463.</summary>
    public static bool NamesTheAddress(Exception fault) => EnhancedCode().Match(fault.Message).Value is ['5', '.', '1' or '2', '.', ..];

    /// <summary>No reply, and nothing handed over.</summary>
    private static SendResult Broken(Exception fault) =>
        (fault is SmtpException ? fault.InnerException : fault) switch
        {
            SocketException { SocketErrorCode: var code } => SendResult.ChannelDown($"The server can't be reached ({code})."),
            AuthenticationException => SendResult.ChannelDown(
                "The server's certificate is not trusted, or TLS failed: check SmtpOptions.Host against the certificate."
            ),
            IOException => SendResult.TemporaryFailure("The connection ended before the message was handed over."),
            FormatException => SendResult.PermanentFailure("The runtime's mail library takes an address for none."),
            null => SendResult.ChannelDown(
                "The server does not offer STARTTLS, or does not speak SMTP: check SmtpOptions.Host, Port and RequireTls."
            ),
            { } other => SendResult.ChannelDown($"Sending failed before the message was handed over ({other.GetType().Name})."),
        };

    private static string Words(int code, Exception fault) =>
        EnhancedCode().Match(fault.Message) is { Success: true } enhanced ? $"({code} {enhanced.Value})" : $"({code})";

    /// <summary>RFC 3463: class, subject, detail.</summary>
    [GeneratedRegex(@"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])")]
    private static partial Regex EnhancedCode();
}
