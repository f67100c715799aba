namespace CustomerTouchpoints.Journeys;

/// <summary>
/// What a journey has that is known by an id of its own, such as a touchpoint or a clock: each has a row beside the journey's.
/// </summary>
internal abstract record JourneyPart
{
    /// <summary>Which one it is among the journey's parts of its kind, and its place among them.</summary>
    public abstract (string Name, long Number) PlaceInJourney();
}
