namespace CustomerTouchpoints.Storage;

/// <summary>A journey in which something is due.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="DueAt">When its earliest matter is due.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record DueJourney(JourneyId Journey, DateTimeOffset DueAt);
