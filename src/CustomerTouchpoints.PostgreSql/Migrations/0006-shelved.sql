-- oldest: 1
-- Touchpoints that wait for nobody but a person. Each lies here, and not in its journey's row, which every commit writes anew. What lies
-- there still comes here with the next commit of its journey. A host of an earlier version does not see what lies here, and leaves it alone.
CREATE TABLE shelved (
    journey bigint NOT NULL,
    position bigint NOT NULL,
    memory text NOT NULL,
    PRIMARY KEY (journey, position)
);
