-- The versions of lifecycles that this store has carried.
CREATE TABLE definitions (
    lifecycle TEXT NOT NULL,
    version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    outline TEXT NOT NULL,
    is_retired INTEGER NOT NULL,
    PRIMARY KEY (lifecycle, version)
) STRICT, WITHOUT ROWID;
