using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>Rows that the cases write.</summary>
internal static class TouchpointStoreContractRows
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static JourneyRow Journey(JourneyId id, long sequence = 0) =>
        new()
        {
            Id = id,
            Version = 1,
            State = "recorded",
            Standing = "open",
            Sequence = sequence,
            CreatedAt = Noon,
            Memory = "{}",
            Data = "{}",
        };

    public static JournalRow Entry(JourneyId journey, long sequence, string? eventId = null) =>
        new()
        {
            Journey = journey,
            Sequence = sequence,
            RecordedAt = Noon.AddSeconds(sequence),
            OccurredAt = Noon,
            Kind = "event",
            Name = "order.placed",
            EventId = eventId,
            Outcome = "moved",
            Reason = "order.placed opens the journey",
            Changes = "{}",
        };

    public static TouchpointId TouchpointId(JourneyId journey, string rule = "order-recorded") =>
        new(journey, rule, "1", "buyer", Channel.Email);

    public static TouchpointRow Touchpoint(TouchpointId id, long order = 1) =>
        new()
        {
            Id = id,
            PlannedBy = 1,
            Order = order,
            Customer = "ana",
            Template = "order-recorded",
            Category = Category.Transactional,
            Channel = Channel.Email,
            Status = TouchpointStatus.Planned,
            Reason = "on entering recorded",
            PlannedAt = Noon,
            DueAt = Noon,
            ChangedAt = Noon,
            Attempts = 0,
            MayBeRepeated = false,
        };

    /// <summary>A new journey with a journal of some length, everything consistent.</summary>
    public static BatchWrites Opening(JourneyId id, long entries = 1) =>
        new()
        {
            NewJourneys = [Journey(id, entries)],
            Journal = [.. Enumerable.Range(1, (int)entries).Select(sequence => Entry(id, sequence))],
        };

    /// <summary>A new journey whose first event has an id.</summary>
    public static BatchWrites Raising(JourneyId id, string eventId, long fingerprint = 7) =>
        Opening(id) with
        {
            Journal = [Entry(id, 1, eventId)],
            EventKeys = [new EventKeyRow(new EventKey(id, eventId), fingerprint, 1)],
        };
}
