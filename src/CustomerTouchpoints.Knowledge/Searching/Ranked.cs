namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>An article's place in a ranking.</summary>
/// <param name="Key">The row of the article.</param>
/// <param name="Score">How well it fits.</param>
/// <param name="Confidence">How likely it is the right one.</param>
internal readonly record struct Ranked(long Key, double Score, double Confidence);
