using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Channels;

/// <summary>A sender's word on one attempt.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Reasons are journaled and shown to people: put no address and no body in them. Of a long one
/// the first 1,000 characters are kept; control characters are left out.
/// </remarks>
public sealed record SendResult
{
    private SendResult(SendOutcome outcome, string? reason, TimeSpan? retryAfter, string? reference = null)
    {
        Outcome = outcome;
        Reason = reason is null ? null : HostText.Clean(reason);
        RetryAfter = retryAfter;
        Reference = reference is null ? null : HostText.Clean(reference);
    }

    /// <summary>What the sender knows.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>Why it was not sent, in words; null for a sent message.</summary>
    public string? Reason { get; }

    /// <summary>
    /// The provider's own id of a message that was sent, or may have been; null where it gives none. Stored, so that a receipt finds its
    /// touchpoint by it; one that is longer than 500 characters is journaled and not stored.
    /// </summary>
    public string? Reference { get; }

    /// <summary>How long the provider asks us to wait, if it said so.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The same result, when what was said with it can't be stored.</summary>
    internal SendResult WithoutItsWords() => new(Outcome, "what it said can't be stored", RetryAfter);

    /// <summary>The channel accepted the message.</summary>
    /// <param name="reference">The provider's own id of the message; receipts name it.</param>
    public static SendResult Sent(string? reference = null) => new(SendOutcome.Sent, null, null, reference);

    /// <summary>Surely not accepted; try again later.</summary>
    /// <param name="reason">Why, in words.</param>
    /// <param name="retryAfter">How long the provider asks us to wait; the engine caps it.</param>
    public static SendResult TemporaryFailure(string reason, TimeSpan? retryAfter = null) =>
        new(SendOutcome.TemporaryFailure, reason, retryAfter);

    /// <summary>Surely not accepted, and never at this address.</summary>
    /// <param name="reason">Why, in words.</param>
    public static SendResult PermanentFailure(string reason) => new(SendOutcome.PermanentFailure, reason, null);

    /// <summary>It may have been accepted; nobody here can know.</summary>
    /// <param name="reason">Why, in words.</param>
    /// <param name="reference">The provider's own id of the message, if it is known: receipts name it. Null, the default, for none: then
    /// receipts that name our message id find it.</param>
    public static SendResult Uncertain(string reason, string? reference = null) => new(SendOutcome.Uncertain, reason, null, reference);

    /// <summary>Surely not accepted: the channel itself does not work now.</summary>
    /// <param name="reason">Why, in words.</param>
    /// <param name="retryAfter">When to try the channel again; a default applies where it is not known.</param>
    public static SendResult ChannelDown(string reason, TimeSpan? retryAfter = null) => new(SendOutcome.ChannelDown, reason, retryAfter);
}
