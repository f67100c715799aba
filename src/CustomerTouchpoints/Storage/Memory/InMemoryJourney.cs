using System.Collections.Immutable;
using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>
/// One journey with everything that belongs to it. Immutable: a change makes another one, so a refused batch leaves no trace.
/// </summary>
/// <param name="Number">Its place among all journeys, in the order in which the store first saw them.</param>
/// <param name="Row">The journey itself.</param>
internal sealed record InMemoryJourney(long Number, JourneyRow Row)
{
    private static readonly ImmutableSortedDictionary<(string Clock, int Cycle), ClockRow> NoClocks = ImmutableSortedDictionary.Create<
        (string, int),
        ClockRow
    >(
        Comparer<(string Clock, int Cycle)>.Create(
            (one, other) => string.CompareOrdinal(one.Clock, other.Clock) is not 0 and var order ? order : one.Cycle.CompareTo(other.Cycle)
        )
    );

    public ImmutableList<JournalRow> Journal { get; private init; } = [];

    public ImmutableDictionary<string, EventKeyRow> EventKeys { get; private init; } = ImmutableDictionary<string, EventKeyRow>.Empty;

    public ImmutableDictionary<TouchpointId, TouchpointRow> Touchpoints { get; private init; } =
        ImmutableDictionary<TouchpointId, TouchpointRow>.Empty;

    public ImmutableSortedDictionary<long, ShelvedRow> Shelved { get; private init; } = ImmutableSortedDictionary<long, ShelvedRow>.Empty;

    /// <summary>What was reported of touchpoints, by their order.</summary>
    public ImmutableDictionary<long, ImmutableDictionary<ReceiptKind, ReceiptRow>> Receipts { get; private init; } =
        ImmutableDictionary<long, ImmutableDictionary<ReceiptKind, ReceiptRow>>.Empty;

    public ImmutableSortedDictionary<(string Clock, int Cycle), ClockRow> Clocks { get; private init; } = NoClocks;

    public ImmutableSortedDictionary<int, PromiseRow> Promises { get; private init; } = ImmutableSortedDictionary<int, PromiseRow>.Empty;

    public ImmutableHashSet<string> Roles { get; private init; } = [];

    public bool IsClosed => Row.Standing == "closed";

    public bool Follows(string lifecycle, int version) => Row.Id.Lifecycle == lifecycle && Row.Version == version;

    public RaisedEvent? FindEvent(EventKey key) =>
        EventKeys.TryGetValue(key.EventId, out EventKeyRow? raised)
            ? new RaisedEvent(key, raised.Fingerprint, Journal[(int)raised.Sequence - 1])
            : null;

    public InMemoryJourney Append(JournalRow entry)
    {
        Require(entry.Sequence == Journal.Count + 1, $"journal entry {entry.Sequence} does not follow {Journal.Count}");
        return this with { Journal = Journal.Add(entry) };
    }

    public InMemoryJourney Raise(EventKeyRow key, long knownBefore)
    {
        Require(!EventKeys.ContainsKey(key.Key.EventId), $"event {key.Key.EventId} was raised before");
        Require(
            key.Sequence > knownBefore && key.Sequence <= Journal.Count,
            $"event {key.Key.EventId} has no journal entry {key.Sequence} in this batch"
        );
        return this with { EventKeys = EventKeys.Add(key.Key.EventId, key) };
    }

    public InMemoryJourney Plan(TouchpointRow touchpoint)
    {
        Require(!Touchpoints.ContainsKey(touchpoint.Id), $"touchpoint {touchpoint.Id} was planned before");
        return this with { Touchpoints = Touchpoints.Add(touchpoint.Id, touchpoint) };
    }

    public InMemoryJourney Change(TouchpointRow touchpoint)
    {
        Require(Touchpoints.ContainsKey(touchpoint.Id), $"touchpoint {touchpoint.Id} was never planned");
        return this with { Touchpoints = Touchpoints.SetItem(touchpoint.Id, touchpoint) };
    }

    public InMemoryJourney Shelve(ShelvedRow row) =>
        this with
        {
            Shelved = row.Memory is null ? Shelved.Remove(row.Order) : Shelved.SetItem(row.Order, row),
        };

    public InMemoryJourney Receive(ReceiptRow row)
    {
        ImmutableDictionary<ReceiptKind, ReceiptRow> known = Receipts.GetValueOrDefault(
            row.Touchpoint.Order,
            ImmutableDictionary<ReceiptKind, ReceiptRow>.Empty
        );
        return known.ContainsKey(row.Kind)
            ? this
            : this with
            {
                Receipts = Receipts.SetItem(row.Touchpoint.Order, known.Add(row.Kind, row)),
            };
    }

    public InMemoryJourney Move(ClockRow clock) => this with { Clocks = Clocks.SetItem((clock.Id.Clock, clock.Id.Cycle), clock) };

    public InMemoryJourney Promise(PromiseRow promise) => this with { Promises = Promises.SetItem(promise.Id.Number, promise) };

    public InMemoryJourney Fill(PartyRow party)
    {
        Require(!Roles.Contains(party.Role), $"the role {party.Role} is filled already");
        return this with { Roles = Roles.Add(party.Role) };
    }

    public InMemoryJourney Move(MovedPartyRow party)
    {
        Require(Roles.Contains(party.Role), $"nobody plays the role {party.Role}");
        return this with
        {
            Touchpoints = Touchpoints.SetItems(
                Touchpoints
                    .Values.Where(row => row.Id.Role == party.Role && row.Customer == party.From)
                    .Select(row => KeyValuePair.Create(row.Id, row with { Customer = party.Into }))
            ),
        };
    }

    public InMemoryJourney Erase(JournalRow entry)
    {
        Require(entry.Sequence <= Journal.Count, $"it has no journal entry {entry.Sequence}");
        JournalRow before = Journal[(int)entry.Sequence - 1];
        JournalRow after = before with { Reason = entry.Reason, Changes = entry.Changes, Data = entry.Data };
        return this with { Journal = Journal.SetItem((int)entry.Sequence - 1, after) };
    }

    public void RequireWhole() =>
        Require(Row.Sequence == Journal.Count, $"its sequence is {Row.Sequence} but its last journal entry is {Journal.Count}");

    private void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Journey {Row.Id}: {fault}. Nothing of the batch was stored.");
        }
    }
}
