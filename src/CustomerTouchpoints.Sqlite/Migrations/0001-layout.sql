-- Instants are whole microseconds since 1970-01-01 UTC. Journeys and journal entries have integer numbers that never leave the file.

-- The store itself: the term of its owner, and the latest instant in the journal.
CREATE TABLE store (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    term INTEGER NOT NULL,
    high_water INTEGER
) STRICT;

INSERT INTO store (id, term) VALUES (1, 0);

CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    customer TEXT NOT NULL UNIQUE,
    traits TEXT NOT NULL
) STRICT;

CREATE TABLE journeys (
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
    UNIQUE (lifecycle, key)
) STRICT;

-- The hot set: what is due, and what is being sent. One index, since nearly every event moves both.
CREATE INDEX journeys_hot ON journeys (due_at, id, sending_term) WHERE due_at IS NOT NULL OR sending_term IS NOT NULL;

-- Append-only and without an index: journeys.last_entry and previous link the entries of one journey, newest first.
CREATE TABLE journal (
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
CREATE TABLE event_data (
    entry INTEGER PRIMARY KEY,
    data TEXT NOT NULL
) STRICT;

CREATE TABLE event_keys (
    journey INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (journey, event_id)
) STRICT, WITHOUT ROWID;

-- The key is the touchpoint's id: rule, occurrence, role, and the first channel of its route.
CREATE TABLE touchpoints (
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

CREATE TABLE parties (
    journey INTEGER NOT NULL,
    role TEXT NOT NULL,
    customer TEXT NOT NULL,
    PRIMARY KEY (journey, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX parties_customer ON parties (customer);
