-- oldest: 1
-- What providers have reported of messages: at most one row of a kind for each. They leave with their journey. A host of an earlier version
-- takes in no receipts, and leaves what lies here alone.
CREATE TABLE receipts (
    journey bigint NOT NULL,
    position bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (journey, position, kind)
);

-- Addresses that must not be written to, each as a keyed hash that begins with the id of its key. No row says whose address it is: they stay
-- when a customer is erased. A host of an earlier version does not ask: bring all hosts forward before the first address is suppressed.
CREATE TABLE suppressions (
    hash text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    channel text NOT NULL,
    scope text NOT NULL,
    since timestamptz NOT NULL,
    said_by text NOT NULL,
    note text,
    lifted_at timestamptz,
    lifted_by text,
    lifted_because text,
    PRIMARY KEY (hash, reason)
);

-- Keys that were made because a host had none.
CREATE TABLE address_keys (
    id text PRIMARY KEY,
    key text NOT NULL,
    made_at timestamptz NOT NULL
);
