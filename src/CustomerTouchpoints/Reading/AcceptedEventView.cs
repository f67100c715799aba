namespace CustomerTouchpoints.Reading;

/// <summary>An event that would have an effect on a journey where it stands now, and what it leads to.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Guards are described and not run. Of several lines for one event the first whose conditions
/// all hold counts. Every other event is accepted too, journaled, and leads nowhere.
/// </remarks>
public sealed record AcceptedEventView
{
    /// <summary>The event's name.</summary>
    public required string Event { get; init; }

    /// <summary>
    /// The state to which it leads: another one, or the present one for a new visit. Null when the journey stays, and the event is handled
    /// where it stands.
    /// </summary>
    public string? LeadsTo { get; init; }

    /// <summary>What must hold for it, in the words of the lifecycle's conditions; empty when nothing must.</summary>
    public IReadOnlyList<string> When { get; init; } = [];
}
