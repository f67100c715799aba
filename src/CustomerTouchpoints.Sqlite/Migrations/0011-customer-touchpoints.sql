-- Touchpoints that belong to a customer and to no journey. The key is the touchpoint's id: customer, rule, occurrence, and the first channel
-- of its route. A table of its own: what journeys write stays as it is.
CREATE TABLE touchpoints_customer_touchpoints (
    customer TEXT NOT NULL,
    rule TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    route TEXT NOT NULL,
    planned_by INTEGER NOT NULL,
    position INTEGER NOT NULL,
    template TEXT NOT NULL,
    category TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    planned_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    may_be_repeated INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (customer, rule, occurrence, route)
) STRICT, WITHOUT ROWID;

-- What is due.
CREATE INDEX touchpoints_customer_touchpoints_due ON touchpoints_customer_touchpoints (due_at, customer, rule, occurrence, route)
    WHERE status = 'Planned';

-- What has not ended is found without looking at what has.
CREATE INDEX touchpoints_customer_touchpoints_open ON touchpoints_customer_touchpoints (customer, rule, occurrence, route)
    WHERE status IN ('Planned', 'Held', 'Sending', 'Unknown', 'InReview');

-- The store knows how many there are, as of everything that belongs to no journey.
ALTER TABLE touchpoints_store ADD COLUMN customer_touchpoint_count INTEGER NOT NULL DEFAULT 0;
UPDATE touchpoints_store SET checksum = touchpoints_checksum(
    term, high_water, last_journey, last_entry, commits, switch_count, tally_count, definition_count, operation_count,
    customer_touchpoint_count);
