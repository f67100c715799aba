-- oldest: 1
-- What is in customers' inboxes. A message that was deleted has no words any more, and stays until it expires: it must not come again. A
-- host of an earlier version leaves what lies here alone, also when it merges or erases a customer: bring all hosts forward before the first
-- inbox is used.
CREATE TABLE inbox (
    id text COLLATE "C" PRIMARY KEY,
    customer text COLLATE "C" NOT NULL,
    touchpoint text NOT NULL,
    category text NOT NULL,
    topic text,
    culture text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    arrived_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    read_at timestamptz,
    deleted_at timestamptz
);

CREATE INDEX inbox_customer ON inbox (customer, arrived_at, id);
CREATE INDEX inbox_unread ON inbox (customer, expires_at) WHERE read_at IS NULL AND deleted_at IS NULL;
CREATE INDEX inbox_expires ON inbox (expires_at);
