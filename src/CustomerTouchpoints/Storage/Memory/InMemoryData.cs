using System.Collections.Immutable;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Storage.Memory;

/// <summary>Everything the in-memory store knows at one instant. Immutable: a commit is one exchange of it for the next.</summary>
internal sealed record InMemoryData
{
    private static readonly ImmutableSortedSet<TouchpointId> InOrder = ImmutableSortedSet.Create<TouchpointId>(
        Comparer<TouchpointId>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()))
    );

    public static InMemoryData Empty { get; } = new();

    public ImmutableDictionary<JourneyId, InMemoryJourney> Journeys { get; private init; } =
        ImmutableDictionary<JourneyId, InMemoryJourney>.Empty;

    public ImmutableDictionary<CustomerId, InMemoryCustomer> Customers { get; private init; } =
        ImmutableDictionary<CustomerId, InMemoryCustomer>.Empty;

    public ImmutableDictionary<CustomerId, ImmutableHashSet<JourneyId>> Parties { get; private init; } =
        ImmutableDictionary<CustomerId, ImmutableHashSet<JourneyId>>.Empty;

    /// <summary>What providers call messages, each by its id in ordinal order.</summary>
    public ImmutableDictionary<(Channel, string), ImmutableSortedSet<TouchpointId>> References { get; private init; } =
        ImmutableDictionary<(Channel, string), ImmutableSortedSet<TouchpointId>>.Empty;

    public InMemoryAddresses Addresses { get; private init; } = InMemoryAddresses.Empty;

    public InMemoryInbox Inbox { get; private init; } = InMemoryInbox.Empty;

    public ImmutableSortedSet<InMemoryDue> Due { get; private init; } = [];

    public ImmutableDictionary<string, SwitchRow> Switches { get; private init; } = ImmutableDictionary<string, SwitchRow>.Empty;

    public ImmutableSortedDictionary<string, TallyRow> Tallies { get; private init; } =
        ImmutableSortedDictionary.Create<string, TallyRow>(StringComparer.Ordinal);

    public ImmutableDictionary<string, RateRow> Rates { get; private init; } = ImmutableDictionary<string, RateRow>.Empty;

    public ImmutableSortedDictionary<(string Lifecycle, int Version), DefinitionRow> Definitions { get; private init; } =
        ImmutableSortedDictionary.Create<(string, int), DefinitionRow>(
            Comparer<(string, int)>.Create(
                (one, other) =>
                    string.CompareOrdinal(one.Item1, other.Item1) is not 0 and var order ? order : one.Item2.CompareTo(other.Item2)
            )
        );

    public ImmutableList<OperationRow> Operations { get; private init; } = [];

    /// <summary>Which entries were committed, in that order.</summary>
    public ImmutableList<(JourneyId Journey, long Sequence)> Committed { get; private init; } = [];

    public DateTimeOffset? HighWaterMark { get; private init; }

    /// <summary>What is known after a batch, or an exception and no change at all.</summary>
    /// <param name="writes">What the batch writes.</param>
    /// <param name="touched">The journeys that the batch has under lock.</param>
    public InMemoryData With(BatchWrites writes, IReadOnlySet<JourneyId> touched)
    {
        var staged = new InMemoryStaging(this, touched);
        staged.Add(writes);
        return writes.Recalls.Aggregate(Exchange(staged.Journeys), (data, recall) => data.Recalled(recall)) with
        {
            Switches = Switches.SetItems(
                writes.Switches.Select(row =>
                    KeyValuePair.Create(
                        row.Scope,
                        row with
                        {
                            ChangedAt = Instants.Truncate(row.ChangedAt),
                            DiscardedUntil = row.DiscardedUntil is { } until ? Instants.Truncate(until) : null,
                        }
                    )
                )
            ),
            Tallies = Tallies.SetItems(
                writes.Tallies.Select(row => KeyValuePair.Create(row.Key, row with { Start = Instants.Truncate(row.Start) }))
            ),
            Rates = Rates.SetItems(writes.Rates.Select(row => KeyValuePair.Create(row.Key, row))),
            Definitions = Definitions.SetItems(writes.Definitions.Select(row => KeyValuePair.Create((row.Lifecycle, row.Version), row))),
            Operations = Operations.AddRange(writes.Operations.Select(row => row with { RecordedAt = Instants.Truncate(row.RecordedAt) })),
            Customers = Customers.SetItems(InMemoryCustomer.After(Customers, writes)),
            Parties = writes.MovedParties.Aggregate(
                writes.Parties.Aggregate(
                    Parties,
                    (parties, party) => parties.SetItem(party.Customer, parties.GetValueOrDefault(party.Customer, []).Add(party.Journey))
                ),
                (parties, moved) =>
                    parties
                        .SetItem(moved.From, parties.GetValueOrDefault(moved.From, []).Remove(moved.Journey))
                        .SetItem(moved.Into, parties.GetValueOrDefault(moved.Into, []).Add(moved.Journey))
            ),
            Addresses = Addresses.With(writes),
            Inbox = Inbox.With(writes.Inbox),
            References = Forget(writes.References.Aggregate(References, Refer), writes.ErasedReferences),
            Committed = Committed.AddRange(writes.Journal.Select(entry => (entry.Journey, entry.Sequence))),
            HighWaterMark = writes.Journal.Aggregate(
                HighWaterMark,
                (latest, entry) => latest >= Instants.Truncate(entry.RecordedAt) ? latest : Instants.Truncate(entry.RecordedAt)
            ),
        };
    }

    private static ImmutableDictionary<(Channel, string), ImmutableSortedSet<TouchpointId>> Refer(
        ImmutableDictionary<(Channel, string), ImmutableSortedSet<TouchpointId>> known,
        ReferenceRow row
    ) => known.SetItem((row.Channel, row.Reference), known.GetValueOrDefault((row.Channel, row.Reference), InOrder).Add(row.Touchpoint));

    private static ImmutableDictionary<(Channel, string), ImmutableSortedSet<TouchpointId>> Forget(
        ImmutableDictionary<(Channel, string), ImmutableSortedSet<TouchpointId>> known,
        IReadOnlyList<TouchpointId> erased
    ) =>
        erased.Count == 0
            ? known
            : known
                .Select(reference => KeyValuePair.Create(reference.Key, reference.Value.Except(erased)))
                .Where(reference => !reference.Value.IsEmpty)
                .ToImmutableDictionary();

    /// <summary>The entry of a number among all that were committed, from 1.</summary>
    public JournalRow Entry(int number)
    {
        (JourneyId journey, long sequence) = Committed[number - 1];
        return Journeys[journey].Journal[(int)sequence - 1];
    }

    /// <summary>How many journeys follow a version, by state, and which rules' messages wait in them.</summary>
    public VersionCensus Count(string lifecycle, int version)
    {
        InMemoryJourney[] following = [.. Journeys.Values.Where(journey => journey.Follows(lifecycle, version))];
        return new VersionCensus(
            [
                .. following
                    .Where(journey => !journey.IsClosed)
                    .GroupBy(journey => journey.Row.State)
                    .OrderBy(state => state.Key, StringComparer.Ordinal)
                    .Select(state => KeyValuePair.Create(state.Key, (long)state.Count())),
            ],
            [
                .. following
                    .SelectMany(journey => journey.Touchpoints.Values)
                    .Where(touchpoint => touchpoint.Status is TouchpointStatus.Planned or TouchpointStatus.Held)
                    .GroupBy(touchpoint => touchpoint.Id.Rule)
                    .OrderBy(rule => rule.Key, StringComparer.Ordinal)
                    .Select(rule => KeyValuePair.Create(rule.Key, (long)rule.Count())),
            ]
        );
    }

    /// <summary>What is known once a new term has begun: attempts of earlier terms are due at once.</summary>
    public InMemoryData InTerm(long term) =>
        Exchange(
            Journeys
                .Values.Where(journey => journey.Row.SendingTerm < term)
                .Select(journey => journey with { Row = journey.Row with { DueAt = AtOnce(journey.Row) } })
        );

    private InMemoryData Recalled(Recall recall)
    {
        DateTimeOffset at = Instants.Truncate(recall.At);
        return Exchange(
            Journeys
                .Values.Where(journey =>
                    recall switch
                    {
                        Recall.Held => journey.Row.HeldAtRevision is not null,
                        Recall.OfVersion version => journey.Follows(version.Lifecycle, version.Version) && !journey.IsClosed,
                        _ => throw new NotSupportedException($"This store does not know how to recall {recall.GetType().Name}."),
                    }
                )
                .Select(journey => journey with { Row = journey.Row with { DueAt = journey.Row.DueAt < at ? journey.Row.DueAt : at } })
        );
    }

    private DateTimeOffset AtOnce(JourneyRow journey)
    {
        // No clock is asked: the latest entry is past on every clock that wrote here.
        DateTimeOffset past = HighWaterMark ?? journey.CreatedAt;
        return journey.DueAt < past ? journey.DueAt.Value : past;
    }

    private InMemoryData Exchange(IEnumerable<InMemoryJourney> changed)
    {
        ImmutableDictionary<JourneyId, InMemoryJourney>.Builder journeys = Journeys.ToBuilder();
        ImmutableSortedSet<InMemoryDue>.Builder due = Due.ToBuilder();
        foreach (InMemoryJourney journey in changed)
        {
            JourneyId id = journey.Row.Id;
            if (journeys.TryGetValue(id, out InMemoryJourney? before) && before.Row.DueAt is { } wasDue)
            {
                due.Remove(new InMemoryDue(wasDue, journey.Number, id));
            }

            if (journey.Row.DueAt is { } isDue)
            {
                due.Add(new InMemoryDue(isDue, journey.Number, id));
            }

            journeys[id] = journey;
        }

        return this with
        {
            Journeys = journeys.ToImmutable(),
            Due = due.ToImmutable(),
        };
    }
}
