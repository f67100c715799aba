-- That a customer was erased, or turned out to be another: it decides for whom everything else is. A column of its own, as wishes are.
ALTER TABLE touchpoints_customers ADD COLUMN identity TEXT NOT NULL DEFAULT '{}';

UPDATE touchpoints_customers SET checksum = touchpoints_checksum(customer, traits, memory, sequence, wishes, identity);
