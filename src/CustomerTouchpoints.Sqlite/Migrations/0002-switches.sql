-- The operators' switches, and the record of what was changed about the whole.
CREATE TABLE switches (
    scope TEXT PRIMARY KEY,
    is_paused INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE operations (
    id INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- What is held behind a switch is not due; resuming finds it here.
ALTER TABLE journeys ADD COLUMN held_at_revision INTEGER;

CREATE INDEX journeys_held ON journeys (held_at_revision) WHERE held_at_revision IS NOT NULL;
