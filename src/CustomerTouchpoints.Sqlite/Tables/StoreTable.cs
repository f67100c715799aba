namespace CustomerTouchpoints.Sqlite.Tables;

/// <summary>The SQL of what is known of the store itself, and of its numbers.</summary>
internal sealed class StoreTable(Session session)
{
    private readonly Statement nextTerm = session.Prepare("UPDATE touchpoints_store SET term = term + 1 RETURNING term");

    private readonly Statement lastNumbers = session.Prepare(
        "SELECT ifnull((SELECT max(id) FROM touchpoints_journeys), 0), ifnull((SELECT max(id) FROM touchpoints_journal), 0)");

    private readonly Statement readHighWater = session.Prepare("SELECT high_water FROM touchpoints_store");

    private readonly Statement raiseHighWater = session.Prepare("UPDATE touchpoints_store SET high_water = max(ifnull(high_water, ?1), ?1)");

    public long NextTerm()
    {
        using Rows rows = nextTerm.Query();
        rows.Next();
        long term = rows.Int64();
        rows.Next();
        return term;
    }

    public LastNumbers LastNumbers()
    {
        using Rows rows = lastNumbers.Query();
        rows.Next();
        return new LastNumbers(rows.Int64(), rows.Int64());
    }

    public DateTimeOffset? HighWater()
    {
        using Rows rows = readHighWater.Query();
        return rows.Next() ? rows.InstantOrNull() : null;
    }

    public void RaiseHighWater(DateTimeOffset recordedAt) => raiseHighWater.Bind(recordedAt).Run();
}
