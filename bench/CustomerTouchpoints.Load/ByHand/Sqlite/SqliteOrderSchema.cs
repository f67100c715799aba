namespace CustomerTouchpoints.Load.ByHand.Sqlite;

/// <summary>The tables that a user would write for this work, without anything the work does not need.</summary>
internal static class SqliteOrderSchema
{
    public const string Create = $"""
        {SqliteJourneyTables.Create}
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY, journey INTEGER NOT NULL, template TEXT NOT NULL, status INTEGER NOT NULL, data TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS messages_due ON messages (id) WHERE status = 0;
        """;

    public const string Find = "SELECT state, data FROM journeys WHERE id = $journey";

    public const string Open = "INSERT INTO journeys (id, state, customer, data) VALUES ($journey, $state, $customer, $data)";

    public const string Move = "UPDATE journeys SET state = $state, data = $data WHERE id = $journey";

    public const string Plan = "INSERT INTO messages (journey, template, status, data) VALUES ($journey, $template, 0, $data)";

    public const string Claim = """
        UPDATE messages SET status = 1 WHERE id IN (SELECT id FROM messages WHERE status = 0 ORDER BY id LIMIT $limit)
        RETURNING id, journey, template, data
        """;

    public const string Mark = "UPDATE messages SET status = 2 WHERE id = $message";
}
