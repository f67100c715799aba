using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Reading;

/// <summary>A deadline that a customer was told, and what became of it.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record PromiseView
{
    /// <summary>What it is; unique. Its text parses back.</summary>
    public required PromiseId Id { get; init; }

    /// <summary>What was promised: the response clock that measures it, or the name of an event's promise.</summary>
    public required string Name { get; init; }

    /// <summary>What has become of it.</summary>
    public required PromiseStatus Status { get; init; }

    /// <summary>The deadline, as it was told.</summary>
    public required DateTimeOffset By { get; init; }

    /// <summary>When it was made: when the message left, or may have left; when the event occurred.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When what was promised came, or was no longer waited for; null until then, and for what never came.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The touchpoint that told it; null for an event's promise.</summary>
    public TouchpointId? ToldBy { get; init; }

    /// <summary>The channel by which it was told, or that of the conversation; null where neither is known.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Who answered when it was made; null where nobody was known.</summary>
    public string? Representative { get; init; }
}
