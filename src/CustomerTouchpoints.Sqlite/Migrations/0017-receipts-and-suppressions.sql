-- What providers have reported of messages: at most one row of a kind for each. They leave with their journey.
CREATE TABLE touchpoints_receipts (
    journey INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (journey, position, kind)
) STRICT, WITHOUT ROWID;

-- Addresses that must not be written to, each as a keyed hash that begins with the id of its key. No row says whose address it is: they stay
-- when a customer is erased.
CREATE TABLE touchpoints_suppressions (
    hash TEXT NOT NULL,
    reason TEXT NOT NULL,
    channel TEXT NOT NULL,
    scope TEXT NOT NULL,
    since INTEGER NOT NULL,
    said_by TEXT NOT NULL,
    note TEXT,
    lifted_at INTEGER,
    lifted_by TEXT,
    lifted_because TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (hash, reason)
) STRICT, WITHOUT ROWID;

-- Keys that were made because a host had none.
CREATE TABLE touchpoints_address_keys (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
