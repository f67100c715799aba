namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>How much is indexed in a language.</summary>
/// <param name="Phrases">Questions and variants.</param>
/// <param name="Words">Words of these.</param>
/// <param name="Articles">Published articles.</param>
internal readonly record struct LanguageTotals(long Phrases, long Words, long Articles);
