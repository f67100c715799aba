using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using Microsoft.Data.Sqlite;

namespace CustomerTouchpoints.Sqlite.Tests.Damaged;

/// <summary>
/// Commits of every kind, the same for the same seed: rows that fit a page and rows that do not, everything that a store can hold.
/// </summary>
internal sealed class Story(int seed)
{
    private readonly Random dice = new(seed);
    private readonly Dictionary<JourneyId, JourneyRow> journeys = [];
    private readonly Dictionary<TouchpointId, TouchpointRow> touchpoints = [];
    private readonly Dictionary<string, SwitchRow> switches = [];
    private DateTimeOffset now = Some.Noon;

    public List<JourneyId> Journeys => [.. journeys.Keys];

    public List<EventKey> Events { get; } = [];

    public List<CustomerId> Customers { get; } = [];

    public BatchWrites Next(long term)
    {
        now = now.AddSeconds(dice.Next(1, 600));
        var known = journeys.Keys.OrderBy(_ => dice.Next()).Take(dice.Next(1, 5)).ToList();
        var fresh = Enumerable.Range(0, dice.Next(0, 3)).Select(i => new JourneyId("order", $"{journeys.Count + i}")).ToList();
        List<JournalRow> entries = [];
        List<JourneyRow> changed = [];
        List<EventKeyRow> keys = [];
        List<TouchpointRow> planned = [],
            moved = [];
        List<PartyRow> parties = [];
        List<ClockRow> clocks = [];
        List<PromiseRow> promises = [];
        foreach (JourneyId id in known.Concat(fresh))
        {
            long sequence = journeys.TryGetValue(id, out JourneyRow? before) ? before.Sequence : 0;
            int count = dice.Next(1, 4);
            for (int i = 1; i <= count; i++)
            {
                entries.Add(Entry(id, sequence + i));
            }

            var key = new EventKey(id, entries[^1].EventId!);
            keys.Add(new EventKeyRow(key, dice.NextInt64(), sequence + count));
            Events.Add(key);
            if (before is null)
            {
                CustomerId customer =
                    Customers.Count > 3 && dice.Next(2) == 0
                        ? Customers[dice.Next(Customers.Count)]
                        : new CustomerId($"customer-{Customers.Count}");
                parties.Add(new PartyRow(id, "buyer", customer));
                if (!Customers.Contains(customer))
                {
                    Customers.Add(customer);
                }
            }

            clocks.Add(Clock(id, dice.Next(3)));
            promises.Add(Promise(id, dice.Next(1, 4)));
            moved.AddRange(touchpoints.Values.Where(row => row.Id.Journey == id).Take(1).Select(Moved));
            planned.Add(Planned(id, sequence + count));
            changed.Add(Row(id, sequence + count, before?.CreatedAt ?? now, term));
        }

        bool isOfTheWhole = dice.Next(3) == 0;
        return new BatchWrites
        {
            NewJourneys = [.. changed.Where(row => !journeys.ContainsKey(row.Id))],
            ChangedJourneys = [.. changed.Where(row => journeys.ContainsKey(row.Id))],
            Journal = entries,
            EventKeys = keys,
            NewTouchpoints = planned,
            ChangedTouchpoints = moved,
            Parties = parties,
            Shelved = [.. changed.Select(row => new ShelvedRow(row.Id, dice.Next(1, 4), $$"""{"order":{{row.Sequence}}}"""))],
            Clocks = clocks,
            Promises = promises,
            Customers =
            [
                .. parties.Select(party => party.Customer).Distinct().Select(customer => new CustomerRow(customer, Filler(60, 400))),
            ],
            Switches = isOfTheWhole ? [Switch()] : [],
            Tallies = isOfTheWhole ? [new TallyRow($"channel:{dice.Next(4)}", now, dice.Next(100))] : [],
            Definitions = dice.Next(5) == 0 ? [Definition()] : [],
            Operations = isOfTheWhole ? [new OperationRow(now, "all", "paused", "ben", Filler(10, 50))] : [],
            Recalls = dice.Next(8) == 0 ? [new Recall.Held(now)] : [],
        };
    }

    /// <summary>Tells the next chapter to a store.</summary>
    public async Task CommitAsync(SqliteTouchpointStore store, long term)
    {
        BatchWrites writes = Next(term);
        await Some.CommitAsync(store, writes);
        foreach (JourneyRow row in writes.NewJourneys.Concat(writes.ChangedJourneys))
        {
            journeys[row.Id] = row;
        }

        foreach (TouchpointRow row in writes.NewTouchpoints.Concat(writes.ChangedTouchpoints))
        {
            touchpoints[row.Id] = row;
        }
    }

    /// <summary>A host commits a fact with data of its own.</summary>
    public async Task EnlistAsync(SqliteTouchpointStore store, SqliteConnection host)
    {
        await host.OpenAsync();
        using (SqliteTransaction transaction = host.BeginTransaction(deferred: false))
        {
            IntakeRow row = new()
            {
                Lifecycle = "order",
                Key = $"{dice.Next(10)}",
                Name = "order.paid",
                EventId = $"p{dice.Next()}",
                OccurredAt = now,
                EnlistedAt = now,
                Parties = "{}",
                Data = $"{{\"d\":\"{Filler(10, 900)}\"}}",
            };
            await store.EnlistAsync(row, transaction, default);
            transaction.Commit();
        }

        host.Close();
    }

    private JourneyRow Row(JourneyId id, long sequence, DateTimeOffset created, long term) =>
        new()
        {
            Id = id,
            Version = 1 + dice.Next(2),
            State = dice.Next(9) == 0 ? null : "recorded",
            Standing = "open",
            Sequence = sequence,
            CreatedAt = created,
            DueAt = dice.Next(3) == 0 ? null : now.AddSeconds(dice.Next(-9000, 9000)),
            SendingTerm = dice.Next(4) == 0 ? term : null,
            HeldAtRevision = dice.Next(4) == 0 ? 1 : null,
            Memory = $"{{\"m\":\"{Filler(100, 2500)}\"}}",
            Data = $"{{\"d\":\"{Filler(10, 300)}\"}}",
        };

    private JournalRow Entry(JourneyId id, long sequence) =>
        new()
        {
            Journey = id,
            Sequence = sequence,
            RecordedAt = now,
            OccurredAt = now.AddSeconds(-dice.Next(100)),
            Kind = "event",
            Name = "order.placed",
            EventId = $"e{sequence}",
            Outcome = "moved",
            Reason = Filler(10, 60),
            Changes = $"{{\"c\":\"{Filler(50, 400)}\"}}",
            Data = dice.Next(2) == 0 ? $"{{\"x\":\"{(dice.Next(15) == 0 ? Filler(5000, 14000) : Filler(10, 200))}\"}}" : null,
        };

    private TouchpointRow Planned(JourneyId id, long sequence) =>
        new()
        {
            Id = new TouchpointId(id, "order-recorded", $"{sequence}", "buyer", "email"),
            PlannedBy = sequence,
            Order = sequence,
            Customer = dice.Next(5) == 0 ? default(CustomerId?) : new CustomerId("ana"),
            Template = "order-recorded",
            Category = Category.Transactional,
            Channel = new Channel("email"),
            Status = TouchpointStatus.Planned,
            Reason = Filler(5, 40),
            PlannedAt = now,
            DueAt = now,
            ChangedAt = now,
            Attempts = 0,
            MayBeRepeated = false,
        };

    private TouchpointRow Moved(TouchpointRow row) =>
        row with
        {
            Status = TouchpointStatus.Sent,
            Attempts = row.Attempts + 1,
            ChangedAt = now,
            Reason = Filler(5, 40),
        };

    private ClockRow Clock(JourneyId id, int cycle) =>
        new()
        {
            Id = new ClockId(id, "first-answer", cycle),
            Metric = Enum.GetValues<ResponseMetric>()[0],
            Status = Enum.GetValues<ClockStatus>()[dice.Next(2)],
            Reason = Filler(5, 40),
            Policy = 1,
            Place = dice.Next(3),
            Calendar = "always",
            Target = TimeSpan.FromMinutes(dice.Next(1, 500)),
            StartedAt = now,
            Since = now,
            Used = TimeSpan.FromSeconds(dice.Next(500)),
            DueAt = dice.Next(2) == 0 ? now : null,
            ChangedAt = now,
            Topic = dice.Next(2) == 0 ? Filler(5, 20) : null,
        };

    private PromiseRow Promise(JourneyId id, int number) =>
        new()
        {
            Id = new PromiseId(id, number),
            Name = Filler(5, 30),
            Status = Enum.GetValues<PromiseStatus>()[dice.Next(2)],
            By = now.AddHours(1),
            MadeAt = now,
            ChangedAt = now,
            ToldBy = Filler(5, 30),
        };

    private SwitchRow Switch()
    {
        string scope = dice.Next(2) == 0 ? "all" : $"channel:{dice.Next(5)}";
        return switches[scope] = new SwitchRow
        {
            Scope = scope,
            IsPaused = dice.Next(2) == 0,
            Reason = Filler(5, 40),
            By = "ben",
            ChangedAt = now,
            Revision = dice.NextInt64(1_000_000_000),
        };
    }

    private DefinitionRow Definition() =>
        new()
        {
            Lifecycle = "order",
            Version = dice.Next(1, 5),
            Fingerprint = Filler(20, 20),
            Outline = $"{{\"o\":\"{Filler(50, 900)}\"}}",
            IsRetired = dice.Next(2) == 0,
        };

    private string Filler(int least, int most) =>
        string.Create(
            dice.Next(least, most + 1),
            dice,
            (span, random) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = (char)('a' + random.Next(26));
                }
            }
        );
}
