namespace CustomerTouchpoints.Storage;

/// <summary>One switch of the operators, as it was last set.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record SwitchRow
{
    /// <summary>What it stands before, such as <c>all</c> or <c>channel:email</c>; unique.</summary>
    public required string Scope { get; init; }

    /// <summary>Whether it stops what it stands before.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>Why it was set, in the operator's words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who set it.</summary>
    public required string By { get; init; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>
    /// What was planned until this instant, and has not left, is dropped; null when nothing was ever discarded. Of the scope
    /// <c>restored</c>: what was due until then may have been sent already.
    /// </summary>
    public DateTimeOffset? DiscardedUntil { get; init; }

    /// <summary>The number of this change among all changes of switches, from 1.</summary>
    public required long Revision { get; init; }
}
