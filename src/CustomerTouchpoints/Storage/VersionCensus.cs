namespace CustomerTouchpoints.Storage;

/// <summary>How many journeys follow one version of a lifecycle, and what waits in them.</summary>
/// <param name="Journeys">By state (null for those that have not opened), closed journeys left out, ordered by state.</param>
/// <param name="Messages">Messages that are planned or held, by rule, ordered by rule.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record VersionCensus(IReadOnlyList<KeyValuePair<string?, long>> Journeys, IReadOnlyList<KeyValuePair<string, long>> Messages);
