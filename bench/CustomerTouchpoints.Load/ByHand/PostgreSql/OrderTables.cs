namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>The tables that a user would write for this work, without anything the work does not need.</summary>
internal static class OrderTables
{
    public const string Create = $"""
        {JourneyTables.Create}
        CREATE TABLE messages (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, journey bigint NOT NULL, template text NOT NULL, status integer NOT NULL,
            data text NOT NULL);
        CREATE INDEX messages_due ON messages (id) WHERE status = 0;
        """;

    public const string Find = "SELECT state, data FROM journeys WHERE id = $1 FOR UPDATE";

    public const string Open = "INSERT INTO journeys (id, state, customer, data) VALUES ($1, $2, $3, $4)";

    public const string Move = "UPDATE journeys SET state = $2, data = $3 WHERE id = $1";

    public const string Plan = "INSERT INTO messages (journey, template, status, data) VALUES ($1, $2, 0, $3)";

    public const string Claim = """
        UPDATE messages SET status = 1
        WHERE id IN (SELECT id FROM messages WHERE status = 0 ORDER BY id LIMIT 16 FOR UPDATE SKIP LOCKED)
        RETURNING id, journey, template, data
        """;

    public const string RecordClaims =
        "INSERT INTO journal (journey, at, what, reason) SELECT journey, now(), 'sending', 'attempt 1 by email' FROM "
        + "unnest($1::bigint[]) AS journey";

    public const string Mark = "UPDATE messages SET status = 2 WHERE id = ANY ($1)";

    public const string RecordMarks =
        "INSERT INTO journal (journey, at, what, reason) SELECT journey, now(), 'sent', 'accepted by email' FROM unnest($1::bigint[]) "
        + "AS journey";
}
