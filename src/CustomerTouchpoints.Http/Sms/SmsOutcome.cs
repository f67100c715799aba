using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Http.Wires;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>What a gateway's answer means, or that there is none. Pure. Of the answer only status, code and id are repeated.</summary>
internal static class SmsOutcome
{
    private const int LongestCode = 40;

    public static SendResult Of(WireOutcome outcome, SmsGateway gateway)
    {
        if (outcome.Answer is not { } answer)
        {
            return outcome.Fault switch
            {
                WireFault.NotConnected or WireFault.Refused => SendResult.ChannelDown(outcome.Words),
                WireFault.NotHandedOver => SendResult.TemporaryFailure(outcome.Words),
                _ => SendResult.Uncertain(outcome.Words),
            };
        }

        string? code = gateway.Error?.Read(answer.Body);
        code = code is null || gateway.TakenCodes.Contains(code) ? null : code;
        return code is null ? WithoutError(answer, gateway) : OfCode(code, answer, gateway);
    }

    /// <summary>A code is the gateway's own word: it has looked at the message, and not taken it.</summary>
    private static SendResult OfCode(string code, WireAnswer answer, SmsGateway gateway)
    {
        string words =
            code.Length <= LongestCode && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
                ? $"({answer.Status}, {code})"
                : $"({answer.Status})";
        return gateway.TemporaryCodes.Contains(code)
                ? SendResult.TemporaryFailure($"The gateway put off the message {words}.", answer.RetryAfter)
            : gateway.PermanentCodes.Contains(code) ? SendResult.PermanentFailure($"The gateway refused the message {words}.")
            : gateway.DownCodes.Contains(code) || answer.Status is 401 or 403 or 407
                ? SendResult.ChannelDown($"The gateway does not let us send {words}: check the login, the sender id and the account.")
            : answer.Status is 429 or >= 500 ? SendResult.TemporaryFailure($"The gateway put off the message {words}.", answer.RetryAfter)
            : SendResult.PermanentFailure($"The gateway refused the message {words}.");
    }

    private static SendResult WithoutError(WireAnswer answer, SmsGateway gateway) =>
        answer.Status switch
        {
            >= 200 and < 300 => Taken(answer, gateway),
            429 or 503 => SendResult.TemporaryFailure($"The gateway put off the message ({answer.Status}).", answer.RetryAfter),
            401 or 402 or 403 or 404 or 405 or 407 or (>= 300 and < 400) => SendResult.ChannelDown(
                $"The gateway does not let us send ({answer.Status}): check its URL and the login."
            ),
            408 or 425 => SendResult.TemporaryFailure($"The gateway put off the message ({answer.Status}).", answer.RetryAfter),
            >= 400 and < 500 => SendResult.PermanentFailure($"The gateway refused the message ({answer.Status})."),

            // Said by whoever stands before the gateway, maybe, which may have it by now.
            _ => SendResult.Uncertain($"The gateway failed ({answer.Status}), and does not say whether it took the message."),
        };

    private static SendResult Taken(WireAnswer answer, SmsGateway gateway)
    {
        string? reference = gateway.Reference?.Read(answer.Body);
        return reference is null && gateway.Reference is not null
            ? SendResult.Uncertain($"The gateway answered ({answer.Status}), and its answer has no id of the message.")
            : SendResult.Sent(reference);
    }
}
