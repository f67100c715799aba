-- oldest: 1
-- Expand: a column that only newer hosts know, with a default for older ones; and an index. Hosts of version 1 go on writing rows without it.
ALTER TABLE journeys ADD COLUMN next_note text NOT NULL DEFAULT 'none';

CREATE INDEX journeys_next_note ON journeys (next_note) WHERE next_note <> 'none';
