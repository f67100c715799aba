using System.Text.Json;

namespace CustomerTouchpoints;

/// <summary>
/// A fact that has happened, as a host or a feed reports it: the journey, a name, the host's event id, the time and the data.
/// </summary>
/// <remarks>Immutable; safe to share between threads. Checked at the door when it is raised.</remarks>
public sealed record IncomingEvent
{
    /// <summary>The most data an event may carry, in bytes of UTF-8: 256 KiB.</summary>
    public const int MaxDataBytes = 256 * 1024;

    /// <summary>The longest event id, in characters.</summary>
    public const int MaxIdLength = 200;

    /// <summary>The journey that the fact is about.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>What happened, such as <c>payment.accepted</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The host's own id of this fact, unique within the journey. Raising the same id again is safe: it answers with the first result.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>When it happened. Null means: when it was raised. A time in the future counts as the moment it was raised.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>
    /// The fact's data: a JSON object, at most <see cref="MaxDataBytes"/>. Its top-level properties become the journey's data.
    /// </summary>
    public JsonElement Data { get; init; } = EmptyObject;

    /// <summary>Who plays which role, as far as this fact says; keys are role names such as <c>buyer</c>.</summary>
    public IReadOnlyDictionary<string, CustomerId> Parties { get; init; } = NoParties;

    /// <summary>The customer in the lifecycle's first role: a shorthand for <see cref="Parties"/> with one entry.</summary>
    public CustomerId? Customer { get; init; }

    internal static JsonElement EmptyObject { get; } = JsonDocument.Parse("{}").RootElement;

    private static readonly IReadOnlyDictionary<string, CustomerId> NoParties = new Dictionary<string, CustomerId>();
}
