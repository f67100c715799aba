-- The response clocks of journeys: those that run, and those that have ended. Spans are microseconds. What is due of them is due in their journeys.
CREATE TABLE touchpoints_clocks (
    journey INTEGER NOT NULL,
    clock TEXT NOT NULL,
    cycle INTEGER NOT NULL,
    metric TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    policy INTEGER NOT NULL,
    place INTEGER NOT NULL,
    calendar TEXT NOT NULL,
    target INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    since INTEGER NOT NULL,
    used INTEGER NOT NULL,
    due_at INTEGER,
    breached_at INTEGER,
    ended_at INTEGER,
    changed_at INTEGER NOT NULL,
    channel TEXT,
    priority TEXT,
    topic TEXT,
    representative TEXT,
    PRIMARY KEY (journey, clock, cycle)
) STRICT, WITHOUT ROWID;

-- What customers were promised, in whatever way it ended.
CREATE TABLE touchpoints_promises (
    journey INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    status INTEGER NOT NULL,
    by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER,
    changed_at INTEGER NOT NULL,
    told_by TEXT,
    channel TEXT,
    representative TEXT,
    PRIMARY KEY (journey, number)
) STRICT, WITHOUT ROWID;
