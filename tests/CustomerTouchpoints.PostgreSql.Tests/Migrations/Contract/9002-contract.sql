-- oldest: 9001
-- Contract: what hosts before 9001 are said to need goes away.
DROP INDEX journeys_next_note;
