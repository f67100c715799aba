-- oldest: 1
-- Text is compared byte by byte: the order is the same on every server, and indexes are small and fast.

-- The hosts that live: a row goes when its host leaves, or when another host finds that its lease has passed. A term never comes back.
CREATE TABLE hosts (
    term bigint PRIMARY KEY,
    name text NOT NULL,
    schema_version integer NOT NULL,
    since timestamptz NOT NULL,
    lease_until timestamptz NOT NULL
);

CREATE SEQUENCE terms;

-- Each value begins a block of numbers that one host gives out.
CREATE SEQUENCE journey_blocks INCREMENT BY 1000;

-- partition: a hash of the customer's id, 0 to 1023, for the day on which one database is not enough.
CREATE TABLE customers (
    customer text COLLATE "C" PRIMARY KEY,
    partition smallint NOT NULL,
    traits text NOT NULL
);

CREATE TABLE journeys (
    id bigint PRIMARY KEY,
    lifecycle text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    partition smallint NOT NULL,
    version integer NOT NULL,
    state text COLLATE "C",
    standing text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    created_at timestamptz NOT NULL,
    due_at timestamptz,
    sending_term bigint,
    held_at_revision bigint,
    finished_at timestamptz,
    memory text NOT NULL,
    data text NOT NULL,
    UNIQUE (lifecycle, key)
) WITH (fillfactor = 80);

-- The hot set: what is due, what is being sent, what is held. What is finished is in none of these.
CREATE INDEX journeys_due ON journeys (due_at, id) WHERE due_at IS NOT NULL;

CREATE INDEX journeys_sending ON journeys (sending_term) WHERE sending_term IS NOT NULL;

CREATE INDEX journeys_held ON journeys (held_at_revision) WHERE held_at_revision IS NOT NULL;

-- Solved or closed, with nothing to come: retention finds them here, and leaves a tombstone.
CREATE INDEX journeys_finished ON journeys (finished_at, id) WHERE finished_at IS NOT NULL;

-- Append-only. Months can be given partitions of their own, and be detached and archived; docs/stores/postgresql.md says how.
CREATE TABLE journal (
    journey bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    occurred_at timestamptz NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    event_id text,
    outcome text NOT NULL,
    reason text NOT NULL,
    changes text NOT NULL,
    PRIMARY KEY (journey, sequence, recorded_at)
) PARTITION BY RANGE (recorded_at);

CREATE TABLE journal_default PARTITION OF journal DEFAULT;

CREATE INDEX journal_recorded ON journal (recorded_at, journey, sequence);

-- Beside the journal, so that it can be erased on its own.
CREATE TABLE event_data (
    journey bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    data text NOT NULL,
    PRIMARY KEY (journey, sequence, recorded_at)
) PARTITION BY RANGE (recorded_at);

CREATE TABLE event_data_default PARTITION OF event_data DEFAULT;

-- A table of its own: a journal that is partitioned by month can't hold this key.
CREATE TABLE event_keys (
    journey bigint NOT NULL,
    event_id text COLLATE "C" NOT NULL,
    fingerprint bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (journey, event_id)
);

-- The key is the touchpoint's id: rule, occurrence, role, and the first channel of its route.
CREATE TABLE touchpoints (
    journey bigint NOT NULL,
    rule text COLLATE "C" NOT NULL,
    occurrence text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    route text COLLATE "C" NOT NULL,
    planned_by bigint NOT NULL,
    position bigint NOT NULL,
    customer text COLLATE "C",
    template text NOT NULL,
    category text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    planned_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    may_be_repeated boolean NOT NULL,
    PRIMARY KEY (journey, rule, occurrence, role, route)
) WITH (fillfactor = 85);

-- The response clocks of journeys: those that run, and those that have ended. Spans are microseconds. What is due of them is due in their journeys.
CREATE TABLE clocks (
    journey bigint NOT NULL,
    clock text COLLATE "C" NOT NULL,
    cycle integer NOT NULL,
    metric text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    policy integer NOT NULL,
    place integer NOT NULL,
    calendar text NOT NULL,
    target bigint NOT NULL,
    started_at timestamptz NOT NULL,
    since timestamptz NOT NULL,
    used bigint NOT NULL,
    due_at timestamptz,
    breached_at timestamptz,
    ended_at timestamptz,
    changed_at timestamptz NOT NULL,
    channel text,
    priority text,
    topic text,
    representative text,
    PRIMARY KEY (journey, clock, cycle)
);

-- What customers were promised, in whatever way it ended.
CREATE TABLE promises (
    journey bigint NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    status integer NOT NULL,
    by timestamptz NOT NULL,
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    changed_at timestamptz NOT NULL,
    told_by text,
    channel text,
    representative text,
    PRIMARY KEY (journey, number)
);

CREATE TABLE parties (
    journey bigint NOT NULL,
    role text COLLATE "C" NOT NULL,
    customer text COLLATE "C" NOT NULL,
    PRIMARY KEY (journey, role)
);

CREATE INDEX parties_customer ON parties (customer);

-- What hosts have committed with their own data, until a batch takes it.
CREATE TABLE intake (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lifecycle text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    name text NOT NULL,
    event_id text COLLATE "C" NOT NULL,
    occurred_at timestamptz NOT NULL,
    enlisted_at timestamptz NOT NULL,
    parties text NOT NULL,
    data text NOT NULL,
    set_aside text
);

CREATE INDEX intake_waiting ON intake (lifecycle, id) WHERE set_aside IS NULL;

CREATE TABLE switches (
    scope text COLLATE "C" PRIMARY KEY,
    is_paused boolean NOT NULL,
    reason text NOT NULL,
    by text NOT NULL,
    changed_at timestamptz NOT NULL,
    revision bigint NOT NULL,
    discarded_until timestamptz
);

CREATE TABLE tallies (
    key text COLLATE "C" PRIMARY KEY,
    start timestamptz NOT NULL,
    count bigint NOT NULL
);

CREATE TABLE definitions (
    lifecycle text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    fingerprint text NOT NULL,
    outline text NOT NULL,
    is_retired boolean NOT NULL,
    PRIMARY KEY (lifecycle, version)
);

CREATE TABLE operations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    subject text NOT NULL,
    outcome text NOT NULL,
    by text NOT NULL,
    reason text NOT NULL
);
