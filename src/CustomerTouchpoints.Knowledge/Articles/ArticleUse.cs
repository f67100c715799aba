namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>What a customer did with an article.</summary>
public enum ArticleUse
{
    /// <summary>They opened it.</summary>
    Opened,

    /// <summary>They said that it solved their problem.</summary>
    Solved,

    /// <summary>They said that it did not help.</summary>
    NotHelpful,
}
