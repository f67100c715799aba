namespace CustomerTouchpoints.Load.ByHand.PostgreSql;

/// <summary>The tables that orders and questions have in common: journeys, the keys of their events, and the journal.</summary>
internal static class JourneyTables
{
    public const string Create = """
        CREATE TABLE journeys (id bigint PRIMARY KEY, state integer NOT NULL, customer text NOT NULL, data text NOT NULL);
        CREATE TABLE event_keys (journey bigint NOT NULL, event_id text NOT NULL, PRIMARY KEY (journey, event_id));
        CREATE TABLE journal (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, journey bigint NOT NULL, at timestamptz NOT NULL, what text NOT NULL,
            reason text NOT NULL, data text);
        """;

    public const string Key = "INSERT INTO event_keys (journey, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    public const string Record = "INSERT INTO journal (journey, at, what, reason, data) VALUES ($1, now(), 'moved', $2, $3)";
}
