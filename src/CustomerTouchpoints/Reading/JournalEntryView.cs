using System.Text.Json;

namespace CustomerTouchpoints.Reading;

/// <summary>One entry of a journal: what happened to a journey, what came of it, and why.</summary>
/// <remarks>Immutable; safe to share between threads. It is plain JSON under the defaults of System.Text.Json, there and back.</remarks>
public sealed record JournalEntryView
{
    /// <summary>The journey.</summary>
    public required JourneyId Journey { get; init; }

    /// <summary>Its number among the entries of the journey, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When what it records happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was recorded, by the engine's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What it records.</summary>
    public required JournalEntryKind Kind { get; init; }

    /// <summary>
    /// What it is about: the event's name, the timer's key, the id of the touchpoint, clock or promise; the journey for a withdrawal.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The host's event id; null for everything but events.</summary>
    public string? EventId { get; init; }

    /// <summary>What came of it, in one word: a <see cref="RaiseOutcome"/> for an event, a status for a touchpoint.</summary>
    public required JournalEntryOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The state before; null while the journey had not opened.</summary>
    public string? From { get; init; }

    /// <summary>The state after; null while the journey has not opened.</summary>
    public string? To { get; init; }

    /// <summary>The touchpoints that it planned.</summary>
    public IReadOnlyList<TouchpointId> Planned { get; init; } = [];

    /// <summary>The event's data; null where there is none, or it was erased.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>
    /// The place of the entry in the journal of all journeys, for <see cref="ICustomerTouchpoints.JournalAsync"/> to go on from. Null where
    /// it was read for a customer.
    /// </summary>
    public string? Cursor { get; init; }
}
