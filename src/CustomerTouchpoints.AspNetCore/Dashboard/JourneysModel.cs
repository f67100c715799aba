using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What was searched for, and what has something pending.</summary>
/// <param name="Asked">The words of the search; null for none.</param>
/// <param name="Found">The journeys of that id or key.</param>
/// <param name="Pending">Journeys with messages that have not ended, and how many each has on this page.</param>
internal sealed record JourneysModel(string? Asked, IReadOnlyList<JourneyView> Found, IReadOnlyList<(JourneyId Journey, int Count)> Pending)
{
    public string? First { get; init; }

    public string? Next { get; init; }
}
