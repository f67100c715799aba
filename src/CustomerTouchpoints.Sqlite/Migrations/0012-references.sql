-- How providers call the messages that they have accepted. A row only where a sender says so; the key is what receipts ask for.
CREATE TABLE touchpoints_references (
    channel TEXT NOT NULL,
    reference TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    journey INTEGER,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (channel, reference, touchpoint)
) STRICT, WITHOUT ROWID;

-- They leave with their journey.
CREATE INDEX touchpoints_references_journey ON touchpoints_references (journey) WHERE journey IS NOT NULL;
