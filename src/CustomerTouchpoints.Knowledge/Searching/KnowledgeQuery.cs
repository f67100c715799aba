namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>A search for articles.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record KnowledgeQuery
{
    /// <summary>What the customer asks or types. What is beyond 1000 characters is not read.</summary>
    public required string Text { get; init; }

    /// <summary>The language to search in, such as <c>en</c> or <c>de-CH</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Only under this topic. Null means under any.</summary>
    public string? Topic { get; init; }

    /// <summary>Only about this product, or about all products. Null leaves products alone.</summary>
    public string? Product { get; init; }

    /// <summary>How many articles at most, 1 to 30. Default 10.</summary>
    public int Limit { get; init; } = 10;
}
