-- oldest: 1
-- Touchpoints that belong to a customer and to no journey. The key is the touchpoint's id: customer, rule, occurrence, and the first channel
-- of its route. A table of its own: what journeys write stays as it is, and hosts of older versions leave these alone.
CREATE TABLE customer_touchpoints (
    customer text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    occurrence text COLLATE "C" NOT NULL,
    route text COLLATE "C" NOT NULL,
    planned_by bigint NOT NULL,
    position bigint NOT NULL,
    template text NOT NULL,
    category text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    planned_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    may_be_repeated boolean NOT NULL,
    PRIMARY KEY (customer, rule, occurrence, route)
) WITH (fillfactor = 85);

-- What is due.
CREATE INDEX customer_touchpoints_due ON customer_touchpoints (due_at, customer, rule, occurrence, route) WHERE status = 'Planned';

-- What has not ended is found without looking at what has.
CREATE INDEX customer_touchpoints_open ON customer_touchpoints (customer, rule, occurrence, route)
    WHERE status IN ('Planned', 'Held', 'Sending', 'Unknown', 'InReview');
