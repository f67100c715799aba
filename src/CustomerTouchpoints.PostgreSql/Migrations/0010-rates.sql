-- oldest: 1
-- What is taken of each rate at which messages are sent: one row for each rate that a host has set, with its ledger as a text. A host of
-- an earlier version does not know them: what it sends is not counted.
CREATE TABLE rates (
    key text COLLATE "C" PRIMARY KEY,
    ledger text NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
