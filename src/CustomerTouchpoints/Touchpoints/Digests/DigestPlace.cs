namespace CustomerTouchpoints.Touchpoints.Digests;

/// <summary>That a message is to leave in a digest, and how far it has come there.</summary>
/// <param name="Digest">The digest's name.</param>
/// <param name="Item">What it is there: a later one of its journey that is the same takes its place; null for nothing.</param>
internal sealed record DigestPlace(string Digest, string? Item)
{
    /// <summary>When its window closes; null until its gate was asked. It is not stale before.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Whether it waits there, and its customer knows so.</summary>
    public bool IsSeated { get; init; }
}
