using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Events;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of journeys.</summary>
internal sealed class JourneyTable(Session session)
{
    private readonly Statement find = session.Prepare(
        """
        SELECT id, last_entry, version, state, standing, sequence, created_at, due_at, sending_term, held_at_revision, memory, data
        FROM touchpoints_journeys WHERE lifecycle = ? AND key = ?
        """);

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_journeys (version, state, standing, sequence, created_at, due_at, sending_term, held_at_revision, memory, data, last_entry, id, lifecycle, key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly Statement update = session.Prepare(
        """
        UPDATE touchpoints_journeys
        SET version = ?, state = ?, standing = ?, sequence = ?, created_at = ?, due_at = ?, sending_term = ?, held_at_revision = ?,
            memory = ?, data = ?, last_entry = ?
        WHERE id = ?
        """);

    private readonly Statement readDue = session.Prepare(
        """
        SELECT lifecycle, key, due_at, id FROM touchpoints_journeys
        WHERE due_at = ?2 AND due_at <= ?1 AND id > ifnull((SELECT id FROM touchpoints_journeys WHERE lifecycle = ?3 AND key = ?4), 0)
        UNION ALL
        SELECT lifecycle, key, due_at, id FROM touchpoints_journeys
        WHERE due_at > ?2 AND due_at <= ?1
        ORDER BY due_at, id LIMIT ?5
        """);

    private readonly Statement findByCustomer = session.Prepare(
        """
        SELECT lifecycle, key FROM touchpoints_journeys
        WHERE id IN (SELECT journey FROM touchpoints_parties WHERE customer = ?)
        ORDER BY created_at, id
        """);

    private readonly Statement makeDue = session.Prepare(
        """
        UPDATE touchpoints_journeys INDEXED BY touchpoints_journeys_hot
        SET due_at = min(ifnull(due_at, created_at), ifnull((SELECT high_water FROM touchpoints_store), created_at))
        WHERE sending_term < ?
        """);

    private readonly Statement recallHeld = session.Prepare(
        "UPDATE touchpoints_journeys SET due_at = min(ifnull(due_at, ?1), ?1) WHERE held_at_revision IS NOT NULL");

    private readonly Statement recallVersion = session.Prepare(
        "UPDATE touchpoints_journeys SET due_at = min(ifnull(due_at, ?1), ?1) WHERE lifecycle = ?2 AND version = ?3 AND standing <> 'closed'");

    public KnownJourney? Find(JourneyId id)
    {
        using Rows rows = find.Bind(id.Lifecycle).Bind(id.Key).Query();
        if (!rows.Next())
        {
            return null;
        }

        long number = rows.Int64();
        long? lastEntry = rows.Int64OrNull();
        return new KnownJourney(number, lastEntry, Read(id, rows));
    }

    public List<JourneyRow> Read(IReadOnlyCollection<JourneyId> journeys) => [.. journeys.Select(id => Find(id)?.Row).OfType<JourneyRow>()];

    public void Insert(JourneyRow row, StoredJourney stored) =>
        BindRow(insert, row, stored).Bind(row.Id.Lifecycle).Bind(row.Id.Key).Run();

    public void Update(JourneyRow row, StoredJourney stored) => BindRow(update, row, stored).Run();

    public List<DueJourney> ReadDue(DateTimeOffset until, DueJourney? after, int limit)
    {
#if PLANTED_BUGS
        until = Planted.Is(PlantedBug.WhatIsDueNowIsNotRead) ? until.AddMicroseconds(-1) : until;
#endif
        readDue.Bind(until).Bind(after is null ? long.MinValue : Instant.ToMicroseconds(after.DueAt));
        readDue.Bind(after?.Journey.Lifecycle).Bind(after?.Journey.Key).Bind(limit);
        using Rows rows = readDue.Query();
        List<DueJourney> page = [];
        while (rows.Next())
        {
            page.Add(new DueJourney(new JourneyId(rows.Text(), rows.Text()), rows.Instant()));
        }

        return page;
    }

    public List<JourneyId> FindByCustomer(CustomerId customer)
    {
        using Rows rows = findByCustomer.Bind(customer.Value).Query();
        List<JourneyId> journeys = [];
        while (rows.Next())
        {
            journeys.Add(new JourneyId(rows.Text(), rows.Text()));
        }

        return journeys;
    }

    /// <summary>Makes every journey with an attempt of an earlier term due. The latest instant in the journal is past on every clock that wrote here.</summary>
    public void MakeAttemptsDue(long term) => makeDue.Bind(term).Run();

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

    private static Statement BindRow(Statement statement, JourneyRow row, StoredJourney stored) => statement
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
        .Bind(stored.Number);

    private static JourneyRow Read(JourneyId id, Rows rows) => new()
    {
        Id = id,
        Version = rows.Int32(),
        State = rows.TextOrNull(),
        Standing = rows.Text(),
        Sequence = rows.Int64(),
        CreatedAt = rows.Instant(),
        DueAt = rows.InstantOrNull(),
        SendingTerm = rows.Int64OrNull(),
        HeldAtRevision = rows.Int64OrNull(),
        Memory = rows.Text(),
        Data = rows.Text(),
    };
}
