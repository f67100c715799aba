-- What is solved or closed, with nothing to come, by its newest journal entry: retention finds it here, and leaves a tombstone.
CREATE INDEX touchpoints_journeys_finished ON touchpoints_journeys (last_entry)
    WHERE standing IN ('solved', 'closed') AND due_at IS NULL AND sending_term IS NULL AND held_at_revision IS NULL
        AND last_entry IS NOT NULL;

-- The newest journal entry that is there: the last one that was written, unless it has left with its journey.
ALTER TABLE touchpoints_store ADD COLUMN newest_entry INTEGER NOT NULL DEFAULT 0;
UPDATE touchpoints_store SET newest_entry = last_entry;
UPDATE touchpoints_store SET checksum = touchpoints_checksum(
    term, high_water, last_journey, last_entry, commits, switch_count, tally_count, definition_count, operation_count,
    customer_touchpoint_count, newest_entry);
