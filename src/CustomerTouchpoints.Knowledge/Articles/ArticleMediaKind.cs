namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>What an article shows beside its words.</summary>
public enum ArticleMediaKind
{
    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A video.</summary>
    Video,
}
