using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>
/// What the engine relies on in every <see cref="IChannelLookup"/>, as cases for any test framework, beside those of
/// <see cref="ChannelSenderContract"/>.
/// </summary>
/// <remarks>The other side has to be up while the cases run. Thread-safe: cases hold no state and may run in any order.</remarks>
public static class ChannelLookupContract
{
    /// <summary>The cases for one sender that can be asked.</summary>
    /// <param name="create">Makes the sender, once per case.</param>
    /// <param name="goodAddress">An address that the other side accepts.</param>
    /// <param name="channel">The sender's channel. Default: email.</param>
    /// <returns>The cases, each with its promise as its name.</returns>
    public static IReadOnlyList<ContractCase> Cases<TSender>(Func<TSender> create, string goodAddress, Channel? channel = null)
        where TSender : IChannelSender, IChannelLookup
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentException.ThrowIfNullOrWhiteSpace(goodAddress);
        ChannelSenderContractMessages messages = new(goodAddress, channel ?? Channel.Email);
        return
        [
            new("A message that was sent is not said to be missing", () => KnowsWhatWasSentAsync(create(), messages.Plain(11))),
            new("A message that was never handed over is not said to be sent", () => KnowsWhatWasNotAsync(create(), messages.Plain(12))),
            new("A lookup changes nothing", () => IsHarmlessAsync(create(), messages.Plain(13))),
        ];
    }

    private static async Task KnowsWhatWasSentAsync<TSender>(TSender sender, OutgoingMessage message)
        where TSender : IChannelSender, IChannelLookup
    {
        SendResult sent = await sender.SendAsync(message, CancellationToken.None).ConfigureAwait(false);
        Expect(
            sent.Outcome == SendOutcome.Sent,
            $"a message that can be sent must come back as Sent, not as {sent.Outcome} ({sent.Reason})"
        );
        LookupResult known = await AskAsync(sender, message).ConfigureAwait(false);
        Expect(
            known.Outcome != LookupOutcome.NotAccepted,
            "a message that was sent must not come back as NotAccepted: it would go out again"
        );
    }

    private static async Task KnowsWhatWasNotAsync(IChannelLookup sender, OutgoingMessage message)
    {
        LookupResult known = await AskAsync(sender, message).ConfigureAwait(false);
        Expect(known.Outcome != LookupOutcome.Sent, "a message that was never handed over must not come back as Sent: it would be lost");
    }

    private static async Task IsHarmlessAsync(IChannelLookup sender, OutgoingMessage message)
    {
        LookupResult first = await AskAsync(sender, message).ConfigureAwait(false);
        LookupResult second = await AskAsync(sender, message).ConfigureAwait(false);
        Expect(
            (first.Outcome, second.Outcome) is not (LookupOutcome.NotAccepted, LookupOutcome.Sent),
            "asking must not send: the first answer was NotAccepted, and the second Sent"
        );
    }

    private static async Task<LookupResult> AskAsync(IChannelLookup sender, OutgoingMessage message)
    {
        var attempt = new DoubtfulAttempt
        {
            Touchpoint = message.Touchpoint,
            MessageId = message.MessageId,
            Attempt = message.Attempt,
            Channel = message.Channel,
            Customer = message.Customer,
        };
        return await sender.LookUpAsync(attempt, CancellationToken.None).ConfigureAwait(false)
            ?? throw new ContractViolationException("A lookup must return a result, not null.");
    }

    private static void Expect(bool kept, string promise)
    {
        if (!kept)
        {
            throw new ContractViolationException($"The contract of IChannelLookup is broken: {promise}.");
        }
    }
}
