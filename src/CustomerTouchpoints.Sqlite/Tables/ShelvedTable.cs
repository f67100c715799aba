using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of touchpoints that wait for nobody but a person.</summary>
internal sealed class ShelvedTable(Session session)
{
    private const string Table = "touchpoints_shelved";

    private readonly Statement write = session.Prepare(
        "INSERT OR REPLACE INTO touchpoints_shelved (journey, position, memory, checksum) VALUES (?, ?, ?, ?)"
    );

    private readonly Statement delete = session.Prepare("DELETE FROM touchpoints_shelved WHERE journey = ? AND position = ?");

    private readonly Statement deleteAll = session.Prepare("DELETE FROM touchpoints_shelved WHERE journey = ?");

    private readonly Statement read = session.Prepare(
        "SELECT journey, position, memory, checksum FROM touchpoints_shelved WHERE journey = ? ORDER BY position"
    );

    private readonly Statement readAll = session.Prepare("SELECT journey, position, memory, checksum FROM touchpoints_shelved");

    private readonly Statement count = session.Prepare("SELECT count(*) FROM (SELECT 1 FROM touchpoints_shelved LIMIT ?)");

    /// <summary>Writes rows; deletes those that have no memory.</summary>
    public void Write(IReadOnlyList<ShelvedRow> rows, Func<JourneyId, long> numberOf)
    {
        foreach (ShelvedRow row in rows)
        {
            long journey = numberOf(row.Journey);
            if (row.Memory is null)
            {
                delete.Bind(journey).Bind(row.Order).Run();
            }
            else
            {
                write.Bind(journey).Bind(row.Order).Bind(row.Memory).BindChecksum().Run();
            }
        }
    }

    /// <summary>Deletes what belongs to a journey.</summary>
    public void DeleteOf(long journey) => deleteAll.Bind(journey).Run();

    /// <summary>Reads what waits in journeys, by journey and order.</summary>
    public List<ShelvedRow> Read(JourneyTable journeys, IReadOnlyCollection<JourneyId> ids)
    {
        List<ShelvedRow> found = [];
        foreach (JourneyId id in ids)
        {
            if (journeys.Find(id) is { } known)
            {
                using Rows rows = read.Bind(known.Number).Query();
                while (rows.Next(Table, id))
                {
                    Damage.Require(rows.Int64() == known.Number, Table, id, "one belongs to another journey");
                    found.Add(new ShelvedRow(id, rows.Int64(), rows.Text()));
                }
            }
        }

        return found;
    }

    /// <summary>How many wait, counted up to a limit.</summary>
    public int Count(int limit)
    {
        using Rows rows = count.Bind(limit).Query();
        return rows.Next() ? (int)rows.Int64() : 0;
    }

    /// <summary>Refuses a row that is not what was written.</summary>
    public void VerifyAll()
    {
        using Rows rows = readAll.Query();
        while (rows.Next(Table, "of some journey")) { }
    }
}
