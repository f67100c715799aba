using CustomerTouchpoints.Knowledge.Articles;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>An article that may answer a question.</summary>
/// <param name="Article">The article.</param>
/// <param name="Score">How well it fits; comparable within one search only.</param>
/// <param name="Confidence">How likely it is the right one, 0 to 1, beside those that come after it.</param>
/// <param name="Question">Its question, with the words that were asked for.</param>
/// <param name="Excerpt">The part of its answer that has most of the words that were asked for.</param>
public sealed record FoundArticle(Article Article, double Score, double Confidence, HighlightedText Question, HighlightedText Excerpt);
