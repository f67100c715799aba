using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of the intake, as the store's own connections see it.</summary>
internal sealed class IntakeTable(Session session)
{
    private const string Table = "touchpoints_intake";

    /// <summary>What the checksum is of, in this order; the number is not known before it is given.</summary>
    private const string Columns = "lifecycle, key, name, event_id, occurred_at, enlisted_at, parties, data";

    // One that a host has written without a checksum, or that was damaged, stays so.
    private static readonly string Erase = $$"""
        UPDATE touchpoints_intake SET data = '{}', checksum = iif(
            checksum = {{Checksum.Of(Columns)}},
            {{Checksum.Of(Columns.Replace("parties, data", "parties, '{}'", StringComparison.Ordinal))}},
            checksum)
        """;

    private readonly Statement read = session.Prepare(
        $"""
        SELECT ifnull(checksum = {Checksum.Of(Columns)}, 1), id, {Columns} FROM touchpoints_intake
        WHERE lifecycle = ? AND set_aside IS NULL
        ORDER BY id LIMIT ?
        """
    );

    private readonly Statement isAnyWaiting = session.Prepare("SELECT EXISTS (SELECT 1 FROM touchpoints_intake WHERE set_aside IS NULL)");

    private readonly Statement find = session.Prepare("SELECT id FROM touchpoints_intake WHERE id = ?");

    private readonly Statement take = session.Prepare("DELETE FROM touchpoints_intake WHERE id = ?");

    private readonly Statement setAside = session.Prepare("UPDATE touchpoints_intake SET set_aside = ? WHERE id = ?");

    private readonly Statement retry = session.Prepare("UPDATE touchpoints_intake SET set_aside = NULL WHERE set_aside IS NOT NULL");

    private readonly Statement eraseJourney = session.Prepare($"{Erase} WHERE lifecycle = ? AND key = ?");

    // A customer's id lies there as the JSON text that it is.
    private readonly Statement eraseCustomer = session.Prepare($"{Erase} WHERE instr(parties, ?) > 0");

    private readonly Statement count = session.Prepare(
        "SELECT lifecycle, set_aside, count(*), min(enlisted_at) FROM touchpoints_intake GROUP BY lifecycle, set_aside ORDER BY "
            + "lifecycle, set_aside"
    );

    /// <summary>The oldest of each lifecycle: what nobody here knows costs nothing, however much of it there is.</summary>
    public List<IntakeRow> Read(IReadOnlyCollection<string> lifecycles, int limit)
    {
        List<IntakeRow> waiting = [];
        foreach (string lifecycle in lifecycles)
        {
            using Rows rows = read.Bind(lifecycle).Bind(limit).Query();
            while (rows.Next())
            {
                waiting.Add(Read(rows));
            }
        }

        waiting.Sort((one, other) => one.Number.CompareTo(other.Number));
        return waiting.Count > limit ? waiting[..limit] : waiting;
    }

    /// <summary>Whether anything waits, of whichever lifecycle.</summary>
    public bool IsAnyWaiting() => isAnyWaiting.QueryNumber() != 0;

    /// <summary>Whether a row is still there.</summary>
    public bool Has(long number)
    {
        using Rows rows = find.Bind(number).Query();
        return rows.Next();
    }

    public void Take(long number) => Change(take.Bind(number), number);

    public void SetAside(SetAsideRow row) => Change(setAside.Bind(row.Reason).Bind(row.Number), row.Number);

    /// <summary>Lets what was set aside be read again.</summary>
    public void Retry() => retry.Run();

    /// <summary>Takes the data out of what waits for a journey.</summary>
    public void EraseOf(JourneyId journey) => eraseJourney.Bind(journey.Lifecycle).Bind(journey.Key).Run();

    /// <summary>Takes the data out of what names a customer.</summary>
    /// <param name="customer">Their id, as JSON text.</param>
    public void EraseOf(string customer) => eraseCustomer.Bind(customer).Run();

    public List<IntakeBacklog> Count()
    {
        using Rows rows = count.Query();
        List<IntakeBacklog> backlog = [];
        while (rows.Next())
        {
            backlog.Add(new IntakeBacklog(rows.Text(), rows.TextOrNull(), rows.Int64(), rows.Instant()));
        }

        return backlog;
    }

    private static void Change(Statement statement, long number)
    {
        if (statement.RunCounted() == 0)
        {
            throw new InvalidOperationException($"The intake has no row {number}. Nothing of the batch was stored.");
        }
    }

    private static IntakeRow Read(Rows rows)
    {
        bool isSound = rows.Boolean();
        long number = rows.Int64();
        Damage.Require(isSound, Table, number, "it does not match its checksum");
        return new IntakeRow
        {
            Number = number,
            Lifecycle = rows.Text(),
            Key = rows.Text(),
            Name = rows.Text(),
            EventId = rows.Text(),
            OccurredAt = rows.Instant(),
            EnlistedAt = rows.Instant(),
            Parties = rows.Text(),
            Data = rows.Text(),
        };
    }
}
