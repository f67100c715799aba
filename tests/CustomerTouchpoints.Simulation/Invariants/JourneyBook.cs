using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses.Clocks;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Simulation.Generating;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>
/// One journey as its journal tells it, entry by entry, held against the laws and against what is stored beside the journal.
/// </summary>
internal sealed class JourneyBook
{
    public const string Replayed = "replaying the journal gives the stored state";

    private static readonly ILaw[] Laws =
    [
        new EntriesFollow(),
        new EventsCountOnce(),
        new LineMovesForward(),
        new DataIsNewest(),
        new OccasionsAreTold(),
        new TouchpointsAreOne(),
        new AttemptsMayBegin(),
        new NightsAreQuiet(),
        new LanesKeepOrder(),
        new EndedScopesFallSilent(),
        new TimersRun(),
        new OutcomesAreTrue(),
        new ContactsAreTrue(),
        new AnswersAreAwaited(),
        new OperatorsAreObeyed(),
        new ClocksTellTheTime(),
        new ClocksStandStill(),
        new PeopleAreTold(),
        new PromisesAreKeptOrBroken(),
    ];

    private readonly World world;
    private readonly List<JournalRow> rows = [];
    private readonly SortedDictionary<long, TouchpointRow> touchpoints = [];
    private readonly ResponseBook responses;
    private readonly Func<int, LifecycleDefinition> definitions;
    private readonly CapBook caps;
    private JourneySnapshot? snapshot;
    private int firstVersion;

    public JourneyBook(World world, Func<int, LifecycleDefinition> definitions, CapBook caps, JourneyId id)
    {
        this.caps = caps;
        this.world = world;
        this.definitions = definitions;
        Id = id;
        responses = new ResponseBook(world, id);
        Definition = definitions(1);
    }

    public World World => world;

    /// <summary>The definition that the journey follows.</summary>
    public LifecycleDefinition Definition { get; private set; }

    public JourneyId Id { get; }

    public List<JournalEntry> Entries { get; } = [];

    /// <summary>Every touchpoint that was ever planned, as it stood last.</summary>
    public Dictionary<long, OpenTouchpoint> Touchpoints { get; } = [];

    /// <summary>Whether another version has moved it: what a state meant before is then not known here.</summary>
    public bool HasChangedState => Entries.Any(entry => entry.Kind == JournalEntryKind.Version && entry.From != entry.To);

    /// <summary>The entry that last solved the journey; null while it is open.</summary>
    public JournalEntry? SolvedBy { get; private set; }

    /// <summary>The touchpoints that had not ended when it was last solved, by their order.</summary>
    public IReadOnlySet<long> StoodWhenSolved { get; private set; } = new HashSet<long>();

    /// <summary>The latest instant in any journal.</summary>
    public static DateTimeOffset LatestEntry(IEnumerable<JourneyBook> books) =>
        books.SelectMany(book => book.rows).Max(row => row.RecordedAt);

    /// <summary>Who computes for itself how long the matter was open, from the version on under which the journal begins.</summary>
    public ClockOracle Oracle(ResponseTarget target) => new(target, definitions, firstVersion);

    /// <summary>
    /// Whether each version under which the journal was written has one target for a clock: one that came later has a budget of its own.
    /// </summary>
    public bool WasAlwaysMeasured(string clock) =>
        Entries
            .SelectMany(entry => entry.Changes)
            .OfType<VersionRaised>()
            .Select(raised => raised.Version)
            .Prepend(firstVersion)
            .All(version => definitions(version).Responses?.TargetsOf(clock).Count == 1);

    /// <summary>Reads what is new, and checks it.</summary>
    public void Refresh(ITouchpointStore? store)
    {
        if (store is null)
        {
            return;
        }

        IReadOnlyList<JournalRow> stored = store.ReadJournalAsync(Id, default).AsTask().GetAwaiter().GetResult();
        if (stored.Count < rows.Count || !rows.SequenceEqual(stored.Take(rows.Count)))
        {
            world.Fail("nothing acknowledged is lost", $"{Id}: the journal had {rows.Count} entries and has {stored.Count}, or other ones");
            return;
        }

        if (snapshot is null && stored.Count > 0)
        {
            // A journey that was upgraded began under the version before.
            bool wasUpgraded = stored.Any(row => JourneyRows.ToEntry(row).Kind == JournalEntryKind.Version);
            firstVersion = wasUpgraded ? 1 : store.ReadJourneysAsync([Id], default).AsTask().GetAwaiter().GetResult().Single().Version;
        }

        foreach (JournalRow row in stored.Skip(rows.Count).ToList())
        {
            rows.Add(row);
            See(JourneyRows.ToEntry(row));
        }
    }

    /// <summary>Reads what is new, and compares what is stored of the journey with what its journal gives.</summary>
    public void Check(ITouchpointStore store)
    {
        Refresh(store);
        JourneyRow? stored = store.ReadJourneysAsync([Id], default).AsTask().GetAwaiter().GetResult().SingleOrDefault();
        if (stored is null || snapshot is null)
        {
            if (stored is not null || snapshot is not null)
            {
                world.Fail(Replayed, $"{Id}: only one of journey and journal exists");
            }

            return;
        }

        JourneyRow replayed = JourneyRows.ToRow(snapshot);
        if (stored.DueAt <= (replayed.DueAt ?? stored.DueAt))
        {
            // A new owner makes what its predecessor left open due at once, and a resumed switch what it held, without an entry.
            replayed = replayed with
            {
                DueAt = stored.DueAt,
            };
        }

        if (stored != replayed)
        {
            world.Fail(Replayed, $"{stored} is stored, and the journal gives {replayed}");
        }

        IReadOnlyList<ShelvedRow> beside = store.ReadShelvedAsync([Id], default).AsTask().GetAwaiter().GetResult();
        if (!beside.SequenceEqual(snapshot.TouchpointMemory.Shelved.Values.Select(waiting => JourneyRows.ToShelvedRow(Id, waiting))))
        {
            world.Fail(Replayed, $"{Id}: beside it lie {string.Join(" / ", beside)}, and the journal gives others");
        }

        IReadOnlyList<TouchpointRow> table = store.ReadTouchpointsAsync(Id, default).AsTask().GetAwaiter().GetResult();
        if (!table.SequenceEqual(touchpoints.Values))
        {
            string[] differences =
            [
                .. table.Except(touchpoints.Values).Concat(touchpoints.Values.Except(table)).Select(row => row.ToString()),
            ];
            world.Fail("the table of touchpoints tells what the journal tells", $"{Id}: {string.Join(" / ", differences)}");
        }

        responses.Check(store);
    }

    public void CheckEnd()
    {
        if (snapshot is { Standing: not JourneyStanding.Awaiting, Parked.Length: > 0 })
        {
            world.Fail(
                "what waited for a journey to open has its turn",
                $"{Id} has opened, and {snapshot.Parked.Length} events still wait"
            );
        }

        if (snapshot is not null && JourneyRows.ToRow(JourneyRows.Replay(Id, firstVersion, Entries)) != JourneyRows.ToRow(snapshot))
        {
            world.Fail(Replayed, $"{Id}: replaying the whole journal gives another journey");
        }

        foreach (OpenTouchpoint open in snapshot?.Undecided.Where(undecided => undecided.Lookup is not null) ?? [])
        {
            world.Fail("nobody is left in silence", $"{open.IdIn(Id)} is still being asked: {open.Reason}");
        }

        foreach (
            string breach in PromisesAreKeptOrBroken
                .Forgotten(this)
                .Concat(snapshot is null ? [] : ClocksTellTheTime.LeftBehind(snapshot, world.Time.GetUtcNow()))
                .Concat(Untold())
        )
        {
            world.Fail("what is due to customers and to the desk happens", $"{Id}: {breach}");
        }

        foreach (OpenTouchpoint open in snapshot?.Touchpoints ?? [])
        {
            if (
                open.Status == TouchpointStatus.Sending
                || (open.Customer is not null && open.Due < world.Time.GetUtcNow() - TimeSpan.FromDays(9))
            )
            {
                world.Fail("nobody is left in silence", $"{open.IdIn(Id)} is still {open.Status}: {open.Reason}");
            }
        }
    }

    /// <summary>The touchpoints about which an operator may decide.</summary>
    public IEnumerable<TouchpointId> Waiting() =>
        snapshot is null
            ? []
            : snapshot
                .Unfinished()
                .Where(open => open.Status is TouchpointStatus.Unknown or TouchpointStatus.InReview)
                .Select(open => open.IdIn(Id));

    /// <summary>
    /// Breaches of open clocks of which somebody should have been told, and nobody was; unless the clock had ended by then, and was
    /// reopened: <see cref="PeopleAreTold"/> looks at those.
    /// </summary>
    private IEnumerable<string> Untold() =>
        from clock in snapshot?.Clocks.All ?? []
        where
            clock is { IsOpen: true, BreachedAt: not null, Clock: RandomClocks.Judged }
            && Definition.Responses?.TargetsOf(clock.Clock) is { Count: > 0 }
        let id = new ClockId(Id, clock.Clock, clock.Cycle).ToString()
        let last = Entries.LastOrDefault(entry =>
            entry.Kind == JournalEntryKind.Clock
            && entry.Name == id
            && (entry.Outcome == JournalEntryOutcome.Breached || PeopleAreTold.IsOfBreach(entry))
        )
        where
            last is { Outcome: JournalEntryOutcome.Breached }
            && !world.Escalated.Contains(clock.Breaches > 1 ? $"{id}~breach-{clock.Breaches}" : $"{id}~breach")
        select $"nobody was told of the breach of {clock.Clock} at {clock.BreachedAt:O}";

    private void See(JournalEntry entry)
    {
        JourneySnapshot before = snapshot ?? JourneySnapshot.Unheard(Id, firstVersion, entry.RecordedAt);
        JourneySnapshot after = before;
        caps.Follow(this, entry, before);
        foreach (Change change in entry.Changes)
        {
            after = after.Apply(change, entry.Data);
            Follow(change, entry);
        }

        after = after with { Sequence = entry.Sequence };
        Entries.Add(entry);
        snapshot = after;
        Definition = definitions(after.Version);
        foreach (ILaw law in Laws)
        {
            foreach (string breach in law.Breaches(this, entry, before, after))
            {
                world.Fail(law.Words, $"{Id} #{entry.Sequence} {entry.Kind} {entry.Name} → {entry.Outcome}: {breach}");
            }
        }

        if (after.IsSolved && !before.IsSolved)
        {
            StoodWhenSolved = after.Unfinished().Select(open => open.Order).ToHashSet();
        }

        SolvedBy =
            !after.IsSolved ? null
            : before.IsSolved ? SolvedBy
            : entry;
        Occurrences.Count(world.Tally, entry, before, after);
    }

    private void Follow(Change change, JournalEntry entry)
    {
        responses.Follow(change, entry.RecordedAt);
        OpenTouchpoint? changed = change switch
        {
            TouchpointPlanned { Touchpoint: var planned } => planned,
            TouchpointChange moved => moved.Apply(Touchpoints[moved.Order]),
            _ => null,
        };
        if (changed is not null)
        {
            Touchpoints[changed.Order] = changed;
            touchpoints[changed.Order] = JourneyRows.ToRow(Id, changed, entry.RecordedAt);
        }
    }
}
