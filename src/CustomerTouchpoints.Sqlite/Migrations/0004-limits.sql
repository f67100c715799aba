-- How many attempts have begun under each limit, and what operators have discarded.
CREATE TABLE tallies (
    key TEXT PRIMARY KEY,
    start INTEGER NOT NULL,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE switches ADD COLUMN discarded_until INTEGER;
