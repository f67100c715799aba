-- Touchpoints that wait for nobody but a person. Each lies here, and not in its journey's row, which every commit writes anew. What lies
-- there still comes here with the next commit of its journey.
CREATE TABLE touchpoints_shelved (
    journey INTEGER NOT NULL,
    position INTEGER NOT NULL,
    memory TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (journey, position)
) STRICT, WITHOUT ROWID;
