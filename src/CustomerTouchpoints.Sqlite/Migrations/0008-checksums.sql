-- Each row says by a checksum whether it is what was written; a journey says how much belongs to it, and the store how much belongs to the whole.
ALTER TABLE touchpoints_store ADD COLUMN last_journey INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_store ADD COLUMN last_entry INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_store ADD COLUMN commits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_store ADD COLUMN switch_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_store ADD COLUMN tally_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_store ADD COLUMN definition_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_store ADD COLUMN operation_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_store ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_journeys ADD COLUMN event_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_journeys ADD COLUMN touchpoint_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_journeys ADD COLUMN party_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_journeys ADD COLUMN clock_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_journeys ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_journal ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_event_keys ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_touchpoints ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_clocks ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_parties ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_customers ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_switches ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_tallies ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_definitions ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE touchpoints_operations ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;

-- A host's fact has none if a host put it there by itself.
ALTER TABLE touchpoints_intake ADD COLUMN checksum INTEGER;

UPDATE touchpoints_journal SET checksum = touchpoints_checksum(
    sequence, recorded_at, occurred_at, kind, name, event_id, outcome, reason, changes, journey, previous, id,
    (SELECT data FROM touchpoints_event_data WHERE entry = touchpoints_journal.id));
UPDATE touchpoints_event_keys SET checksum = touchpoints_checksum(journey, event_id, fingerprint, entry);
UPDATE touchpoints_touchpoints SET checksum = touchpoints_checksum(
    planned_by, position, customer, template, category, channel, status, reason, planned_at, due_at, changed_at, attempts, may_be_repeated,
    journey, rule, occurrence, role, route);
UPDATE touchpoints_clocks SET checksum = touchpoints_checksum(
    journey, clock, cycle, metric, status, reason, policy, place, calendar, target, started_at, since, used,
    due_at, breached_at, ended_at, changed_at, channel, priority, topic, representative);
UPDATE touchpoints_parties SET checksum = touchpoints_checksum(journey, role, customer);
UPDATE touchpoints_customers SET checksum = touchpoints_checksum(customer, traits);
UPDATE touchpoints_switches SET checksum = touchpoints_checksum(scope, is_paused, reason, by, changed_at, revision, discarded_until);
UPDATE touchpoints_tallies SET checksum = touchpoints_checksum(key, start, count);
UPDATE touchpoints_definitions SET checksum = touchpoints_checksum(lifecycle, version, fingerprint, outline, is_retired);
UPDATE touchpoints_operations SET checksum = touchpoints_checksum(id, recorded_at, subject, outcome, by, reason);
UPDATE touchpoints_journeys SET
    event_count = (SELECT count(*) FROM touchpoints_event_keys WHERE journey = touchpoints_journeys.id),
    touchpoint_count = (SELECT count(*) FROM touchpoints_touchpoints WHERE journey = touchpoints_journeys.id),
    party_count = (SELECT count(*) FROM touchpoints_parties WHERE journey = touchpoints_journeys.id),
    clock_count = (SELECT count(*) FROM touchpoints_clocks WHERE journey = touchpoints_journeys.id);
UPDATE touchpoints_journeys SET checksum = touchpoints_checksum(
    version, state, standing, sequence, created_at, due_at, sending_term, held_at_revision, memory, data, last_entry,
    event_count, touchpoint_count, party_count, clock_count, id, lifecycle, key);
UPDATE touchpoints_store SET
    last_journey = ifnull((SELECT max(id) FROM touchpoints_journeys), 0),
    last_entry = ifnull((SELECT max(id) FROM touchpoints_journal), 0),
    switch_count = (SELECT count(*) FROM touchpoints_switches),
    tally_count = (SELECT count(*) FROM touchpoints_tallies),
    definition_count = (SELECT count(*) FROM touchpoints_definitions),
    operation_count = (SELECT count(*) FROM touchpoints_operations);
UPDATE touchpoints_store SET checksum = touchpoints_checksum(
    term, high_water, last_journey, last_entry, commits, switch_count, tally_count, definition_count, operation_count);
