using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>What an answer of an endpoint means, or that there is none. Pure. Nothing of the answer is repeated but its status.</summary>
internal static class EndpointOutcome
{
    /// <summary>What became of a message.</summary>
    /// <param name="outcome">What came back.</param>
    /// <param name="isOnlyEndpoint">Whether every message of the channel goes there: what is wrong with it is the channel's.</param>
    /// <param name="knowsRepeats">Whether the endpoint can tell a message that it has taken before.</param>
    public static SendResult Of(WireOutcome outcome, bool isOnlyEndpoint, bool knowsRepeats) =>
        outcome.Answer is { } answer ? OfStatus(answer, isOnlyEndpoint, knowsRepeats) : OfFault(outcome, isOnlyEndpoint);

    /// <summary>Whether the endpoint did not work at all, so that the next message would fare no better.</summary>
    public static bool IsFailing(WireOutcome outcome) =>
        outcome.Answer is { Status: var status } ? status is 429 or >= 500 : outcome.Fault is not WireFault.Refused;

    private static SendResult OfStatus(WireAnswer answer, bool isOnlyEndpoint, bool knowsRepeats) =>
        answer.Status switch
        {
            >= 200 and < 300 => SendResult.Sent(),

            // Said by whoever stands before the endpoint, which may have it by now.
            502 or 504 when !knowsRepeats => SendResult.Uncertain(
                $"What stands before the endpoint failed ({answer.Status}), and does not say whether the endpoint took the message."
            ),
            408 or 425 or 429 or (>= 500 and < 600) => SendResult.TemporaryFailure(
                $"The endpoint put off the message ({answer.Status}).",
                answer.RetryAfter
            ),
            >= 300 and < 400 => Lasting($"The endpoint redirects ({answer.Status}), which is not followed.", isOnlyEndpoint),
            404 or 410 => Lasting($"The endpoint is gone ({answer.Status}).", isOnlyEndpoint),
            401 or 403 or 405 => Lasting($"The endpoint does not let us in ({answer.Status}).", isOnlyEndpoint),
            >= 400 and < 500 => SendResult.PermanentFailure($"The endpoint refused the message ({answer.Status})."),
            _ => SendResult.Uncertain($"The endpoint answered what is no answer ({answer.Status})."),
        };

    /// <summary>What no message can mend is the address's, or the channel's where there is only one.</summary>
    private static SendResult Lasting(string reason, bool isOnlyEndpoint) =>
        isOnlyEndpoint ? SendResult.ChannelDown(reason) : SendResult.PermanentFailure(reason);

    private static SendResult OfFault(WireOutcome outcome, bool isOnlyEndpoint) =>
        outcome.Fault switch
        {
            WireFault.Refused => Lasting(outcome.Words, isOnlyEndpoint),
            WireFault.NotConnected when isOnlyEndpoint => SendResult.ChannelDown(outcome.Words),
            WireFault.NotConnected or WireFault.NotHandedOver => SendResult.TemporaryFailure(outcome.Words),
            _ => SendResult.Uncertain(outcome.Words),
        };
}
