using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of what providers call the messages that they have accepted.</summary>
internal sealed class ReferenceTable(Session session)
{
    private const string Table = "touchpoints_references";

    private readonly Statement insert = session.Prepare(
        """
        INSERT INTO touchpoints_references (channel, reference, touchpoint, journey, checksum) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    );

    private readonly Statement find = session.Prepare(
        """
        SELECT channel, reference, touchpoint, journey, checksum FROM touchpoints_references
        WHERE channel = ? AND reference = ? ORDER BY touchpoint
        """
    );

    private readonly Statement erase = session.Prepare("DELETE FROM touchpoints_references WHERE journey = ? AND touchpoint = ?");

    private readonly Statement readAll = session.Prepare(
        "SELECT channel, reference, touchpoint, journey, checksum FROM touchpoints_references"
    );

    public void Write(IReadOnlyList<ReferenceRow> rows, Func<JourneyId, long> numberOf)
    {
        foreach (ReferenceRow row in rows)
        {
            // One that nobody carries belongs to a customer alone.
            long? journey = row.Touchpoint.Carrier is { } carrier ? numberOf(carrier) : null;
            insert.Bind(row.Channel.Name).Bind(row.Reference).Bind(row.Touchpoint.ToString()).Bind(journey).BindChecksum().Run();
        }
    }

    /// <summary>Forgets what providers call a touchpoint of a journey.</summary>
    public void Erase(TouchpointId touchpoint, long journey) => erase.Bind(journey).Bind(touchpoint.ToString()).Run();

    /// <summary>Finds the touchpoints that a provider calls by a reference, in the order of their ids.</summary>
    public List<TouchpointId> Find(Channel channel, string reference)
    {
        using Rows rows = find.Bind(channel.Name).Bind(reference).Query();
        List<TouchpointId> touchpoints = [];
        while (rows.Next(Table, reference))
        {
            _ = rows.Text();
            _ = rows.Text();
            touchpoints.Add(TouchpointId.Parse(rows.Text()));
        }

        return touchpoints;
    }

    /// <summary>Refuses a row that is not what was written.</summary>
    public void VerifyAll()
    {
        using Rows rows = readAll.Query();
        while (rows.Next(Table, "of some message")) { }
    }
}
