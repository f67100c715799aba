namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of what is known of the store itself.</summary>
internal sealed class StoreTable(Session session)
{
    private const string Table = "touchpoints_store";

    private readonly Statement read = session.Prepare(
        """
        SELECT term, high_water, last_journey, last_entry, commits, switch_count, tally_count, definition_count, operation_count,
            customer_touchpoint_count, newest_entry, checksum
        FROM touchpoints_store
        """
    );

    private readonly Statement write = session.Prepare(
        """
        UPDATE touchpoints_store
        SET term = ?, high_water = ?, last_journey = ?, last_entry = ?, commits = ?, switch_count = ?, tally_count = ?,
            definition_count = ?,
            operation_count = ?, customer_touchpoint_count = ?, newest_entry = ?, checksum = ?
        """
    );

    private readonly Statement measure = session.Prepare(
        """
        SELECT ifnull((SELECT max(id) FROM touchpoints_journeys), 0), ifnull((SELECT max(id) FROM touchpoints_journal), 0),
            ifnull((SELECT max(id) FROM touchpoints_operations), 0), (SELECT count(*) FROM touchpoints_definitions)
        """
    );

    public StoreRow Read()
    {
        using Rows rows = read.Query();
        Damage.Require(rows.Next(Table, 1), Table, 1, "it is missing");
        return new StoreRow
        {
            Term = rows.Int64(),
            HighWater = rows.InstantOrNull(),
            LastJourney = rows.Int64(),
            LastEntry = rows.Int64(),
            Commits = rows.Int64(),
            Switches = rows.Int64(),
            Tallies = rows.Int64(),
            Definitions = rows.Int64(),
            Operations = rows.Int64(),
            CustomerTouchpoints = rows.Int64(),
            NewestEntry = rows.Int64(),
        };
    }

    public void Write(StoreRow row)
    {
        int written = write
            .Bind(row.Term)
            .Bind(row.HighWater)
            .Bind(row.LastJourney)
            .Bind(row.LastEntry)
            .Bind(row.Commits)
            .Bind(row.Switches)
            .Bind(row.Tallies)
            .Bind(row.Definitions)
            .Bind(row.Operations)
            .Bind(row.CustomerTouchpoints)
            .Bind(row.NewestEntry)
            .BindChecksum()
            .RunCounted();
        Damage.Require(written == 1, Table, 1, "it is missing");
    }

    /// <summary>Refuses tables that end before or after what the store has written.</summary>
    public void Compare(StoreRow row)
    {
        using Rows rows = measure.Query();
        rows.Next();
        Require("touchpoints_journeys", rows.Int64(), row.LastJourney);
        Require("touchpoints_journal", rows.Int64(), row.NewestEntry);
        Require("touchpoints_operations", rows.Int64(), row.Operations);
        Require("touchpoints_definitions", rows.Int64(), row.Definitions);
    }

    private static void Require(string table, long found, long written) =>
        Damage.Require(found == written, table, found, $"{written} was written last");
}
