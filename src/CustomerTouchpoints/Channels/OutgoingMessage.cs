namespace CustomerTouchpoints.Channels;

/// <summary>One rendered message on its way to one customer.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record OutgoingMessage
{
    /// <summary>The touchpoint that this message is.</summary>
    public required TouchpointId Touchpoint { get; init; }

    /// <summary>
    /// A stable token for this message, equal in every attempt: 32 lower-case hexadecimal digits. Use it as the idempotency key.
    /// </summary>
    public required string MessageId { get; init; }

    /// <summary>A stable token shared by all messages of the journey to this customer: 32 lower-case hexadecimal digits.</summary>
    public required string ThreadId { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether an earlier attempt may already have arrived, so that this one may be a duplicate.</summary>
    public bool MayBeRepeat { get; init; }

    /// <summary>The channel to use.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Who is told.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The address on the channel: an email address, a phone number, whatever the channel calls one.</summary>
    public required string Address { get; init; }

    /// <summary>The customer's name, if the directory gave one.</summary>
    public string? Name { get; init; }

    /// <summary>The BCP 47 culture that the message is written in: the customer's where there is a template in their language.</summary>
    public required string Culture { get; init; }

    /// <summary>What kind of message this is.</summary>
    public required Category Category { get; init; }

    /// <summary>The name of the topic that it is about; null where its rule names none.</summary>
    public string? Topic { get; init; }

    /// <summary>The instant of the attempt, by the engine's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// From when on it is not worth telling any more, as its rule says: a channel that keeps messages for those who are away need not keep
    /// it for longer. Null where nobody said.
    /// </summary>
    public DateTimeOffset? StaleAt { get; init; }

    /// <summary>What is said.</summary>
    public required MessageContent Content { get; init; }
}
