namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>One version of an article, as it is stored.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record Article
{
    /// <summary>Which article.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>Which version: 1, 2, 3, ...</summary>
    public required int Version { get; init; }

    /// <summary>What it says.</summary>
    public required ArticleContent Content { get; init; }

    /// <summary>Whether customers find this version.</summary>
    public required ArticleStatus Status { get; init; }

    /// <summary>When this version was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it; null where nobody said.</summary>
    public string? SavedBy { get; init; }

    /// <summary>When this version was published; null for one that never was.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When somebody last said that the published version still holds; null for other versions.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>When it should be read again; null for versions that are not published.</summary>
    public DateTimeOffset? ReviewDue { get; init; }
}
