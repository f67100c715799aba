using System.Globalization;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>What becomes of the journeys in one state.</summary>
/// <param name="Lifecycle">The lifecycle's name.</param>
/// <param name="From">The version that they follow.</param>
/// <param name="To">The version that they are to follow.</param>
/// <param name="State">The state they are in; null for those that have not opened.</param>
/// <param name="Becomes">The state in which they go on; null where that version has none for them, or for those that have not
/// opened.</param>
/// <param name="Count">How many there are.</param>
public sealed record JourneyMove(string Lifecycle, int From, int To, string? State, string? Becomes, long Count)
{
    /// <summary>Whether the newer version has no state for them.</summary>
    public bool IsStranded => State is not null && Becomes is null;

    /// <summary>The move as one line.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Lifecycle} {From} → {To}: {State ?? "not opened"} → {(IsStranded ? "stranded" : Becomes ?? "not opened")}: {Count} journeys"
        );
}
