SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA written_by_501396e;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE written_by_501396e.clocks (
    journey bigint NOT NULL,
    clock text NOT NULL COLLATE pg_catalog."C",
    cycle integer NOT NULL,
    metric text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    policy integer NOT NULL,
    place integer NOT NULL,
    calendar text NOT NULL,
    target bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    since timestamp with time zone NOT NULL,
    used bigint NOT NULL,
    due_at timestamp with time zone,
    breached_at timestamp with time zone,
    ended_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    channel text,
    priority text,
    topic text,
    representative text
);
CREATE TABLE written_by_501396e.customers (
    customer text NOT NULL COLLATE pg_catalog."C",
    partition smallint NOT NULL,
    traits text NOT NULL
);
CREATE TABLE written_by_501396e.definitions (
    lifecycle text NOT NULL COLLATE pg_catalog."C",
    version integer NOT NULL,
    fingerprint text NOT NULL,
    outline text NOT NULL,
    is_retired boolean NOT NULL
);
CREATE TABLE written_by_501396e.event_data (
    journey bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    data text NOT NULL
)
PARTITION BY RANGE (recorded_at);
CREATE TABLE written_by_501396e.event_data_default (
    journey bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    data text NOT NULL
);
CREATE TABLE written_by_501396e.event_keys (
    journey bigint NOT NULL,
    event_id text NOT NULL COLLATE pg_catalog."C",
    fingerprint bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);
CREATE TABLE written_by_501396e.hosts (
    term bigint NOT NULL,
    name text NOT NULL,
    schema_version integer NOT NULL,
    since timestamp with time zone NOT NULL,
    lease_until timestamp with time zone NOT NULL
);
CREATE TABLE written_by_501396e.intake (
    id bigint NOT NULL,
    lifecycle text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    event_id text NOT NULL COLLATE pg_catalog."C",
    occurred_at timestamp with time zone NOT NULL,
    enlisted_at timestamp with time zone NOT NULL,
    parties text NOT NULL,
    data text NOT NULL,
    set_aside text
);
ALTER TABLE written_by_501396e.intake ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME written_by_501396e.intake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE written_by_501396e.journal (
    journey bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    event_id text,
    outcome text NOT NULL,
    reason text NOT NULL,
    changes text NOT NULL
)
PARTITION BY RANGE (recorded_at);
CREATE TABLE written_by_501396e.journal_default (
    journey bigint NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    event_id text,
    outcome text NOT NULL,
    reason text NOT NULL,
    changes text NOT NULL
);
CREATE SEQUENCE written_by_501396e.journey_blocks
    START WITH 1
    INCREMENT BY 1000
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE written_by_501396e.journeys (
    id bigint NOT NULL,
    lifecycle text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    partition smallint NOT NULL,
    version integer NOT NULL,
    state text COLLATE pg_catalog."C",
    standing text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    sending_term bigint,
    held_at_revision bigint,
    finished_at timestamp with time zone,
    memory text NOT NULL,
    data text NOT NULL
)
WITH (fillfactor='80');
CREATE TABLE written_by_501396e.operations (
    id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    subject text NOT NULL,
    outcome text NOT NULL,
    by text NOT NULL,
    reason text NOT NULL
);
ALTER TABLE written_by_501396e.operations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME written_by_501396e.operations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE written_by_501396e.parties (
    journey bigint NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    customer text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE written_by_501396e.promises (
    journey bigint NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    status integer NOT NULL,
    by timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    told_by text,
    channel text,
    representative text
);
CREATE TABLE written_by_501396e.schema_version (
    version integer NOT NULL,
    script text NOT NULL,
    oldest integer NOT NULL,
    applied_at timestamp with time zone NOT NULL
);
CREATE TABLE written_by_501396e.switches (
    scope text NOT NULL COLLATE pg_catalog."C",
    is_paused boolean NOT NULL,
    reason text NOT NULL,
    by text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    revision bigint NOT NULL,
    discarded_until timestamp with time zone
);
CREATE TABLE written_by_501396e.tallies (
    key text NOT NULL COLLATE pg_catalog."C",
    start timestamp with time zone NOT NULL,
    count bigint NOT NULL
);
CREATE SEQUENCE written_by_501396e.terms
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE written_by_501396e.touchpoints (
    journey bigint NOT NULL,
    rule text NOT NULL COLLATE pg_catalog."C",
    occurrence text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    route text NOT NULL COLLATE pg_catalog."C",
    planned_by bigint NOT NULL,
    "position" bigint NOT NULL,
    customer text COLLATE pg_catalog."C",
    template text NOT NULL,
    category text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    may_be_repeated boolean NOT NULL
)
WITH (fillfactor='85');
ALTER TABLE ONLY written_by_501396e.event_data ATTACH PARTITION written_by_501396e.event_data_default DEFAULT;
ALTER TABLE ONLY written_by_501396e.journal ATTACH PARTITION written_by_501396e.journal_default DEFAULT;
INSERT INTO written_by_501396e.clocks VALUES (1, 'first-answer', 1, 'FirstAnswer', 'Running', 'asked', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 3600000000, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 0, '2026-01-05 10:00:00+00', NULL, NULL, '2026-01-05 09:00:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (1, 'resolution', 1, 'Resolution', 'Running', 'asked', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 14400000000, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 0, '2026-01-05 13:00:00+00', NULL, NULL, '2026-01-05 09:00:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (2, 'first-answer', 1, 'FirstAnswer', 'Met', 'answered', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 3600000000, '2026-01-05 09:00:00+00', '2026-01-05 09:05:00+00', 300000000, NULL, NULL, '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (3, 'first-answer', 1, 'FirstAnswer', 'Running', 'asked', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 3600000000, '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 0, '2026-01-05 10:05:00+00', NULL, NULL, '2026-01-05 09:05:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (3, 'resolution', 1, 'Resolution', 'Running', 'asked', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 14400000000, '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 0, '2026-01-05 13:05:00+00', NULL, NULL, '2026-01-05 09:05:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (4, 'resolution', 1, 'Resolution', 'Running', 'asked', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 14400000000, '2026-01-05 09:10:00+00', '2026-01-05 09:10:00+00', 0, '2026-01-05 13:10:00+00', NULL, NULL, '2026-01-05 09:10:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (4, 'first-answer', 1, 'FirstAnswer', 'Met', 'answered', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 3600000000, '2026-01-05 09:10:00+00', '2026-01-05 09:12:00+00', 120000000, NULL, NULL, '2026-01-05 09:12:00+00', '2026-01-05 09:12:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (5, 'resolution', 1, 'Resolution', 'Running', 'asked', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 14400000000, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 0, '2026-01-05 13:16:00+00', NULL, NULL, '2026-01-05 09:16:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (5, 'first-answer', 1, 'FirstAnswer', 'Met', 'answered', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 3600000000, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 0, NULL, NULL, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (2, 'resolution', 1, 'Resolution', 'Paused', 'we wait for the customer in with-customer', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 14400000000, '2026-01-05 09:00:00+00', '2026-01-05 09:20:00+00', 1200000000, NULL, NULL, NULL, '2026-01-05 09:20:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (6, 'resolution', 1, 'Resolution', 'Running', 'asked', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 14400000000, '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 0, '2026-01-05 13:21:00+00', NULL, NULL, '2026-01-05 09:21:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.clocks VALUES (6, 'first-answer', 1, 'FirstAnswer', 'Met', 'answered', 1, 1, '9cdc6c47aa193ae7fdab6c57a88f118e', 3600000000, '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 0, NULL, NULL, '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', NULL, NULL, NULL, NULL);
INSERT INTO written_by_501396e.customers VALUES ('ana', 796, '{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
INSERT INTO written_by_501396e.customers VALUES ('lee', 228, '{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
INSERT INTO written_by_501396e.customers VALUES ('ben', 307, '{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
INSERT INTO written_by_501396e.customers VALUES ('cleo', 55, '{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
INSERT INTO written_by_501396e.customers VALUES ('dora', 334, '{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
INSERT INTO written_by_501396e.customers VALUES ('emil', 258, '{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
INSERT INTO written_by_501396e.customers VALUES ('fay', 571, '{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
INSERT INTO written_by_501396e.definitions VALUES ('question', 1, '81734fecbd4ae6cd9dabde8d62cc1169', '{"line":[],"words":["role asker","role lead","state in-work, open","state on-hold, open","state received, open","state solved, solved","state with-customer, open","asked opens in received","while open on taken: goto to in-work","while open on held: goto to on-hold","while open on asked-back: goto to with-customer","in with-customer on wrote: goto to received","while open on solved: goto to solved","in on-hold after 02:00:00: to received","rule received: entering in received when it is new, sends received to asker, by email, transactional, stale after 7.00:00:00, if unknown resend","rule sorry: broken first-answer, sends sorry to asker, by email, transactional, stale after 7.00:00:00, if unknown resend","rule in-work: entering in in-work, sends in-work to asker, by sms, transactional, stale after 7.00:00:00, if unknown resend","rule in-work-tips: entering in in-work, after 01:00:00, sends in-work-tips to asker, by email, transactional, stale after 7.00:00:00, if unknown resend","rule on-hold: entering in on-hold, sends on-hold to asker, by email, transactional, stale after 7.00:00:00, if unknown ask","said is a message","wrote is a message","in in-work: worked on","in with-customer: waits for the customer","target 1 of first-answer: first-answer within 01:00:00 by calendar 9cdc6c47aa193ae7fdab6c57a88f118e, warns at 0.75, escalates to lead","target 1 of resolution: resolution within 04:00:00 by calendar 9cdc6c47aa193ae7fdab6c57a88f118e, escalates to lead, pauses while waiting","calendar always"]}', false);
INSERT INTO written_by_501396e.event_data_default VALUES (1, 1, '2026-01-05 09:00:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (2, 1, '2026-01-05 09:00:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (2, 4, '2026-01-05 09:05:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (3, 1, '2026-01-05 09:05:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (4, 1, '2026-01-05 09:10:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (4, 4, '2026-01-05 09:12:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (4, 5, '2026-01-05 09:15:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (5, 1, '2026-01-05 09:16:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (5, 4, '2026-01-05 09:16:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (5, 5, '2026-01-05 09:16:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (2, 5, '2026-01-05 09:20:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (6, 1, '2026-01-05 09:21:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (6, 4, '2026-01-05 09:21:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (6, 5, '2026-01-05 09:25:00+00', '{}');
INSERT INTO written_by_501396e.event_data_default VALUES (7, 1, '2026-01-05 09:26:00+00', '{}');
INSERT INTO written_by_501396e.event_keys VALUES (1, 'asked', 5045754731081123121, 1, '2026-01-05 09:00:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (2, 'asked', 5045754731081123121, 1, '2026-01-05 09:00:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (2, 'said', 7540318745035461471, 4, '2026-01-05 09:05:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (3, 'asked', 5045754731081123121, 1, '2026-01-05 09:05:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (4, 'asked', 5045754731081123121, 1, '2026-01-05 09:10:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (4, 'said', 7540318745035461471, 4, '2026-01-05 09:12:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (4, 'held', 53272197072808131, 5, '2026-01-05 09:15:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (5, 'asked', 5045754731081123121, 1, '2026-01-05 09:16:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (5, 'said', 7540318745035461471, 4, '2026-01-05 09:16:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (5, 'held', 53272197072808131, 5, '2026-01-05 09:16:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (2, 'asked-back', 5368775876580268174, 5, '2026-01-05 09:20:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (6, 'asked', 5045754731081123121, 1, '2026-01-05 09:21:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (6, 'said', 7540318745035461471, 4, '2026-01-05 09:21:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (6, 'taken', 5826084633879402939, 5, '2026-01-05 09:25:00+00');
INSERT INTO written_by_501396e.event_keys VALUES (7, 'taken', 5826084633879402939, 1, '2026-01-05 09:26:00+00');
INSERT INTO written_by_501396e.intake OVERRIDING SYSTEM VALUE VALUES (1, 'question', 'enlisted', 'asked', 'asked', '2026-01-05 09:30:00+00', '2026-01-05 09:30:00+00', '{"asker":"hal","lead":"lee"}', '{}', NULL);
INSERT INTO written_by_501396e.journal_default VALUES (1, 1, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 'event', 'asked', 'asked', 'Moved', 'opened in received', '{"to":"received","changes":[{"is":"party","role":"asker","customer":"ana"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767603600000000},{"is":"entered","scope":"received","visit":1,"since":1767603600000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"ana","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767603600000000,"due":1767603600000000,"nextAt":1767603600000000}},{"is":"conversation","conversation":{"askedAt":1767603600000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767607200000000,"nextAt":1767606300000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767618000000000,"nextAt":1767618000000000}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (1, 2, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 'gate', 'question/open~received~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767603720000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607200000000}]}]}');
INSERT INTO written_by_501396e.journal_default VALUES (1, 3, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 'outcome', 'question/open~received~1~asker~email', NULL, 'Sent', 'accepted by email', '{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767603600000000},{"is":"conversation","conversation":{"askedAt":1767603600000000,"toldAt":1767603600000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/open~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}');
INSERT INTO written_by_501396e.journal_default VALUES (2, 1, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 'event', 'asked', 'asked', 'Moved', 'opened in received', '{"to":"received","changes":[{"is":"party","role":"asker","customer":"ben"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767603600000000},{"is":"entered","scope":"received","visit":1,"since":1767603600000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"ben","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767603600000000,"due":1767603600000000,"nextAt":1767603600000000}},{"is":"conversation","conversation":{"askedAt":1767603600000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767607200000000,"nextAt":1767606300000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767618000000000,"nextAt":1767618000000000}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (2, 2, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 'gate', 'question/paused~received~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767603720000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607200000000}]}]}');
INSERT INTO written_by_501396e.journal_default VALUES (2, 3, '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 'outcome', 'question/paused~received~1~asker~email', NULL, 'Sent', 'accepted by email', '{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767603600000000},{"is":"conversation","conversation":{"askedAt":1767603600000000,"toldAt":1767603600000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/paused~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}');
INSERT INTO written_by_501396e.journal_default VALUES (2, 4, '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 'event', 'said', 'said', 'Handled', 'noted in received', '{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767603600000000,"answeredAt":1767603900000000,"answeredByAnyoneAt":1767603900000000,"toldAt":1767603900000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603900000000,"used":"00:05:00","endedAt":1767603900000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/paused~received~1~asker~email","endedAt":1767603900000000,"channel":"email"}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (3, 1, '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 'event', 'asked', 'asked', 'Moved', 'opened in received', '{"to":"received","changes":[{"is":"party","role":"asker","customer":"cleo"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767603900000000},{"is":"entered","scope":"received","visit":1,"since":1767603900000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"cleo","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767603900000000,"due":1767603900000000,"nextAt":1767603900000000}},{"is":"conversation","conversation":{"askedAt":1767603900000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767607500000000,"nextAt":1767606600000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767618300000000,"nextAt":1767618300000000}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (3, 2, '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 'gate', 'question/kept~received~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604020000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607500000000}]}]}');
INSERT INTO written_by_501396e.journal_default VALUES (3, 3, '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 'outcome', 'question/kept~received~1~asker~email', NULL, 'Sent', 'accepted by email', '{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767603900000000},{"is":"conversation","conversation":{"askedAt":1767603900000000,"toldAt":1767603900000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607500000000,"madeAt":1767603900000000,"toldBy":"question/kept~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 1, '2026-01-05 09:10:00+00', '2026-01-05 09:10:00+00', 'event', 'asked', 'asked', 'Moved', 'opened in received', '{"to":"received","changes":[{"is":"party","role":"asker","customer":"dora"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767604200000000},{"is":"entered","scope":"received","visit":1,"since":1767604200000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"dora","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767604200000000,"due":1767604200000000,"nextAt":1767604200000000}},{"is":"conversation","conversation":{"askedAt":1767604200000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604200000000,"since":1767604200000000,"dueAt":1767607800000000,"nextAt":1767606900000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604200000000,"since":1767604200000000,"dueAt":1767618600000000,"nextAt":1767618600000000}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 2, '2026-01-05 09:10:00+00', '2026-01-05 09:10:00+00', 'gate', 'question/hold~received~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604320000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607800000000}]}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 3, '2026-01-05 09:10:00+00', '2026-01-05 09:10:00+00', 'outcome', 'question/hold~received~1~asker~email', NULL, 'Sent', 'accepted by email', '{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767604200000000},{"is":"conversation","conversation":{"askedAt":1767604200000000,"toldAt":1767604200000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607800000000,"madeAt":1767604200000000,"toldBy":"question/hold~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 4, '2026-01-05 09:12:00+00', '2026-01-05 09:12:00+00', 'event', 'said', 'said', 'Handled', 'noted in received', '{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767604200000000,"answeredAt":1767604320000000,"answeredByAnyoneAt":1767604320000000,"toldAt":1767604320000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604200000000,"since":1767604320000000,"used":"00:02:00","endedAt":1767604320000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767607800000000,"madeAt":1767604200000000,"toldBy":"question/hold~received~1~asker~email","endedAt":1767604320000000,"channel":"email"}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 5, '2026-01-05 09:15:00+00', '2026-01-05 09:15:00+00', 'event', 'held', 'held', 'Moved', 'received → on-hold', '{"from":"received","to":"on-hold","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"on-hold","visit":1,"since":1767604500000000},{"is":"arrived","state":"on-hold","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":2,"rule":"on-hold","template":"on-hold","category":"Transactional","occurrence":"1","role":"asker","customer":"dora","route":"email","channel":"email","status":"Planned","reason":"planned on held","plannedBy":5,"plannedAt":1767604500000000,"due":1767604500000000,"nextAt":1767604500000000}},{"is":"timer","timer":{"key":"after:on-hold:02:00:00:received","due":1767611700000000,"scope":"on-hold","count":0}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 6, '2026-01-05 09:15:00+00', '2026-01-05 09:15:00+00', 'gate', 'question/hold~on-hold~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"on-hold","to":"on-hold","changes":[{"is":"attempt","order":2,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604620000000}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 7, '2026-01-05 09:15:00+00', '2026-01-05 09:15:00+00', 'outcome', 'question/hold~on-hold~1~asker~email', NULL, 'Unknown', 'cut; email is asked what became of it', '{"from":"on-hold","to":"on-hold","changes":[{"is":"told","role":"asker","at":1767604500000000},{"is":"conversation","conversation":{"askedAt":1767604200000000,"answeredAt":1767604320000000,"answeredByAnyoneAt":1767604320000000,"toldAt":1767604500000000}},{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604569947502,"asked":0}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 1, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'event', 'asked', 'asked', 'Moved', 'opened in received', '{"to":"received","changes":[{"is":"party","role":"asker","customer":"emil"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767604560000000},{"is":"entered","scope":"received","visit":1,"since":1767604560000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"emil","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767604560000000,"due":1767604560000000,"nextAt":1767604560000000}},{"is":"conversation","conversation":{"askedAt":1767604560000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604560000000,"since":1767604560000000,"dueAt":1767608160000000,"nextAt":1767607260000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604560000000,"since":1767604560000000,"dueAt":1767618960000000,"nextAt":1767618960000000}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 2, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'gate', 'question/review~received~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604680000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767608160000000}]}]}');
INSERT INTO written_by_501396e.journal_default VALUES (6, 2, '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 'gate', 'question/work~received~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604980000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767608460000000}]}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 3, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'outcome', 'question/review~received~1~asker~email', NULL, 'Sent', 'accepted by email', '{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767604560000000},{"is":"conversation","conversation":{"askedAt":1767604560000000,"toldAt":1767604560000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767608160000000,"madeAt":1767604560000000,"toldBy":"question/review~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 4, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'event', 'said', 'said', 'Handled', 'noted in received', '{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767604560000000,"answeredAt":1767604560000000,"answeredByAnyoneAt":1767604560000000,"toldAt":1767604560000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604560000000,"since":1767604560000000,"endedAt":1767604560000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767608160000000,"madeAt":1767604560000000,"toldBy":"question/review~received~1~asker~email","endedAt":1767604560000000,"channel":"email"}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 5, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'event', 'held', 'held', 'Moved', 'received → on-hold', '{"from":"received","to":"on-hold","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"on-hold","visit":1,"since":1767604560000000},{"is":"arrived","state":"on-hold","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":2,"rule":"on-hold","template":"on-hold","category":"Transactional","occurrence":"1","role":"asker","customer":"emil","route":"email","channel":"email","status":"Planned","reason":"planned on held","plannedBy":5,"plannedAt":1767604560000000,"due":1767604560000000,"nextAt":1767604560000000}},{"is":"timer","timer":{"key":"after:on-hold:02:00:00:received","due":1767611760000000,"scope":"on-hold","count":0}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 6, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'gate', 'question/review~on-hold~1~asker~email', NULL, 'Sending', 'attempt 1 by email', '{"from":"on-hold","to":"on-hold","changes":[{"is":"attempt","order":2,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604680000000}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 7, '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'outcome', 'question/review~on-hold~1~asker~email', NULL, 'Unknown', 'cut; email is asked what became of it', '{"from":"on-hold","to":"on-hold","changes":[{"is":"told","role":"asker","at":1767604560000000},{"is":"conversation","conversation":{"askedAt":1767604560000000,"answeredAt":1767604560000000,"answeredByAnyoneAt":1767604560000000,"toldAt":1767604560000000}},{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604611732676,"asked":0}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 8, '2026-01-05 09:16:09.947502+00', '2026-01-05 09:16:09.947502+00', 'question', 'question/hold~on-hold~1~asker~email', NULL, 'Unknown', 'question 1 of 8 to email', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604709840529,"asked":1}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 9, '2026-01-05 09:16:09.947502+00', '2026-01-05 09:16:09.947502+00', 'question', 'question/hold~on-hold~1~asker~email', NULL, 'Unknown', 'email can''t say yet: the log is late', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604709840529,"asked":1}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 8, '2026-01-05 09:16:51.732676+00', '2026-01-05 09:16:51.732676+00', 'question', 'question/review~on-hold~1~asker~email', NULL, 'Unknown', 'question 1 of 8 to email', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604715199473,"asked":1}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 9, '2026-01-05 09:16:51.732676+00', '2026-01-05 09:16:51.732676+00', 'question', 'question/review~on-hold~1~asker~email', NULL, 'Unknown', 'email can''t say yet: the log is late', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604715199473,"asked":1}]}');
INSERT INTO written_by_501396e.journal_default VALUES (5, 10, '2026-01-05 09:18:00+00', '2026-01-05 09:18:00+00', 'resolution', 'question/review~on-hold~1~asker~email', NULL, 'Sent', 'known to have arrived by bob: they called and have it', '{"from":"on-hold","to":"on-hold","changes":[{"is":"ended","order":2,"status":"Sent","reason":"known to have arrived by bob: they called and have it"}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 10, '2026-01-05 09:18:29.840529+00', '2026-01-05 09:18:29.840529+00', 'question', 'question/hold~on-hold~1~asker~email', NULL, 'Unknown', 'question 2 of 8 to email', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604989628328,"asked":2}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 11, '2026-01-05 09:18:29.840529+00', '2026-01-05 09:18:29.840529+00', 'question', 'question/hold~on-hold~1~asker~email', NULL, 'Unknown', 'email can''t say yet: the log is late', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604989628328,"asked":2}]}');
INSERT INTO written_by_501396e.journal_default VALUES (2, 5, '2026-01-05 09:20:00+00', '2026-01-05 09:20:00+00', 'event', 'asked-back', 'asked-back', 'Moved', 'received → with-customer', '{"from":"received","to":"with-customer","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"with-customer","visit":1,"since":1767604800000000},{"is":"arrived","state":"with-customer","standing":"Open","mark":-1},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Paused","reason":"we wait for the customer in with-customer","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767604800000000,"used":"00:20:00"}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (6, 1, '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 'event', 'asked', 'asked', 'Moved', 'opened in received', '{"to":"received","changes":[{"is":"party","role":"asker","customer":"fay"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767604860000000},{"is":"entered","scope":"received","visit":1,"since":1767604860000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767604860000000,"due":1767604860000000,"nextAt":1767604860000000}},{"is":"conversation","conversation":{"askedAt":1767604860000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604860000000,"since":1767604860000000,"dueAt":1767608460000000,"nextAt":1767607560000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604860000000,"since":1767604860000000,"dueAt":1767619260000000,"nextAt":1767619260000000}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (6, 3, '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 'outcome', 'question/work~received~1~asker~email', NULL, 'Sent', 'accepted by email', '{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767604860000000},{"is":"conversation","conversation":{"askedAt":1767604860000000,"toldAt":1767604860000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767608460000000,"madeAt":1767604860000000,"toldBy":"question/work~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}');
INSERT INTO written_by_501396e.journal_default VALUES (6, 4, '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 'event', 'said', 'said', 'Handled', 'noted in received', '{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767604860000000,"answeredAt":1767604860000000,"answeredByAnyoneAt":1767604860000000,"toldAt":1767604860000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604860000000,"since":1767604860000000,"endedAt":1767604860000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767608460000000,"madeAt":1767604860000000,"toldBy":"question/work~received~1~asker~email","endedAt":1767604860000000,"channel":"email"}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 12, '2026-01-05 09:23:09.628328+00', '2026-01-05 09:23:09.628328+00', 'question', 'question/hold~on-hold~1~asker~email', NULL, 'Unknown', 'question 3 of 8 to email', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767605549208104,"asked":3}]}');
INSERT INTO written_by_501396e.journal_default VALUES (4, 13, '2026-01-05 09:23:09.628328+00', '2026-01-05 09:23:09.628328+00', 'question', 'question/hold~on-hold~1~asker~email', NULL, 'Unknown', 'email can''t say yet: the log is late', '{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767605549208104,"asked":3}]}');
INSERT INTO written_by_501396e.journal_default VALUES (6, 5, '2026-01-05 09:25:00+00', '2026-01-05 09:25:00+00', 'event', 'taken', 'taken', 'Moved', 'received → in-work', '{"from":"received","to":"in-work","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"in-work","visit":1,"since":1767605100000000},{"is":"arrived","state":"in-work","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":2,"rule":"in-work","template":"in-work","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"sms","channel":"sms","status":"Planned","reason":"planned on taken","plannedBy":5,"plannedAt":1767605100000000,"due":1767605100000000,"nextAt":1767605100000000}},{"is":"planned","touchpoint":{"order":3,"rule":"in-work-tips","template":"in-work-tips","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"email","channel":"email","status":"Planned","reason":"planned on taken","plannedBy":5,"plannedAt":1767605100000000,"due":1767608700000000,"nextAt":1767608700000000,"scope":"in-work","visit":1}}]}');
INSERT INTO written_by_501396e.journal_default VALUES (6, 6, '2026-01-05 09:25:00+00', '2026-01-05 09:25:00+00', 'gate', 'question/work~in-work~1~asker~sms', NULL, 'Held', 'channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down', '{"from":"in-work","to":"in-work","changes":[{"is":"waits","order":2,"status":"Held","reason":"channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down","waitingSince":1767605100000000,"customer":"fay","failures":0,"doubts":0,"heldAtRevision":1}]}');
INSERT INTO written_by_501396e.journal_default VALUES (7, 1, '2026-01-05 09:26:00+00', '2026-01-05 09:26:00+00', 'event', 'taken', 'taken', 'Parked', 'the journey has not opened, and this event does not open it', '{"changes":[{"is":"parked","eventId":"taken","name":"taken","occurredAt":1767605160000000}]}');
INSERT INTO written_by_501396e.journeys VALUES (1, 'question', 'open', 796, 1, 'received', 'open', 3, '2026-01-05 09:00:00+00', '2026-01-05 09:45:00+00', NULL, NULL, NULL, '{"mark":-1,"planned":1,"parties":[{"role":"asker","customer":"ana","toldAt":1767603600000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767603600000000,"lasts":true},{"scope":"received","number":1,"since":1767603600000000,"lasts":true}],"timers":[],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767603600000000,"toldAt":1767603600000000},"clocks":[{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767607200000000,"nextAt":1767606300000000},{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767618000000000,"nextAt":1767618000000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/open~received~1~asker~email","channel":"email"}],"promised":1}}', '{}');
INSERT INTO written_by_501396e.journeys VALUES (2, 'question', 'paused', 307, 1, 'with-customer', 'open', 5, '2026-01-05 09:00:00+00', NULL, NULL, NULL, NULL, '{"mark":-1,"planned":1,"parties":[{"role":"asker","customer":"ben","toldAt":1767603600000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767603600000000,"lasts":true},{"scope":"received","number":1,"since":1767603600000000,"lasts":false},{"scope":"with-customer","number":1,"since":1767604800000000,"lasts":true}],"timers":[],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767603600000000,"answeredAt":1767603900000000,"answeredByAnyoneAt":1767603900000000,"toldAt":1767603900000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Paused","reason":"we wait for the customer in with-customer","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767604800000000,"used":"00:20:00"}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}', '{}');
INSERT INTO written_by_501396e.journeys VALUES (3, 'question', 'kept', 55, 1, 'received', 'open', 3, '2026-01-05 09:05:00+00', '2026-01-05 09:50:00+00', NULL, NULL, NULL, '{"mark":-1,"planned":1,"parties":[{"role":"asker","customer":"cleo","toldAt":1767603900000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767603900000000,"lasts":true},{"scope":"received","number":1,"since":1767603900000000,"lasts":true}],"timers":[],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767603900000000,"toldAt":1767603900000000},"clocks":[{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767607500000000,"nextAt":1767606600000000},{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767618300000000,"nextAt":1767618300000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607500000000,"madeAt":1767603900000000,"toldBy":"question/kept~received~1~asker~email","channel":"email"}],"promised":1}}', '{}');
INSERT INTO written_by_501396e.journeys VALUES (4, 'question', 'hold', 334, 1, 'on-hold', 'open', 13, '2026-01-05 09:10:00+00', '2026-01-05 09:32:29.208104+00', NULL, NULL, NULL, '{"mark":-1,"planned":2,"parties":[{"role":"asker","customer":"dora","toldAt":1767604500000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767604200000000,"lasts":true},{"scope":"received","number":1,"since":1767604200000000,"lasts":false},{"scope":"on-hold","number":1,"since":1767604500000000,"lasts":true}],"timers":[{"key":"after:on-hold:02:00:00:received","due":1767611700000000,"scope":"on-hold","count":0}],"touchpoints":[],"pending":[{"order":2,"rule":"on-hold","template":"on-hold","category":"Transactional","occurrence":"1","role":"asker","customer":"dora","route":"email","channel":"email","status":"Unknown","reason":"cut; email is asked what became of it","plannedBy":5,"plannedAt":1767604500000000,"due":1767604500000000,"attempts":1,"doubts":1,"askAt":1767605549208104,"asked":3}],"parked":[],"told":[{"rule":"received","occurrence":"1"},{"rule":"on-hold","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767604200000000,"answeredAt":1767604320000000,"answeredByAnyoneAt":1767604320000000,"toldAt":1767604500000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604200000000,"since":1767604200000000,"dueAt":1767618600000000,"nextAt":1767618600000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}', '{}');
INSERT INTO written_by_501396e.journeys VALUES (5, 'question', 'review', 258, 1, 'on-hold', 'open', 10, '2026-01-05 09:16:00+00', '2026-01-05 11:16:00+00', NULL, NULL, NULL, '{"mark":-1,"planned":2,"parties":[{"role":"asker","customer":"emil","toldAt":1767604560000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767604560000000,"lasts":true},{"scope":"received","number":1,"since":1767604560000000,"lasts":false},{"scope":"on-hold","number":1,"since":1767604560000000,"lasts":true}],"timers":[{"key":"after:on-hold:02:00:00:received","due":1767611760000000,"scope":"on-hold","count":0}],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"},{"rule":"on-hold","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767604560000000,"answeredAt":1767604560000000,"answeredByAnyoneAt":1767604560000000,"toldAt":1767604560000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604560000000,"since":1767604560000000,"dueAt":1767618960000000,"nextAt":1767618960000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}', '{}');
INSERT INTO written_by_501396e.journeys VALUES (6, 'question', 'work', 571, 1, 'in-work', 'open', 6, '2026-01-05 09:21:00+00', '2026-01-05 10:25:00+00', NULL, 1, NULL, '{"mark":-1,"planned":3,"parties":[{"role":"asker","customer":"fay","toldAt":1767604860000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767604860000000,"lasts":true},{"scope":"received","number":1,"since":1767604860000000,"lasts":false},{"scope":"in-work","number":1,"since":1767605100000000,"lasts":true}],"timers":[],"touchpoints":[{"order":2,"rule":"in-work","template":"in-work","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"sms","channel":"sms","status":"Held","reason":"channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down","plannedBy":5,"plannedAt":1767605100000000,"due":1767605100000000,"waitingSince":1767605100000000,"heldAtRevision":1},{"order":3,"rule":"in-work-tips","template":"in-work-tips","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"email","channel":"email","status":"Planned","reason":"planned on taken","plannedBy":5,"plannedAt":1767605100000000,"due":1767608700000000,"nextAt":1767608700000000,"scope":"in-work","visit":1}],"parked":[],"told":[{"rule":"received","occurrence":"1"},{"rule":"in-work","occurrence":"1"},{"rule":"in-work-tips","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767604860000000,"answeredAt":1767604860000000,"answeredByAnyoneAt":1767604860000000,"toldAt":1767604860000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604860000000,"since":1767604860000000,"dueAt":1767619260000000,"nextAt":1767619260000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}', '{}');
INSERT INTO written_by_501396e.journeys VALUES (7, 'question', 'early', 402, 1, NULL, 'awaiting', 1, '2026-01-05 09:26:00+00', NULL, NULL, NULL, NULL, '{"mark":-1,"planned":0,"parties":[],"visits":[],"timers":[],"touchpoints":[],"parked":[{"id":"taken","name":"taken","occurredAt":1767605160000000,"data":{}}],"told":[]}', '{}');
INSERT INTO written_by_501396e.operations OVERRIDING SYSTEM VALUE VALUES (1, '2026-01-05 09:00:00+00', 'question version 1', 'Adopted', 'deployment', 'fingerprint 81734fecbd4ae6cd9dabde8d62cc1169');
INSERT INTO written_by_501396e.operations OVERRIDING SYSTEM VALUE VALUES (2, '2026-01-05 09:20:00+00', 'channel:sms', 'Paused', 'bob', 'the gateway is down');
INSERT INTO written_by_501396e.parties VALUES (1, 'asker', 'ana');
INSERT INTO written_by_501396e.parties VALUES (1, 'lead', 'lee');
INSERT INTO written_by_501396e.parties VALUES (2, 'asker', 'ben');
INSERT INTO written_by_501396e.parties VALUES (2, 'lead', 'lee');
INSERT INTO written_by_501396e.parties VALUES (3, 'asker', 'cleo');
INSERT INTO written_by_501396e.parties VALUES (3, 'lead', 'lee');
INSERT INTO written_by_501396e.parties VALUES (4, 'asker', 'dora');
INSERT INTO written_by_501396e.parties VALUES (4, 'lead', 'lee');
INSERT INTO written_by_501396e.parties VALUES (5, 'asker', 'emil');
INSERT INTO written_by_501396e.parties VALUES (5, 'lead', 'lee');
INSERT INTO written_by_501396e.parties VALUES (6, 'asker', 'fay');
INSERT INTO written_by_501396e.parties VALUES (6, 'lead', 'lee');
INSERT INTO written_by_501396e.promises VALUES (1, 1, 'first-answer', 0, '2026-01-05 10:00:00+00', '2026-01-05 09:00:00+00', NULL, '2026-01-05 09:00:00+00', 'question/open~received~1~asker~email', 'email', NULL);
INSERT INTO written_by_501396e.promises VALUES (2, 1, 'first-answer', 1, '2026-01-05 10:00:00+00', '2026-01-05 09:00:00+00', '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 'question/paused~received~1~asker~email', 'email', NULL);
INSERT INTO written_by_501396e.promises VALUES (3, 1, 'first-answer', 0, '2026-01-05 10:05:00+00', '2026-01-05 09:05:00+00', NULL, '2026-01-05 09:05:00+00', 'question/kept~received~1~asker~email', 'email', NULL);
INSERT INTO written_by_501396e.promises VALUES (4, 1, 'first-answer', 1, '2026-01-05 10:10:00+00', '2026-01-05 09:10:00+00', '2026-01-05 09:12:00+00', '2026-01-05 09:12:00+00', 'question/hold~received~1~asker~email', 'email', NULL);
INSERT INTO written_by_501396e.promises VALUES (5, 1, 'first-answer', 1, '2026-01-05 10:16:00+00', '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 'question/review~received~1~asker~email', 'email', NULL);
INSERT INTO written_by_501396e.promises VALUES (6, 1, 'first-answer', 1, '2026-01-05 10:21:00+00', '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 'question/work~received~1~asker~email', 'email', NULL);
INSERT INTO written_by_501396e.schema_version VALUES (1, '0001-layout.sql', 1, '2026-11-29 22:42:49.047148+00');
INSERT INTO written_by_501396e.switches VALUES ('channel:sms', true, 'the gateway is down', 'bob', '2026-01-05 09:20:00+00', 1, NULL);
INSERT INTO written_by_501396e.touchpoints VALUES (1, 'received', '1', 'asker', 'email', 1, 1, 'ana', 'received', 'Transactional', 'email', 'Sent', 'accepted by email', '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (2, 'received', '1', 'asker', 'email', 1, 1, 'ben', 'received', 'Transactional', 'email', 'Sent', 'accepted by email', '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (3, 'received', '1', 'asker', 'email', 1, 1, 'cleo', 'received', 'Transactional', 'email', 'Sent', 'accepted by email', '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', '2026-01-05 09:05:00+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (4, 'received', '1', 'asker', 'email', 1, 1, 'dora', 'received', 'Transactional', 'email', 'Sent', 'accepted by email', '2026-01-05 09:10:00+00', '2026-01-05 09:10:00+00', '2026-01-05 09:10:00+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (5, 'received', '1', 'asker', 'email', 1, 1, 'emil', 'received', 'Transactional', 'email', 'Sent', 'accepted by email', '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (5, 'on-hold', '1', 'asker', 'email', 5, 2, 'emil', 'on-hold', 'Transactional', 'email', 'Sent', 'known to have arrived by bob: they called and have it', '2026-01-05 09:16:00+00', '2026-01-05 09:16:00+00', '2026-01-05 09:18:00+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (6, 'received', '1', 'asker', 'email', 1, 1, 'fay', 'received', 'Transactional', 'email', 'Sent', 'accepted by email', '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', '2026-01-05 09:21:00+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (4, 'on-hold', '1', 'asker', 'email', 5, 2, 'dora', 'on-hold', 'Transactional', 'email', 'Unknown', 'cut; email is asked what became of it', '2026-01-05 09:15:00+00', '2026-01-05 09:15:00+00', '2026-01-05 09:23:09.628328+00', 1, false);
INSERT INTO written_by_501396e.touchpoints VALUES (6, 'in-work', '1', 'asker', 'sms', 5, 2, 'fay', 'in-work', 'Transactional', 'sms', 'Held', 'channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down', '2026-01-05 09:25:00+00', '2026-01-05 09:25:00+00', '2026-01-05 09:25:00+00', 0, false);
INSERT INTO written_by_501396e.touchpoints VALUES (6, 'in-work-tips', '1', 'asker', 'email', 5, 3, 'fay', 'in-work-tips', 'Transactional', 'email', 'Planned', 'planned on taken', '2026-01-05 09:25:00+00', '2026-01-05 10:25:00+00', '2026-01-05 09:25:00+00', 0, false);
SELECT pg_catalog.setval('written_by_501396e.intake_id_seq', 1, true);
SELECT pg_catalog.setval('written_by_501396e.journey_blocks', 1, true);
SELECT pg_catalog.setval('written_by_501396e.operations_id_seq', 2, true);
SELECT pg_catalog.setval('written_by_501396e.terms', 1, true);
ALTER TABLE ONLY written_by_501396e.clocks
    ADD CONSTRAINT clocks_pkey PRIMARY KEY (journey, clock, cycle);
ALTER TABLE ONLY written_by_501396e.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (customer);
ALTER TABLE ONLY written_by_501396e.definitions
    ADD CONSTRAINT definitions_pkey PRIMARY KEY (lifecycle, version);
ALTER TABLE ONLY written_by_501396e.event_data
    ADD CONSTRAINT event_data_pkey PRIMARY KEY (journey, sequence, recorded_at);
ALTER TABLE ONLY written_by_501396e.event_data_default
    ADD CONSTRAINT event_data_default_pkey PRIMARY KEY (journey, sequence, recorded_at);
ALTER TABLE ONLY written_by_501396e.event_keys
    ADD CONSTRAINT event_keys_pkey PRIMARY KEY (journey, event_id);
ALTER TABLE ONLY written_by_501396e.hosts
    ADD CONSTRAINT hosts_pkey PRIMARY KEY (term);
ALTER TABLE ONLY written_by_501396e.intake
    ADD CONSTRAINT intake_pkey PRIMARY KEY (id);
ALTER TABLE ONLY written_by_501396e.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (journey, sequence, recorded_at);
ALTER TABLE ONLY written_by_501396e.journal_default
    ADD CONSTRAINT journal_default_pkey PRIMARY KEY (journey, sequence, recorded_at);
ALTER TABLE ONLY written_by_501396e.journeys
    ADD CONSTRAINT journeys_lifecycle_key_key UNIQUE (lifecycle, key);
ALTER TABLE ONLY written_by_501396e.journeys
    ADD CONSTRAINT journeys_pkey PRIMARY KEY (id);
ALTER TABLE ONLY written_by_501396e.operations
    ADD CONSTRAINT operations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY written_by_501396e.parties
    ADD CONSTRAINT parties_pkey PRIMARY KEY (journey, role);
ALTER TABLE ONLY written_by_501396e.promises
    ADD CONSTRAINT promises_pkey PRIMARY KEY (journey, number);
ALTER TABLE ONLY written_by_501396e.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY written_by_501396e.switches
    ADD CONSTRAINT switches_pkey PRIMARY KEY (scope);
ALTER TABLE ONLY written_by_501396e.tallies
    ADD CONSTRAINT tallies_pkey PRIMARY KEY (key);
ALTER TABLE ONLY written_by_501396e.touchpoints
    ADD CONSTRAINT touchpoints_pkey PRIMARY KEY (journey, rule, occurrence, role, route);
CREATE INDEX intake_waiting ON written_by_501396e.intake USING btree (lifecycle, id) WHERE (set_aside IS NULL);
CREATE INDEX journal_recorded ON ONLY written_by_501396e.journal USING btree (recorded_at, journey, sequence);
CREATE INDEX journal_default_recorded_at_journey_sequence_idx ON written_by_501396e.journal_default USING btree (recorded_at, journey, sequence);
CREATE INDEX journeys_due ON written_by_501396e.journeys USING btree (due_at, id) WHERE (due_at IS NOT NULL);
CREATE INDEX journeys_finished ON written_by_501396e.journeys USING btree (finished_at, id) WHERE (finished_at IS NOT NULL);
CREATE INDEX journeys_held ON written_by_501396e.journeys USING btree (held_at_revision) WHERE (held_at_revision IS NOT NULL);
CREATE INDEX journeys_sending ON written_by_501396e.journeys USING btree (sending_term) WHERE (sending_term IS NOT NULL);
CREATE INDEX parties_customer ON written_by_501396e.parties USING btree (customer);
ALTER INDEX written_by_501396e.event_data_pkey ATTACH PARTITION written_by_501396e.event_data_default_pkey;
ALTER INDEX written_by_501396e.journal_pkey ATTACH PARTITION written_by_501396e.journal_default_pkey;
ALTER INDEX written_by_501396e.journal_recorded ATTACH PARTITION written_by_501396e.journal_default_recorded_at_journey_sequence_idx;
