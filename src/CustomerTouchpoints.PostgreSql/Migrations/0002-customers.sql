-- oldest: 1
-- What customers were told and which roles they play, as one small text beside their traits; and a journal of their own, of what no journey's
-- journal tells. Of what went out before, and of what hosts of version 1 send meanwhile, nothing is counted; of roles, the newest 16 are.
ALTER TABLE customers ADD COLUMN memory text NOT NULL DEFAULT '{}', ADD COLUMN sequence bigint NOT NULL DEFAULT 0;

ALTER TABLE customers SET (fillfactor = 80);

CREATE TABLE customer_journal (
    customer text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    name text NOT NULL,
    reason text NOT NULL,
    changes text NOT NULL,
    PRIMARY KEY (customer, sequence)
);

UPDATE customers c SET memory = json_build_object('roles', json_build_object(
    'total', (SELECT count(*) FROM parties p WHERE p.customer = c.customer),
    'newest', (
        SELECT json_agg(json_build_object('journey', n.journey, 'role', n.role, 'since', n.since) ORDER BY n.since, n.journey, n.role)
        FROM (
            SELECT j.lifecycle || '/' || j.key AS journey, p.role, (extract(epoch FROM j.created_at) * 1000000)::bigint AS since
            FROM parties p JOIN journeys j ON j.id = p.journey
            WHERE p.customer = c.customer
            ORDER BY since DESC, journey DESC, p.role DESC LIMIT 16) n)))::text
WHERE EXISTS (SELECT FROM parties p WHERE p.customer = c.customer);
