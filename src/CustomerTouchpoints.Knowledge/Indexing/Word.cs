namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>A word of a text: where it stands, and its stem.</summary>
/// <param name="Start">Its first character in the text.</param>
/// <param name="Length">How many characters it has there.</param>
/// <param name="Stem">Its stem, lower-case and without accents.</param>
internal readonly record struct Word(int Start, int Length, string Stem);
