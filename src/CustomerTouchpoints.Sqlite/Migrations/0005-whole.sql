-- Instants are whole microseconds since 1970-01-01 UTC. Journeys and journal entries have integer numbers that never leave the file.

-- The store itself: the term of its owner, and the latest instant in the journal.
CREATE TABLE touchpoints_store (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    term INTEGER NOT NULL,
    high_water INTEGER
) STRICT;

INSERT INTO touchpoints_store (id, term) VALUES (1, 0);

CREATE TABLE touchpoints_customers (
    id INTEGER PRIMARY KEY,
    customer TEXT NOT NULL UNIQUE,
    traits TEXT NOT NULL
) STRICT;

CREATE TABLE touchpoints_journeys (
    id INTEGER PRIMARY KEY,
    lifecycle TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT,
    standing TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    last_entry INTEGER,
    created_at INTEGER NOT NULL,
    due_at INTEGER,
    sending_term INTEGER,
    memory TEXT NOT NULL,
    data TEXT NOT NULL,
    held_at_revision INTEGER,
    UNIQUE (lifecycle, key)
) STRICT;

-- The hot set: what is due, and what is being sent. One index, since nearly every event moves both.
CREATE INDEX touchpoints_journeys_hot ON touchpoints_journeys (due_at, id, sending_term) WHERE due_at IS NOT NULL OR sending_term IS NOT NULL;

-- Append-only and without an index: journeys.last_entry and previous link the entries of one journey, newest first.
CREATE TABLE touchpoints_journal (
    id INTEGER PRIMARY KEY,
    journey INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    previous INTEGER,
    recorded_at INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    event_id TEXT,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    changes TEXT NOT NULL
) STRICT;

-- Beside the journal, so that it can be erased on its own.
CREATE TABLE touchpoints_event_data (
    entry INTEGER PRIMARY KEY,
    data TEXT NOT NULL
) STRICT;

CREATE TABLE touchpoints_event_keys (
    journey INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (journey, event_id)
) STRICT, WITHOUT ROWID;

-- The key is the touchpoint's id: rule, occurrence, role, and the first channel of its route.
CREATE TABLE touchpoints_touchpoints (
    journey INTEGER NOT NULL,
    rule TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    role TEXT NOT NULL,
    route TEXT NOT NULL,
    planned_by INTEGER NOT NULL,
    position INTEGER NOT NULL,
    customer TEXT,
    template TEXT NOT NULL,
    category TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    planned_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    may_be_repeated INTEGER NOT NULL,
    PRIMARY KEY (journey, rule, occurrence, role, route)
) STRICT, WITHOUT ROWID;

CREATE TABLE touchpoints_parties (
    journey INTEGER NOT NULL,
    role TEXT NOT NULL,
    customer TEXT NOT NULL,
    PRIMARY KEY (journey, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX touchpoints_parties_customer ON touchpoints_parties (customer);

-- The operators' switches, and the record of what was changed about the whole.
CREATE TABLE touchpoints_switches (
    scope TEXT PRIMARY KEY,
    is_paused INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    discarded_until INTEGER
) STRICT;

CREATE TABLE touchpoints_operations (
    id INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- What is held behind a switch is not due; resuming finds it here.
CREATE INDEX touchpoints_journeys_held ON touchpoints_journeys (held_at_revision) WHERE held_at_revision IS NOT NULL;

-- The versions of lifecycles that this store has carried.
CREATE TABLE touchpoints_definitions (
    lifecycle TEXT NOT NULL,
    version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    outline TEXT NOT NULL,
    is_retired INTEGER NOT NULL,
    PRIMARY KEY (lifecycle, version)
) STRICT, WITHOUT ROWID;

-- How many attempts have begun under each limit, and what operators have discarded.
CREATE TABLE touchpoints_tallies (
    key TEXT PRIMARY KEY,
    start INTEGER NOT NULL,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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
