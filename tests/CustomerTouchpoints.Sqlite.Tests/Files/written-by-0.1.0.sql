PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, script TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;
INSERT INTO schema_version VALUES(1,'0001-layout.sql',1795538866716903);
INSERT INTO schema_version VALUES(2,'0002-switches.sql',1795538866717567);
INSERT INTO schema_version VALUES(3,'0003-versions.sql',1795538866717654);
INSERT INTO schema_version VALUES(4,'0004-limits.sql',1795538866717927);
CREATE TABLE store (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    term INTEGER NOT NULL,
    high_water INTEGER
) STRICT;
INSERT INTO store VALUES(1,1,1767690000000000);
CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    customer TEXT NOT NULL UNIQUE,
    traits TEXT NOT NULL
) STRICT;
INSERT INTO customers VALUES(1,'ana','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}');
CREATE TABLE journeys (
    id INTEGER PRIMARY KEY,
    lifecycle TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT,
    standing TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    last_entry INTEGER,
    created_at INTEGER NOT NULL,
    due_at INTEGER,
    sending_term INTEGER,
    memory TEXT NOT NULL,
    data TEXT NOT NULL, held_at_revision INTEGER,
    UNIQUE (lifecycle, key)
) STRICT;
INSERT INTO journeys VALUES(1,'crate','7',1,'packed','open',5,6,1767603600000000,1767776400000000,NULL,'{"mark":0,"planned":3,"parties":[{"role":"customer","customer":"ana","toldAt":1767603600000000}],"visits":[{"scope":"*","number":1,"since":1767603600000000,"lasts":true},{"scope":"packed","number":1,"since":1767603600000000,"lasts":true}],"timers":[{"key":"rule:crate-waits","due":1767776400000000,"scope":"packed","count":1}],"touchpoints":[{"order":2,"rule":"crate-tips","template":"crate-tips","category":"Transactional","occurrence":"1","role":"customer","customer":"ana","route":"email","channel":"email","status":"Planned","reason":"planned on packed","plannedBy":1,"plannedAt":1767603600000000,"due":1768035600000000,"nextAt":1768035600000000,"scope":"packed","visit":1},{"order":3,"rule":"crate-waits","template":"crate-waits","category":"Service","occurrence":"1.1","role":"customer","customer":"ana","route":"email","channel":"email","status":"Held","reason":"rule:crate/crate-waits is paused since 2026-01-05 09:00:00Z by kim: too many","plannedBy":4,"plannedAt":1767690000000000,"due":1767690000000000,"scope":"packed","visit":1,"waitingSince":1767690000000000,"heldAtRevision":1}],"parked":[],"told":[{"rule":"crate-packed","occurrence":"1"},{"rule":"crate-tips","occurrence":"1"},{"rule":"crate-waits","occurrence":"1.1"}]}','{"boxes":3}',1);
INSERT INTO journeys VALUES(2,'crate','8',1,NULL,'awaiting',1,4,1767603600000000,NULL,NULL,'{"mark":-1,"planned":0,"parties":[],"visits":[],"timers":[],"touchpoints":[],"parked":[{"id":"s1","name":"shipped","occurredAt":1767603600000000,"data":{}}],"told":[]}','{}',NULL);
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    journey INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    previous INTEGER,
    recorded_at INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    event_id TEXT,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    changes TEXT NOT NULL
) STRICT;
INSERT INTO journal VALUES(1,1,1,NULL,1767603600000000,1767603600000000,'event','packed','p1','Moved','opened in packed','{"to":"packed","changes":[{"is":"party","role":"customer","customer":"ana"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767603600000000},{"is":"entered","scope":"packed","visit":1,"since":1767603600000000},{"is":"arrived","state":"packed","standing":"Open","mark":0},{"is":"planned","touchpoint":{"order":1,"rule":"crate-packed","template":"crate-packed","category":"Transactional","occurrence":"1","role":"customer","customer":"ana","route":"email","channel":"email","status":"Planned","reason":"planned on packed","plannedBy":1,"plannedAt":1767603600000000,"due":1767603600000000,"nextAt":1767603600000000,"step":0}},{"is":"planned","touchpoint":{"order":2,"rule":"crate-tips","template":"crate-tips","category":"Transactional","occurrence":"1","role":"customer","customer":"ana","route":"email","channel":"email","status":"Planned","reason":"planned on packed","plannedBy":1,"plannedAt":1767603600000000,"due":1768035600000000,"nextAt":1768035600000000,"scope":"packed","visit":1}},{"is":"timer","timer":{"key":"rule:crate-waits","due":1767690000000000,"scope":"packed","count":0}}]}');
INSERT INTO journal VALUES(2,1,2,1,1767603600000000,1767603600000000,'gate','crate/7~crate-packed~1~customer~email',NULL,'Sending','attempt 1 by email','{"from":"packed","to":"packed","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767603720000000}]}');
INSERT INTO journal VALUES(3,1,3,2,1767603600000000,1767603600000000,'outcome','crate/7~crate-packed~1~customer~email',NULL,'Sent','accepted by email','{"from":"packed","to":"packed","changes":[{"is":"told","role":"customer","at":1767603600000000},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}');
INSERT INTO journal VALUES(4,2,1,NULL,1767603600000000,1767603600000000,'event','shipped','s1','Parked','the journey has not opened: nobody has said who its customer is','{"changes":[{"is":"parked","eventId":"s1","name":"shipped","occurredAt":1767603600000000}]}');
INSERT INTO journal VALUES(5,1,4,3,1767690000000000,1767690000000000,'timer','rule:crate-waits',NULL,'Handled','time to say where things stand (1 of at most 3)','{"from":"packed","to":"packed","changes":[{"is":"timer-cleared","key":"rule:crate-waits"},{"is":"planned","touchpoint":{"order":3,"rule":"crate-waits","template":"crate-waits","category":"Service","occurrence":"1.1","role":"customer","customer":"ana","route":"email","channel":"email","status":"Planned","reason":"planned on rule:crate-waits","plannedBy":4,"plannedAt":1767690000000000,"due":1767690000000000,"nextAt":1767690000000000,"scope":"packed","visit":1}},{"is":"timer","timer":{"key":"rule:crate-waits","due":1767776400000000,"scope":"packed","count":1}}]}');
INSERT INTO journal VALUES(6,1,5,5,1767690000000000,1767690000000000,'gate','crate/7~crate-waits~1.1~customer~email',NULL,'Held','rule:crate/crate-waits is paused since 2026-01-05 09:00:00Z by kim: too many','{"from":"packed","to":"packed","changes":[{"is":"waits","order":3,"status":"Held","reason":"rule:crate/crate-waits is paused since 2026-01-05 09:00:00Z by kim: too many","waitingSince":1767690000000000,"customer":"ana","failures":0,"doubts":0,"heldAtRevision":1}]}');
CREATE TABLE event_data (
    entry INTEGER PRIMARY KEY,
    data TEXT NOT NULL
) STRICT;
INSERT INTO event_data VALUES(1,'{"boxes":3}');
INSERT INTO event_data VALUES(4,'{}');
CREATE TABLE event_keys (
    journey INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (journey, event_id)
) STRICT, WITHOUT ROWID;
INSERT INTO event_keys VALUES(1,'p1',-4367045967613023350,1);
INSERT INTO event_keys VALUES(2,'s1',-7189015942068795525,4);
CREATE TABLE touchpoints (
    journey INTEGER NOT NULL,
    rule TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    role TEXT NOT NULL,
    route TEXT NOT NULL,
    planned_by INTEGER NOT NULL,
    position INTEGER NOT NULL,
    customer TEXT,
    template TEXT NOT NULL,
    category TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    planned_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    may_be_repeated INTEGER NOT NULL,
    PRIMARY KEY (journey, rule, occurrence, role, route)
) STRICT, WITHOUT ROWID;
INSERT INTO touchpoints VALUES(1,'crate-packed','1','customer','email',1,1,'ana','crate-packed','Transactional','email','Sent','accepted by email',1767603600000000,1767603600000000,1767603600000000,1,0);
INSERT INTO touchpoints VALUES(1,'crate-tips','1','customer','email',1,2,'ana','crate-tips','Transactional','email','Planned','planned on packed',1767603600000000,1768035600000000,1767603600000000,0,0);
INSERT INTO touchpoints VALUES(1,'crate-waits','1.1','customer','email',4,3,'ana','crate-waits','Service','email','Held','rule:crate/crate-waits is paused since 2026-01-05 09:00:00Z by kim: too many',1767690000000000,1767690000000000,1767690000000000,0,0);
CREATE TABLE parties (
    journey INTEGER NOT NULL,
    role TEXT NOT NULL,
    customer TEXT NOT NULL,
    PRIMARY KEY (journey, role)
) STRICT, WITHOUT ROWID;
INSERT INTO parties VALUES(1,'customer','ana');
CREATE TABLE switches (
    scope TEXT PRIMARY KEY,
    is_paused INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    revision INTEGER NOT NULL
, discarded_until INTEGER) STRICT;
INSERT INTO switches VALUES('rule:crate/crate-waits',1,'too many','kim',1767603600000000,1,NULL);
CREATE TABLE operations (
    id INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
INSERT INTO operations VALUES(1,1767603600000000,'crate version 1','Adopted','deployment','fingerprint ea7705c2234a13a83d84c40ba4e56965');
INSERT INTO operations VALUES(2,1767603600000000,'rule:crate/crate-waits','Paused','kim','too many');
CREATE TABLE definitions (
    lifecycle TEXT NOT NULL,
    version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    outline TEXT NOT NULL,
    is_retired INTEGER NOT NULL,
    PRIMARY KEY (lifecycle, version)
) STRICT, WITHOUT ROWID;
INSERT INTO definitions VALUES('crate',1,'ea7705c2234a13a83d84c40ba4e56965','{"line":["packed","weighed","shipped","delivered"],"words":["role customer","step 1 of the line: packed by packed","step 2 of the line: weighed by weighed","step 3 of the line: shipped by shipped","step 4 of the line: delivered by delivered","state delivered, solved","state held, open","state lost, final","state packed, open","state shipped, open","state weighed, open","while open on stopped: goto to held","while open on lost: goto to lost","in held after 30.00:00:00: to lost","rule crate-packed: entering in packed, sends crate-packed to customer, by email, transactional, stale after 7.00:00:00, if unknown resend","rule crate-tips: entering in packed, after 5.00:00:00, sends crate-tips to customer, by email, transactional, stale after 7.00:00:00, if unknown resend","rule crate-weight: entering in weighed, after 5.00:00:00, sends crate-weight to customer, by email, transactional, stale after 7.00:00:00, if unknown resend","rule crate-shipped: entering in shipped, sends crate-shipped to customer, by email, transactional, stale after 7.00:00:00, if unknown resend","rule crate-delivered: entering in delivered, sends crate-delivered to customer, by email, transactional, stale after 7.00:00:00, if unknown resend","rule crate-waits: quiet in packed, after 1.00:00:00, sends crate-waits to customer, by email, service, stale after 12:00:00, at most 3, if unknown resend"]}',0);
CREATE TABLE tallies (
    key TEXT PRIMARY KEY,
    start INTEGER NOT NULL,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX journeys_hot ON journeys (due_at, id, sending_term) WHERE due_at IS NOT NULL OR sending_term IS NOT NULL;
CREATE INDEX parties_customer ON parties (customer);
CREATE INDEX journeys_held ON journeys (held_at_revision) WHERE held_at_revision IS NOT NULL;
COMMIT;
