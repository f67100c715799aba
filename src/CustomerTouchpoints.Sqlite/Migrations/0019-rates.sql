-- What is taken of each rate at which messages are sent: one row for each rate that the host has set, with its ledger as a text.
CREATE TABLE touchpoints_rates (
    key TEXT PRIMARY KEY,
    ledger TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
