namespace CustomerTouchpoints.Reading;

/// <summary>How often a customer was told something in one category, of one topic, by one channel.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record ContactView
{
    /// <summary>The category.</summary>
    public required Category Category { get; init; }

    /// <summary>The topic; null for messages of none.</summary>
    public string? Topic { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>How often in all.</summary>
    public required long Total { get; init; }

    /// <summary>When last.</summary>
    public required DateTimeOffset LastAt { get; init; }
}
