namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>Which articles to list.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ArticleFilter
{
    /// <summary>Only in this language, such as <c>en</c>. Null means in all.</summary>
    public string? Language { get; init; }

    /// <summary>Only under this topic. Null means under all and none.</summary>
    public string? Topic { get; init; }

    /// <summary>Only about this product, or about all products. Null leaves products alone.</summary>
    public string? Product { get; init; }

    /// <summary>Whether to list the latest drafts instead of what is published. Default false.</summary>
    public bool Drafts { get; init; }

    /// <summary>How many at most, by name. Default 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>How many to leave out before the first, to page. Default 0.</summary>
    public int Skip { get; init; }
}
