namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>How often customers used an article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Count">How often, within the span that was asked for.</param>
public sealed record ArticleCount(Article Article, long Count);
