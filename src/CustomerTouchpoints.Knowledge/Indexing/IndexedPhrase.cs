namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>A text by which an article is found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text.</param>
/// <param name="Stems">Its stems, in their order.</param>
/// <param name="Vector">What it means, for the host's encoder; null where there is none, and for answers.</param>
internal sealed record IndexedPhrase(PhraseKind Kind, string Text, IReadOnlyList<string> Stems, float[]? Vector);
