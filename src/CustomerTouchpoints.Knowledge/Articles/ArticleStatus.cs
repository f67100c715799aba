namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>Where a version of an article stands.</summary>
public enum ArticleStatus
{
    /// <summary>Written and not shown.</summary>
    Draft,

    /// <summary>Shown, within its validity.</summary>
    Published,

    /// <summary>Shown once, and no more: replaced by a later version, or retired.</summary>
    Retired,
}
