using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Reading;

/// <summary>What a customer said to a kind of message, once.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record ConsentView
{
    /// <summary>The kind of message.</summary>
    public required Category Category { get; init; }

    /// <summary>The topic that it is about; null for every message of the category.</summary>
    public string? Topic { get; init; }

    /// <summary>The channel that it is about; null for every channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>What they said.</summary>
    public required ConsentDecision Decision { get; init; }

    /// <summary>When they said it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was recorded here.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Where they said it.</summary>
    public required string Source { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>Which version of the words they agreed to; null where nobody said.</summary>
    public string? Wording { get; init; }
}
