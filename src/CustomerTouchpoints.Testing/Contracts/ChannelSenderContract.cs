using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What the engine relies on in every <see cref="IChannelSender"/>, as cases for any test framework.</summary>
/// <remarks>
/// The other side has to be up while the cases run: they send a few dozen messages to the good address. Thread-safe: cases hold no state
/// and may run in any order.
/// </remarks>
public static class ChannelSenderContract
{
    private const int Concurrent = 16;

    /// <summary>The cases for one sender.</summary>
    /// <param name="create">Makes the sender, once per case; the caller disposes of it where it needs that.</param>
    /// <param name="goodAddress">An address that the other side accepts, with something in it that no other text has.</param>
    /// <param name="channel">The sender's channel. Default: email.</param>
    /// <param name="carriesHeaders">
    /// Whether the channel sends the customer's name and the subject beside the text, as email does. Default: true. False leaves out the
    /// cases about control characters in them.
    /// </param>
    /// <returns>The cases, each with its promise as its name.</returns>
    public static IReadOnlyList<ContractCase> Cases(
        Func<IChannelSender> create,
        string goodAddress,
        Channel? channel = null,
        bool carriesHeaders = true
    )
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentException.ThrowIfNullOrWhiteSpace(goodAddress);
        ChannelSenderContractMessages messages = new(goodAddress, channel ?? Channel.Email);
        List<ContractCase> cases =
        [
            new("A plain message is sent", () => SendsAsync(create(), messages.Plain(1))),
            new("A message to somebody without a name is sent", () => SendsAsync(create(), messages.Plain(2) with { Name = null })),
            new("Text in any script, emoji and very long lines are sent", () => SendsAsync(create(), messages.Demanding(3))),
            new("The same message sent twice does no harm", () => SendsTwiceAsync(create(), messages.Plain(4))),
            new(
                "A fallback that may be a repeat of another message is sent at its first attempt",
                () => SendsAsync(create(), messages.Plain(6) with { MayBeRepeat = true })
            ),
            new("What the provider calls two messages tells them apart", () => TellsApartAsync(create(), messages)),
            new("Messages sent at the same time are all sent", () => SendsConcurrentlyAsync(create(), messages)),
            new(
                "A send that is cancelled before it starts is not reported as sent",
                () => HeedsCancellationAsync(create(), messages.Plain(5))
            ),
            new(
                "A control character after the address is left out or a permanent failure",
                () => DisarmsAsync(create(), messages, (message, bad) => message with { Address = message.Address + bad })
            ),
            new(
                "A control character inside the address is a permanent failure",
                () => RefusesAsync(create(), messages, (message, bad) => message with { Address = message.Address.Insert(1, bad) })
            ),
            new("No reason repeats the address", () => KeepsAddressesToItselfAsync(create(), messages)),
        ];
        if (carriesHeaders)
        {
            cases.Add(
                new(
                    "A control character in the name is left out or a permanent failure",
                    () => DisarmsAsync(create(), messages, (message, bad) => message with { Name = "Ana" + bad })
                )
            );
            cases.Add(
                new(
                    "A control character in the subject is left out or a permanent failure",
                    () =>
                        DisarmsAsync(
                            create(),
                            messages,
                            (message, bad) => message with { Content = message.Content with { Subject = "News" + bad + "X-Evil: yes" } }
                        )
                )
            );
        }

        return cases;
    }

    private static async Task SendsAsync(IChannelSender sender, OutgoingMessage message)
    {
        SendResult result = await SendAsync(sender, message).ConfigureAwait(false);
        Expect(
            result.Outcome == SendOutcome.Sent,
            $"a message that can be sent must come back as Sent, not as {result.Outcome} ({result.Reason})"
        );
    }

    private static async Task SendsTwiceAsync(IChannelSender sender, OutgoingMessage message)
    {
        await SendsAsync(sender, message).ConfigureAwait(false);
        await SendsAsync(sender, message with { Attempt = 2, MayBeRepeat = true, At = message.At.AddMinutes(5) }).ConfigureAwait(false);
    }

    /// <summary>Receipts find their message by it: one for two messages would stop the wrong address.</summary>
    private static async Task TellsApartAsync(IChannelSender sender, ChannelSenderContractMessages messages)
    {
        string? one = (await SendAsync(sender, messages.Plain(7)).ConfigureAwait(false)).Reference;
        string? other = (await SendAsync(sender, messages.Plain(8)).ConfigureAwait(false)).Reference;
        Expect(one is null || one != other, $"two messages must not have one reference ({one})");
        Expect(
            one is not { Length: > 500 },
            $"a reference must have at most 500 characters, not {one?.Length}: longer ones find no receipt"
        );
    }

    private static async Task SendsConcurrentlyAsync(IChannelSender sender, ChannelSenderContractMessages messages)
    {
        // Each send starts on a thread of its own, so that senders that work synchronously meet each other too.
        IEnumerable<Task> sends = Enumerable
            .Range(100, Concurrent)
            .Select(number => Task.Run(() => SendsAsync(sender, messages.Demanding(number))));
        await Task.WhenAll(sends).ConfigureAwait(false);
    }

    private static async Task HeedsCancellationAsync(IChannelSender sender, OutgoingMessage message)
    {
        try
        {
            SendResult result = await sender.SendAsync(message, new CancellationToken(canceled: true)).ConfigureAwait(false);
            Expect(result.Outcome != SendOutcome.Sent, "a send that was cancelled before it started must not come back as Sent");
        }
        catch (OperationCanceledException)
        {
            // Says the same.
        }
    }

    private static async Task RefusesAsync(
        IChannelSender sender,
        ChannelSenderContractMessages messages,
        Func<OutgoingMessage, string, OutgoingMessage> spoil
    )
    {
        foreach ((string bad, string what) in ChannelSenderContractMessages.Forbidden)
        {
            SendResult result = await SendAsync(sender, spoil(messages.Plain(6), bad)).ConfigureAwait(false);
            Expect(
                result.Outcome == SendOutcome.PermanentFailure,
                $"{what} must be refused as PermanentFailure, not come back as {result.Outcome}"
            );
            Expect(!string.IsNullOrWhiteSpace(result.Reason), $"{what} was refused without a reason");
        }
    }

    /// <summary>What comes with a value may be left out, so that the message goes to the good address; it is not left in.</summary>
    private static async Task DisarmsAsync(
        IChannelSender sender,
        ChannelSenderContractMessages messages,
        Func<OutgoingMessage, string, OutgoingMessage> spoil
    )
    {
        foreach ((string bad, string what) in ChannelSenderContractMessages.Forbidden)
        {
            SendResult result = await SendAsync(sender, spoil(messages.Plain(6), bad)).ConfigureAwait(false);
            Expect(
                result.Outcome is SendOutcome.Sent or SendOutcome.PermanentFailure,
                $"{what} must be left out (Sent) or refused (PermanentFailure), not come back as {result.Outcome}"
            );
            Expect(result.Outcome is SendOutcome.Sent || !string.IsNullOrWhiteSpace(result.Reason), $"{what} was refused without a reason");
        }
    }

    private static async Task KeepsAddressesToItselfAsync(IChannelSender sender, ChannelSenderContractMessages messages)
    {
        OutgoingMessage good = messages.Plain(7);
        foreach (
            OutgoingMessage message in (OutgoingMessage[])[good, good with { Address = good.Address + "\r\n" }, good with { Name = "\0" }]
        )
        {
            SendResult result = await SendAsync(sender, message).ConfigureAwait(false);
            Expect(
                result.Reason?.Contains(good.Address, StringComparison.OrdinalIgnoreCase) != true,
                $"reasons are journaled and shown to people, and this one of a {result.Outcome} repeats the address"
            );
        }
    }

    private static async Task<SendResult> SendAsync(IChannelSender sender, OutgoingMessage message)
    {
        try
        {
            return await sender.SendAsync(message, CancellationToken.None).ConfigureAwait(false)
                ?? throw new ContractViolationException("A sender must return a result, not null.");
        }
        catch (Exception fault) when (fault is not ContractViolationException)
        {
            throw new ContractViolationException(
                $"A sender must return what happened; an exception leaves the message uncertain. It threw {fault.GetType().Name}: "
                    + $"{fault.Message}",
                fault
            );
        }
    }

    private static void Expect(bool kept, string promise)
    {
        if (!kept)
        {
            throw new ContractViolationException($"The contract of IChannelSender is broken: {promise}.");
        }
    }
}
