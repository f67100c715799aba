-- oldest: 1
-- What customers agreed to and what they want. A host of an earlier version does not know this column, and leaves it as it is; nor does it
-- honour what lies there: bring all hosts forward before the first consent is recorded.
ALTER TABLE customers ADD COLUMN wishes text NOT NULL DEFAULT '{}';
