using CustomerTouchpoints.PostgreSql.Tests.Servers;

namespace CustomerTouchpoints.PostgreSql.Tests.Statements;

/// <summary>Tables with so many rows, and statistics of them, that a plan which reads one whole is a bad one.</summary>
internal static class PlannedTables
{
    public static string[] Large { get; } =
    [
        "journeys",
        "journal_default",
        "event_data_default",
        "event_keys",
        "touchpoints",
        "customer_touchpoints",
        "provider_references",
        "shelved",
        "receipts",
        "suppressions",
        "inbox",
        "clocks",
        "promises",
        "parties",
        "customers",
        "intake",
    ];

    public static void Fill(StoreSchema schema) =>
        schema.Execute(
            """
            INSERT INTO journeys SELECT i, 'order', i::text, i % 1024, 1, 'shipped', 'open', 1, now(), CASE WHEN i % 50 = 0 THEN now() END,
                CASE WHEN i % 500 = 0 THEN 1 END, NULL, CASE WHEN i % 3 = 0 THEN now() END, '{}', '{}' FROM generate_series(1, 20000) i;
            INSERT INTO customers SELECT i::text, i % 1024, '{}' FROM generate_series(1, 20000) i;
            INSERT INTO customer_journal SELECT i::text, 1, now(), 'traits', 'said so', '[]'
                FROM generate_series(1, 20000) i;
            INSERT INTO journal (journey, sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes) 
                SELECT i, 1, now() - i * interval '1 second', now(), 'event', 'e', 'e', 'Moved', '', '{}' FROM generate_series(1, 20000) i;
            INSERT INTO event_data SELECT i, 1, now() - i * interval '1 second', '{}' FROM generate_series(1, 20000) i;
            INSERT INTO event_keys SELECT i, 'e', 1, 1, now() FROM generate_series(1, 20000) i;
            INSERT INTO parties SELECT i, 'buyer', i::text FROM generate_series(1, 20000) i;
            INSERT INTO touchpoints SELECT i, 'r', '1', 'buyer', 'email', 1, 1, i::text, 't', 'Service', 'email', 'Sent', '', now(),
                now(), now(), 1, false FROM generate_series(1, 20000) i;
            INSERT INTO customer_touchpoints SELECT i::text, 'r', '1', 'email', 1, 1, 't', 'Service', 'email',
                CASE WHEN i % 50 = 0 THEN 'Planned' ELSE 'Sent' END, '', now(), now(), now(), 1, false FROM generate_series(1, 20000) i;
            INSERT INTO provider_references SELECT 'email', i::text, 'order/' || i || '~r~1~buyer~email', i
                FROM generate_series(1, 20000) i;
            INSERT INTO shelved SELECT i, 1, '{}' FROM generate_series(1, 20000) i;
            INSERT INTO receipts SELECT i, 1, 'Delivered', now(), now() FROM generate_series(1, 20000) i;
            INSERT INTO suppressions SELECT i::text, 'HardBounce', 'email', 'Everything', now(), 'desk' FROM generate_series(1, 20000) i;
            INSERT INTO inbox SELECT i::text, (i / 10)::text, '', 'Service', NULL, 'en', '', '', now(), now() + interval '1 day',
                CASE WHEN i % 50 > 0 THEN now() END FROM generate_series(1, 20000) i;
            INSERT INTO clocks SELECT i, 'answer', 1, 'm', 'Running', '', 1, 1, '', 1, now(), now(), 0, now(), NULL, NULL, now()
                FROM generate_series(1, 20000) i;
            INSERT INTO promises SELECT i, 1, 'answer', 0, now(), now(), NULL, now() FROM generate_series(1, 20000) i;
            INSERT INTO intake (lifecycle, key, name, event_id, occurred_at, enlisted_at, parties, data)
                SELECT 'order' || i % 50, i::text, 'e', 'e', now(), now(), '', '{}' FROM generate_series(1, 20000) i;
            INSERT INTO operations (recorded_at, subject, outcome, by, reason) SELECT now(), 'all', 'Paused', 'ben', ''
                FROM generate_series(1, 20000);
            INSERT INTO hosts SELECT 100 + i, 'h', 1, now(), now() FROM generate_series(1, 3) i;
            ANALYZE;
            """
        );
}
