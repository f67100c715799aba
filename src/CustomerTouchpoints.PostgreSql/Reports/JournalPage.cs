using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql.Reports;

/// <summary>A page of the journal.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Where the next page begins; null when this is the last one for now.</param>
public sealed record JournalPage(IReadOnlyList<JournalRow> Entries, JournalPlace? Next);
