-- oldest: 1
-- Where an entry stands in the journal of all journeys: the number of the transaction that wrote it. Whatever is written later has a greater
-- one than all transactions that are over, so who reads up to the oldest that is not over never misses any. A database that was restored
-- elsewhere counts its transactions anew: base keeps the places growing.
CREATE TABLE journal_base (base bigint NOT NULL);

INSERT INTO journal_base (base) VALUES (0);

-- For hosts that don't say it themselves.
CREATE FUNCTION journal_place() RETURNS bigint LANGUAGE sql STABLE SET search_path FROM CURRENT
    AS 'SELECT base + pg_current_xact_id()::text::bigint FROM journal_base';

ALTER TABLE journal ADD COLUMN place bigint NOT NULL DEFAULT journal_place();

-- Of the place alone: the entries of one transaction are few, and sorted when they are read.
CREATE INDEX journal_place ON journal (place);

-- What has not ended is found without looking at what has. What is being sent is found by its journey: most messages are written when their
-- sending begins and again when it has ended, and neither changes waits, so that the second is a heap-only update.
ALTER TABLE touchpoints
    ADD COLUMN waits boolean NOT NULL GENERATED ALWAYS AS (status IN ('Planned', 'Held', 'Unknown', 'InReview')) STORED;

CREATE INDEX touchpoints_open ON touchpoints (journey, rule, occurrence, role, route) WHERE waits;
