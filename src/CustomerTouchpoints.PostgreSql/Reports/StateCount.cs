namespace CustomerTouchpoints.PostgreSql.Reports;

/// <summary>How many journeys are where.</summary>
/// <param name="Lifecycle">The lifecycle's name.</param>
/// <param name="Version">The version that they follow.</param>
/// <param name="State">The state; null for those that have not opened.</param>
/// <param name="Standing">Where they stand as a whole: <c>awaiting</c>, <c>open</c>, <c>solved</c> or <c>closed</c>.</param>
/// <param name="Journeys">How many.</param>
public sealed record StateCount(string Lifecycle, int Version, string? State, string Standing, long Journeys);
