-- What is in customers' inboxes. A message that was deleted has no words any more, and stays until it expires: it must not come again.
CREATE TABLE touchpoints_inbox (
    id TEXT PRIMARY KEY,
    customer TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    category TEXT NOT NULL,
    topic TEXT,
    culture TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    arrived_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    read_at INTEGER,
    deleted_at INTEGER,
    checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX touchpoints_inbox_customer ON touchpoints_inbox (customer, arrived_at, id);
CREATE INDEX touchpoints_inbox_unread ON touchpoints_inbox (customer, expires_at) WHERE read_at IS NULL AND deleted_at IS NULL;
CREATE INDEX touchpoints_inbox_expires ON touchpoints_inbox (expires_at);
