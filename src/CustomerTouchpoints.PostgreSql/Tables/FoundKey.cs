using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.PostgreSql.Tables;

/// <summary>The key of an event that was raised before.</summary>
/// <param name="Key">The key.</param>
/// <param name="Fingerprint">What was raised then.</param>
/// <param name="Journey">The number of its journey.</param>
/// <param name="Sequence">The number of its journal entry, which may have gone with an archived month.</param>
/// <param name="RecordedAt">When that was recorded.</param>
internal sealed record FoundKey(EventKey Key, long Fingerprint, long Journey, long Sequence, DateTimeOffset RecordedAt);
