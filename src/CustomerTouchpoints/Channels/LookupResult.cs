using CustomerTouchpoints.Reasons;

namespace CustomerTouchpoints.Channels;

/// <summary>A channel's word on a message that may have been accepted.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Reasons are journaled and shown to people: put no address and no body in them. Of a long one
/// the first 1,000 characters are kept; control characters are left out.
/// </remarks>
public sealed record LookupResult
{
    private LookupResult(LookupOutcome outcome, string? reason, string? reference = null)
    {
        Outcome = outcome;
        Reason = reason is null ? null : HostText.Clean(reason);
        Reference = reference is null ? null : HostText.Clean(reference);
    }

    /// <summary>What is known.</summary>
    public LookupOutcome Outcome { get; }

    /// <summary>How the provider knows, or why nothing is known, in words.</summary>
    public string? Reason { get; }

    /// <summary>The provider's own id of a message that was accepted; stored as that of a <see cref="SendResult"/> is.</summary>
    public string? Reference { get; }

    /// <summary>The same answer, when what was said with it can't be stored.</summary>
    internal LookupResult WithoutItsWords() => new(Outcome, "what it said can't be stored");

    /// <summary>The message was accepted.</summary>
    /// <param name="reference">The provider's own id of the message; receipts name it.</param>
    public static LookupResult Sent(string? reference = null) => new(LookupOutcome.Sent, null, reference);

    /// <summary>The provider has no such message.</summary>
    /// <param name="reason">How it knows, in words.</param>
    public static LookupResult NotAccepted(string? reason = null) => new(LookupOutcome.NotAccepted, reason);

    /// <summary>Nobody can say, or not yet.</summary>
    /// <param name="reason">Why, in words.</param>
    public static LookupResult Unknown(string reason) => new(LookupOutcome.Unknown, reason);
}
