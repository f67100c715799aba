-- What customers agreed to and what they want, apart from what is remembered of them: it changes for reasons of its own.
ALTER TABLE touchpoints_customers ADD COLUMN wishes TEXT NOT NULL DEFAULT '{}';

UPDATE touchpoints_customers SET checksum = touchpoints_checksum(customer, traits, memory, sequence, wishes);
