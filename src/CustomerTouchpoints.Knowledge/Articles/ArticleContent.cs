namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>What somebody wrote: a question, its answer, and what they are about.</summary>
/// <remarks>Immutable once made; safe to share between threads.</remarks>
public sealed record ArticleContent
{
    /// <summary>The question, as it is shown.</summary>
    public required string Question { get; init; }

    /// <summary>The answer, as Markdown.</summary>
    public required string Answer { get; init; }

    /// <summary>Other ways in which customers ask it. They are searched and not shown; the more, the better it is found.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The topics under which it is listed.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The products that it is about, by the host's own keys. None means all.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Pictures and videos.</summary>
    public IReadOnlyList<ArticleMedia> Media { get; init; } = [];

    /// <summary>From when it is found. Null means from its publication.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it is found, exclusively. Null means until it is retired.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>After how long somebody should read it again. Null leaves it to <see cref="KnowledgeOptions.ReviewEvery"/>.</summary>
    public TimeSpan? ReviewEvery { get; init; }
}
