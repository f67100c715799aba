namespace CustomerTouchpoints.Channels;

/// <summary>An attempt that may have been accepted, and of which nobody knows: what its channel is asked about.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record DoubtfulAttempt
{
    /// <summary>The touchpoint.</summary>
    public required TouchpointId Touchpoint { get; init; }

    /// <summary>The message's stable token, as <see cref="OutgoingMessage.MessageId"/> had it in every attempt.</summary>
    public required string MessageId { get; init; }

    /// <summary>How many attempts were made, from 1. The lookup is about all of them.</summary>
    public required int Attempt { get; init; }

    /// <summary>The channel that was used.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Who was to be told.</summary>
    public required CustomerId Customer { get; init; }
}
