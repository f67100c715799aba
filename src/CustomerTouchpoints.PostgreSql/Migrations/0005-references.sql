-- oldest: 1
-- How providers call the messages that they have accepted. A row only where a sender says so; the key is what receipts ask for.
CREATE TABLE provider_references (
    channel text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    touchpoint text COLLATE "C" NOT NULL,
    journey bigint,
    PRIMARY KEY (channel, reference, touchpoint)
);

-- They leave with their journey.
CREATE INDEX provider_references_journey ON provider_references (journey) WHERE journey IS NOT NULL;
