-- What has not ended is found without looking at what has.
CREATE INDEX touchpoints_touchpoints_open ON touchpoints_touchpoints (journey, rule, occurrence, role, route)
    WHERE status IN ('Planned', 'Held', 'Sending', 'Unknown', 'InReview');
