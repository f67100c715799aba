-- The same indexes, by comparisons one by one: for a set of more than two values SQLite makes a table of its own, with each row that is
-- written, and for an update twice.
DROP INDEX touchpoints_touchpoints_open;
CREATE INDEX touchpoints_touchpoints_open ON touchpoints_touchpoints (journey, rule, occurrence, role, route)
    WHERE status = 'Planned' OR status = 'Held' OR status = 'Unknown' OR status = 'InReview';

DROP INDEX touchpoints_customer_touchpoints_open;
CREATE INDEX touchpoints_customer_touchpoints_open ON touchpoints_customer_touchpoints (customer, rule, occurrence, route)
    WHERE status = 'Planned' OR status = 'Held' OR status = 'Sending' OR status = 'Unknown' OR status = 'InReview';
