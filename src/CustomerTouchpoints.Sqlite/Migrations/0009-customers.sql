-- What customers were told and which roles they play, as one small text beside their traits; and a journal of their own, of what no journey's
-- journal tells. Of what went out before, nothing is counted; of roles, the newest 16 are.
ALTER TABLE touchpoints_customers ADD COLUMN memory TEXT NOT NULL DEFAULT '{}';
ALTER TABLE touchpoints_customers ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;

CREATE TABLE touchpoints_customer_journal (
    customer INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    changes TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (customer, sequence)
) STRICT, WITHOUT ROWID;

UPDATE touchpoints_customers SET memory = json_object('roles', json_object(
    'total', (SELECT count(*) FROM touchpoints_parties p WHERE p.customer = touchpoints_customers.customer),
    'newest', json((
        SELECT json_group_array(json_object('journey', n.journey, 'role', n.role, 'since', n.since) ORDER BY n.since, n.journey, n.role)
        FROM (
            SELECT j.lifecycle || '/' || j.key AS journey, p.role, j.created_at AS since
            FROM touchpoints_parties p JOIN touchpoints_journeys j ON j.id = p.journey
            WHERE p.customer = touchpoints_customers.customer
            ORDER BY since DESC, journey DESC, p.role DESC LIMIT 16) n))))
WHERE customer IN (SELECT customer FROM touchpoints_parties);
UPDATE touchpoints_customers SET checksum = touchpoints_checksum(customer, traits, memory, sequence);
