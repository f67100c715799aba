using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of journeys.</summary>
internal sealed class JourneyTable(Session session)
{
    /// <summary>What the checksum is of, in this order.</summary>
    public const string Columns = """
        version, state, standing, sequence, created_at, due_at, sending_term, held_at_revision, memory, data, last_entry,
        event_count, touchpoint_count, party_count, clock_count, promise_count, id, lifecycle, key
        """;

    private const string Table = "touchpoints_journeys";

    private readonly Statement find = session.Prepare(
        $"SELECT {Columns}, checksum FROM touchpoints_journeys WHERE lifecycle = ? AND key = ?"
    );

    private readonly Statement findNumbered = session.Prepare($"SELECT {Columns}, checksum FROM touchpoints_journeys WHERE id = ?");

    private readonly Statement findAfter = session.Prepare(
        $"SELECT {Columns}, checksum FROM touchpoints_journeys WHERE id > ? ORDER BY id LIMIT 1"
    );

    private readonly Statement insert = session.Prepare(
        $"""
        INSERT INTO touchpoints_journeys ({Columns}, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    );

    private readonly Statement update = session.Prepare(
        """
        UPDATE touchpoints_journeys
        SET version = ?1, state = ?2, standing = ?3, sequence = ?4, created_at = ?5, due_at = ?6, sending_term = ?7, held_at_revision = ?8,
            memory = ?9, data = ?10, last_entry = ?11, event_count = ?12, touchpoint_count = ?13, party_count = ?14, clock_count = ?15,
            promise_count = ?16, checksum = ?18
        WHERE id = ?17
        """
    );

    // Who is last of a page is looked for without its key, too: where that index has lost it, the same page would come for ever.
    private readonly Statement readDue = session.Prepare(
        """
        SELECT due_at, id FROM touchpoints_journeys
        WHERE due_at = ?2 AND due_at <= ?1 AND id > coalesce(
            (SELECT id FROM touchpoints_journeys WHERE lifecycle = ?3 AND key = ?4),
            (SELECT id FROM touchpoints_journeys WHERE due_at = ?2 AND +lifecycle = ?3 AND +key = ?4),
            0)
        UNION ALL
        SELECT due_at, id FROM touchpoints_journeys
        WHERE due_at > ?2 AND due_at <= ?1
        ORDER BY due_at, id LIMIT ?5
        """
    );

    private readonly Statement isAnyDue = session.Prepare("SELECT EXISTS (SELECT 1 FROM touchpoints_journeys WHERE due_at <= ?)");

    private readonly Statement makeDue = session.Prepare(
        $"UPDATE touchpoints_journeys INDEXED BY touchpoints_journeys_hot SET "
            + $"{DueAt("min(ifnull(due_at, created_at), ifnull(?1, created_at))")} WHERE sending_term < ?2"
    );

    private readonly Statement recallHeld = session.Prepare(
        $"UPDATE touchpoints_journeys SET {DueAt("min(ifnull(due_at, ?1), ?1)")} WHERE held_at_revision IS NOT NULL"
    );

    private readonly Statement recallVersion = session.Prepare(
        $"UPDATE touchpoints_journeys SET {DueAt("min(ifnull(due_at, ?1), ?1)")} WHERE lifecycle = ?2 AND version = ?3 AND standing <> "
            + "'closed'"
    );

    public KnownJourney? Find(JourneyId id)
    {
        using Rows rows = find.Bind(id.Lifecycle).Bind(id.Key).Query();
        if (!rows.Next(Table, id))
        {
            return null;
        }

        KnownJourney found = Read(rows);
        Damage.Require(found.Row.Id == id, Table, id, "its index leads to another journey");
        return found;
    }

    /// <summary>Finds a journey that another row or an index names.</summary>
    public KnownJourney Find(long number)
    {
        using Rows rows = findNumbered.Bind(number).Query();
        Damage.Require(rows.Next(Table, number), Table, number, "it is missing");
        KnownJourney found = Read(rows);
        Damage.Require(found.Number == number, Table, number, "it is another one");
        return found;
    }

    /// <summary>The journey of the next number; null at the end.</summary>
    public KnownJourney? After(long number)
    {
        using Rows rows = findAfter.Bind(number).Query();
        return rows.Next(Table, $"after {number}") ? Read(rows) : null;
    }

    public List<JourneyRow> Read(IReadOnlyCollection<JourneyId> journeys) => [.. journeys.Select(id => Find(id)?.Row).OfType<JourneyRow>()];

    public void Insert(JourneyRow row, StoredJourney stored) =>
        BindRow(insert, row, stored).Bind(row.Id.Lifecycle).Bind(row.Id.Key).BindChecksum().Run();

    public void Update(JourneyRow row, StoredJourney stored)
    {
        int updated = BindRow(update, row, stored).Cover(row.Id.Lifecycle).Cover(row.Id.Key).BindChecksum().RunCounted();
        Damage.Require(updated == 1, Table, row.Id, "it is missing");
    }

    public List<DueJourney> ReadDue(DateTimeOffset until, DueJourney? after, int limit)
    {
        readDue.Bind(until).Bind(after is null ? long.MinValue : Instant.ToMicroseconds(after.DueAt));
        readDue.Bind(after?.Journey.Lifecycle).Bind(after?.Journey.Key).Bind(limit);
        using Rows rows = readDue.Query();
        List<DueJourney> page = [];
        while (rows.Next())
        {
            DateTimeOffset dueAt = rows.Instant();
            long number = rows.Int64();
            JourneyRow row = Find(number).Row;
            Damage.Require(row.DueAt == dueAt, Table, row.Id, "it is due at another time than its index says");
            page.Add(new DueJourney(row.Id, dueAt));
        }

        return page;
    }

    public bool IsAnyDue(DateTimeOffset until) => isAnyDue.Bind(until).QueryNumber() != 0;

    /// <summary>The journeys of these numbers, oldest first.</summary>
    public List<JourneyId> InOrder(IEnumerable<long> numbers) =>
        [
            .. numbers
                .Select(Find)
                .OrderBy(journey => journey.Row.CreatedAt)
                .ThenBy(journey => journey.Number)
                .Select(journey => journey.Row.Id),
        ];

    /// <summary>
    /// Makes every journey with an attempt of an earlier term due. The latest instant in the journal is past on every clock that wrote
    /// here.
    /// </summary>
    public void MakeAttemptsDue(StoreRow store) => makeDue.Bind(store.HighWater).Bind(store.Term).Run();

    /// <summary>Makes many journeys due at once.</summary>
    public void MakeDue(Recall recall)
    {
        switch (recall)
        {
            case Recall.Held:
                recallHeld.Bind(recall.At).Run();
                break;
            case Recall.OfVersion version:
                recallVersion.Bind(recall.At).Bind(version.Lifecycle).Bind(version.Version).Run();
                break;
            default:
                throw new NotSupportedException($"This store does not know how to recall {recall.GetType().Name}.");
        }
    }

    /// <summary>Sets when many journeys are due. One that was damaged before keeps a checksum that says so.</summary>
    private static string DueAt(string due) =>
        $"""
            due_at = {due},
            checksum = iif(checksum = {Checksum.Of(Columns)}, {Checksum.Of(
                Columns.Replace("due_at", due, StringComparison.Ordinal)
            )}, checksum)
            """;

    private static Statement BindRow(Statement statement, JourneyRow row, StoredJourney stored) =>
        statement
            .Bind(row.Version)
            .Bind(row.State)
            .Bind(row.Standing)
            .Bind(row.Sequence)
            .Bind(row.CreatedAt)
            .Bind(row.DueAt)
            .Bind(row.SendingTerm)
            .Bind(row.HeldAtRevision)
            .Bind(row.Memory)
            .Bind(row.Data)
            .Bind(stored.LastEntry)
            .Bind(stored.Contents.Events)
            .Bind(stored.Contents.Touchpoints)
            .Bind(stored.Contents.Parties)
            .Bind(stored.Contents.Clocks)
            .Bind(stored.Contents.Promises)
            .Bind(stored.Number);

    private static KnownJourney Read(Rows rows)
    {
        int version = rows.Int32();
        string? state = rows.TextOrNull();
        string standing = rows.Text();
        long sequence = rows.Int64();
        DateTimeOffset createdAt = rows.Instant();
        DateTimeOffset? dueAt = rows.InstantOrNull();
        long? sendingTerm = rows.Int64OrNull();
        long? heldAtRevision = rows.Int64OrNull();
        string memory = rows.Text();
        string data = rows.Text();
        long? lastEntry = rows.Int64OrNull();
        var contents = new JourneyContents(rows.Int64(), rows.Int64(), rows.Int64(), rows.Int64(), rows.Int64());
        return new KnownJourney(
            rows.Int64(),
            lastEntry,
            contents,
            new JourneyRow
            {
                Id = new JourneyId(rows.Text(), rows.Text()),
                Version = version,
                State = state,
                Standing = standing,
                Sequence = sequence,
                CreatedAt = createdAt,
                DueAt = dueAt,
                SendingTerm = sendingTerm,
                HeldAtRevision = heldAtRevision,
                Memory = memory,
                Data = data,
            }
        );
    }
}
