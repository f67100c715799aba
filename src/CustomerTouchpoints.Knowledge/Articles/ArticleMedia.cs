namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>A picture or a video of an article.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Url">Where it is: an address, or a path that the host serves.</param>
/// <param name="Alt">What it shows, in words, for who can't see it.</param>
public sealed record ArticleMedia(ArticleMediaKind Kind, Uri Url, string Alt);
