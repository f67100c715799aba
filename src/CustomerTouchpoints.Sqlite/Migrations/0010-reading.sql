-- What has not ended is found without looking at what has. What is being sent is found by its journey, which journeys_hot holds anyway: most
-- messages are written when their sending begins and again when it has ended, and cost this index nothing.
CREATE INDEX touchpoints_touchpoints_open ON touchpoints_touchpoints (journey, rule, occurrence, role, route)
    WHERE status IN ('Planned', 'Held', 'Unknown', 'InReview');
