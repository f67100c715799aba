namespace CustomerTouchpoints.Reading;

/// <summary>A block of added value that a customer has seen, or may have seen, with their messages.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record AddedValueView
{
    /// <summary>The block's name.</summary>
    public required string Block { get; init; }

    /// <summary>How often.</summary>
    public required int Times { get; init; }

    /// <summary>When last.</summary>
    public required DateTimeOffset LastAt { get; init; }
}
