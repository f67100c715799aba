-- A host that commits events with its own data has its own tables in the same file, and may well call them customers or journal, too.
ALTER TABLE store RENAME TO touchpoints_store;
ALTER TABLE customers RENAME TO touchpoints_customers;
ALTER TABLE journeys RENAME TO touchpoints_journeys;
ALTER TABLE journal RENAME TO touchpoints_journal;
ALTER TABLE event_data RENAME TO touchpoints_event_data;
ALTER TABLE event_keys RENAME TO touchpoints_event_keys;
ALTER TABLE touchpoints RENAME TO touchpoints_touchpoints;
ALTER TABLE parties RENAME TO touchpoints_parties;
ALTER TABLE switches RENAME TO touchpoints_switches;
ALTER TABLE operations RENAME TO touchpoints_operations;
ALTER TABLE definitions RENAME TO touchpoints_definitions;
ALTER TABLE tallies RENAME TO touchpoints_tallies;

DROP INDEX journeys_hot;
CREATE INDEX touchpoints_journeys_hot ON touchpoints_journeys (due_at, id, sending_term) WHERE due_at IS NOT NULL OR sending_term IS NOT NULL;
DROP INDEX journeys_held;
CREATE INDEX touchpoints_journeys_held ON touchpoints_journeys (held_at_revision) WHERE held_at_revision IS NOT NULL;
DROP INDEX parties_customer;
CREATE INDEX touchpoints_parties_customer ON touchpoints_parties (customer);

-- Facts that hosts have committed with their own data, until the writer takes them, by delete. A number is never given twice, so that what
-- was read as one row can't be deleted as another. Instants that nobody could read are refused; whatever else can't be taken says why in set_aside.
CREATE TABLE touchpoints_intake (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lifecycle TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    event_id TEXT NOT NULL,
    occurred_at INTEGER NOT NULL CHECK (occurred_at BETWEEN -62135596800000000 AND 253402300799999999),
    enlisted_at INTEGER NOT NULL CHECK (enlisted_at BETWEEN -62135596800000000 AND 253402300799999999),
    parties TEXT NOT NULL,
    data TEXT NOT NULL,
    set_aside TEXT
) STRICT;

CREATE INDEX touchpoints_intake_waiting ON touchpoints_intake (lifecycle, id) WHERE set_aside IS NULL;

-- A fence: version 0.1.0 looks here, and refuses the file. Without it, it would begin an empty store beside this one.
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, script TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;
INSERT INTO schema_version (version, script, applied_at) VALUES (5, '0005-prefix.sql', 0);
