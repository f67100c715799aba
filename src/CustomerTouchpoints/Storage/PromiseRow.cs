using CustomerTouchpoints.Responses;

namespace CustomerTouchpoints.Storage;

/// <summary>A promise as it is stored, for reports.</summary>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record PromiseRow
{
    /// <summary>What it is; unique.</summary>
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

    /// <summary>When the row last changed, by the engine's clock.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>
    /// The id of the touchpoint that told it, as <see cref="TouchpointId.ToString"/> writes it; null for an event's promise.
    /// </summary>
    public string? ToldBy { get; init; }

    /// <summary>The channel by which it was told, or that of the conversation; null where neither is known.</summary>
    public string? Channel { get; init; }

    /// <summary>Who answered when it was made; null where nobody was known.</summary>
    public string? Representative { get; init; }
}
