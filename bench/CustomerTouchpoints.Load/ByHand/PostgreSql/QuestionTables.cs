namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>The tables that a user would write for questions with clocks.</summary>
internal static class QuestionTables
{
    public const string Create = $"""
        {JourneyTables.Create}
        CREATE TABLE clocks (
            journey bigint NOT NULL, name text NOT NULL, status integer NOT NULL, started_at timestamptz NOT NULL,
            due_at timestamptz NOT NULL,
            ended_at timestamptz, PRIMARY KEY (journey, name));
        CREATE INDEX clocks_due ON clocks (due_at) WHERE status = 0;
        """;

    public const string Find = "SELECT state FROM journeys WHERE id = $1 FOR UPDATE";

    public const string Open = "INSERT INTO journeys (id, state, customer, data) VALUES ($1, 0, $2, $3)";

    public const string Move = "UPDATE journeys SET state = $2 WHERE id = $1";

    public const string StartClocks = """
        INSERT INTO clocks (journey, name, status, started_at, due_at)
        VALUES ($1, 'answer', 0, now(), now() + $2), ($1, 'resolution', 0, now(), now() + $3)
        """;

    public const string EndClock = "UPDATE clocks SET status = 1, ended_at = now() WHERE journey = $1 AND name = $2 AND status = 0";

    public const string Claim = """
        SELECT journey FROM clocks WHERE status = 0 AND due_at <= clock_timestamp() ORDER BY due_at LIMIT 16 FOR UPDATE SKIP LOCKED
        """;

    public const string MoveAll = "UPDATE journeys SET state = 3 WHERE id = ANY ($1)";

    public const string EndClocks = "UPDATE clocks SET status = 2, ended_at = now() WHERE journey = ANY ($1) AND name = 'answer'";

    public const string RecordAll =
        "INSERT INTO journal (journey, at, what, reason) SELECT journey, now(), 'overdue', 'moved to overdue' FROM unnest($1::bigint[]) "
        + "AS journey";
}
