namespace CustomerTouchpoints.PostgreSql.Reports;

/// <summary>A place in the journal of all journeys; it can be kept as three values, to go on from there later.</summary>
/// <param name="RecordedAt">When the entry was recorded.</param>
/// <param name="Journey">The number of its journey in the database.</param>
/// <param name="Sequence">Its number within the journey.</param>
public sealed record JournalPlace(DateTimeOffset RecordedAt, long Journey, long Sequence);
