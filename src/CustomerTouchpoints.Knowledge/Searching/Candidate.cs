using CustomerTouchpoints.Knowledge.Indexing;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>A text that full-text search has found.</summary>
/// <param name="Article">The row of its article.</param>
/// <param name="Kind">What it is in its article.</param>
/// <param name="Text">The text.</param>
/// <param name="Stems">Its stems, between blanks.</param>
internal sealed record Candidate(long Article, PhraseKind Kind, string Text, string Stems);
