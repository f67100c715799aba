-- oldest: 1
-- That a customer was erased, or turned out to be another. A host of an earlier version does not know this column, leaves it as it is, and
-- does not honour what lies there: bring all hosts forward before the first customer is erased or merged.
ALTER TABLE customers ADD COLUMN identity text NOT NULL DEFAULT '{}';
