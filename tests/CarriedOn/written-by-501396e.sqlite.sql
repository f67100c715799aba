PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE touchpoints_schema_version (version INTEGER PRIMARY KEY, script TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;
INSERT INTO touchpoints_schema_version VALUES(5,'0005-whole.sql',1795992164044343);
INSERT INTO touchpoints_schema_version VALUES(7,'0007-responses.sql',1795992164045166);
INSERT INTO touchpoints_schema_version VALUES(8,'0008-checksums.sql',1795992164062824);
CREATE TABLE touchpoints_store (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    term INTEGER NOT NULL,
    high_water INTEGER
, last_journey INTEGER NOT NULL DEFAULT 0, last_entry INTEGER NOT NULL DEFAULT 0, commits INTEGER NOT NULL DEFAULT 0, switch_count INTEGER NOT NULL DEFAULT 0, tally_count INTEGER NOT NULL DEFAULT 0, definition_count INTEGER NOT NULL DEFAULT 0, operation_count INTEGER NOT NULL DEFAULT 0, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO touchpoints_store VALUES(1,1,1767605160000000,7,41,35,1,0,1,2,6020584896092411759);
CREATE TABLE touchpoints_customers (
    id INTEGER PRIMARY KEY,
    customer TEXT NOT NULL UNIQUE,
    traits TEXT NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO touchpoints_customers VALUES(1,'ana','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}',9210421202886388789);
INSERT INTO touchpoints_customers VALUES(2,'lee','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}',6932823891966078809);
INSERT INTO touchpoints_customers VALUES(3,'ben','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}',1596998852684339365);
INSERT INTO touchpoints_customers VALUES(4,'cleo','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}',-752374683305006311);
INSERT INTO touchpoints_customers VALUES(5,'dora','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}',96544576378167112);
INSERT INTO touchpoints_customers VALUES(6,'emil','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}',-5544686771556298115);
INSERT INTO touchpoints_customers VALUES(7,'fay','{"culture":"en","timeZone":"Etc/UTC","segments":[],"attributes":{},"wantsPromotions":false}',-3956487153058735509);
CREATE TABLE touchpoints_journeys (
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
    data TEXT NOT NULL,
    held_at_revision INTEGER, event_count INTEGER NOT NULL DEFAULT 0, touchpoint_count INTEGER NOT NULL DEFAULT 0, party_count INTEGER NOT NULL DEFAULT 0, clock_count INTEGER NOT NULL DEFAULT 0, promise_count INTEGER NOT NULL DEFAULT 0, checksum INTEGER NOT NULL DEFAULT 0,
    UNIQUE (lifecycle, key)
) STRICT;
INSERT INTO touchpoints_journeys VALUES(1,'question','open',1,'received','open',3,3,1767603600000000,1767606300000000,NULL,'{"mark":-1,"planned":1,"parties":[{"role":"asker","customer":"ana","toldAt":1767603600000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767603600000000,"lasts":true},{"scope":"received","number":1,"since":1767603600000000,"lasts":true}],"timers":[],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767603600000000,"toldAt":1767603600000000},"clocks":[{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767607200000000,"nextAt":1767606300000000},{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767618000000000,"nextAt":1767618000000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/open~received~1~asker~email","channel":"email"}],"promised":1}}','{}',NULL,1,1,2,2,1,-1629074474210960273);
INSERT INTO touchpoints_journeys VALUES(2,'question','paused',1,'with-customer','open',5,32,1767603600000000,NULL,NULL,'{"mark":-1,"planned":1,"parties":[{"role":"asker","customer":"ben","toldAt":1767603600000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767603600000000,"lasts":true},{"scope":"received","number":1,"since":1767603600000000,"lasts":false},{"scope":"with-customer","number":1,"since":1767604800000000,"lasts":true}],"timers":[],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767603600000000,"answeredAt":1767603900000000,"answeredByAnyoneAt":1767603900000000,"toldAt":1767603900000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Paused","reason":"we wait for the customer in with-customer","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767604800000000,"used":"00:20:00"}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}','{}',NULL,3,1,2,2,1,1109822775042638782);
INSERT INTO touchpoints_journeys VALUES(3,'question','kept',1,'received','open',3,10,1767603900000000,1767606600000000,NULL,'{"mark":-1,"planned":1,"parties":[{"role":"asker","customer":"cleo","toldAt":1767603900000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767603900000000,"lasts":true},{"scope":"received","number":1,"since":1767603900000000,"lasts":true}],"timers":[],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767603900000000,"toldAt":1767603900000000},"clocks":[{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767607500000000,"nextAt":1767606600000000},{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767618300000000,"nextAt":1767618300000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607500000000,"madeAt":1767603900000000,"toldBy":"question/kept~received~1~asker~email","channel":"email"}],"promised":1}}','{}',NULL,1,1,2,2,1,8163881626847151304);
INSERT INTO touchpoints_journeys VALUES(4,'question','hold',1,'on-hold','open',13,38,1767604200000000,1767605549208104,NULL,'{"mark":-1,"planned":2,"parties":[{"role":"asker","customer":"dora","toldAt":1767604500000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767604200000000,"lasts":true},{"scope":"received","number":1,"since":1767604200000000,"lasts":false},{"scope":"on-hold","number":1,"since":1767604500000000,"lasts":true}],"timers":[{"key":"after:on-hold:02:00:00:received","due":1767611700000000,"scope":"on-hold","count":0}],"touchpoints":[],"pending":[{"order":2,"rule":"on-hold","template":"on-hold","category":"Transactional","occurrence":"1","role":"asker","customer":"dora","route":"email","channel":"email","status":"Unknown","reason":"cut; email is asked what became of it","plannedBy":5,"plannedAt":1767604500000000,"due":1767604500000000,"attempts":1,"doubts":1,"askAt":1767605549208104,"asked":3}],"parked":[],"told":[{"rule":"received","occurrence":"1"},{"rule":"on-hold","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767604200000000,"answeredAt":1767604320000000,"answeredByAnyoneAt":1767604320000000,"toldAt":1767604500000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604200000000,"since":1767604200000000,"dueAt":1767618600000000,"nextAt":1767618600000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}','{}',NULL,3,2,2,2,1,3137592758453787395);
INSERT INTO touchpoints_journeys VALUES(5,'question','review',1,'on-hold','open',10,29,1767604560000000,1767611760000000,NULL,'{"mark":-1,"planned":2,"parties":[{"role":"asker","customer":"emil","toldAt":1767604560000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767604560000000,"lasts":true},{"scope":"received","number":1,"since":1767604560000000,"lasts":false},{"scope":"on-hold","number":1,"since":1767604560000000,"lasts":true}],"timers":[{"key":"after:on-hold:02:00:00:received","due":1767611760000000,"scope":"on-hold","count":0}],"touchpoints":[],"parked":[],"told":[{"rule":"received","occurrence":"1"},{"rule":"on-hold","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767604560000000,"answeredAt":1767604560000000,"answeredByAnyoneAt":1767604560000000,"toldAt":1767604560000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604560000000,"since":1767604560000000,"dueAt":1767618960000000,"nextAt":1767618960000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}','{}',NULL,3,2,2,2,1,-1045782254723450990);
INSERT INTO touchpoints_journeys VALUES(6,'question','work',1,'in-work','open',6,40,1767604860000000,1767608700000000,NULL,'{"mark":-1,"planned":3,"parties":[{"role":"asker","customer":"fay","toldAt":1767604860000000},{"role":"lead","customer":"lee"}],"visits":[{"scope":"*","number":1,"since":1767604860000000,"lasts":true},{"scope":"received","number":1,"since":1767604860000000,"lasts":false},{"scope":"in-work","number":1,"since":1767605100000000,"lasts":true}],"timers":[],"touchpoints":[{"order":2,"rule":"in-work","template":"in-work","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"sms","channel":"sms","status":"Held","reason":"channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down","plannedBy":5,"plannedAt":1767605100000000,"due":1767605100000000,"waitingSince":1767605100000000,"heldAtRevision":1},{"order":3,"rule":"in-work-tips","template":"in-work-tips","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"email","channel":"email","status":"Planned","reason":"planned on taken","plannedBy":5,"plannedAt":1767605100000000,"due":1767608700000000,"nextAt":1767608700000000,"scope":"in-work","visit":1}],"parked":[],"told":[{"rule":"received","occurrence":"1"},{"rule":"in-work","occurrence":"1"},{"rule":"in-work-tips","occurrence":"1"}],"responses":{"conversation":{"askedAt":1767604860000000,"answeredAt":1767604860000000,"answeredByAnyoneAt":1767604860000000,"toldAt":1767604860000000},"clocks":[{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604860000000,"since":1767604860000000,"dueAt":1767619260000000,"nextAt":1767619260000000}],"cycles":[{"clock":"first-answer","cycles":1},{"clock":"resolution","cycles":1}],"escalations":[],"promises":[],"promised":1}}','{}',1,3,3,2,2,1,1271307569135765605);
INSERT INTO touchpoints_journeys VALUES(7,'question','early',1,NULL,'awaiting',1,41,1767605160000000,NULL,NULL,'{"mark":-1,"planned":0,"parties":[],"visits":[],"timers":[],"touchpoints":[],"parked":[{"id":"taken","name":"taken","occurredAt":1767605160000000,"data":{}}],"told":[]}','{}',NULL,1,0,0,0,0,4053171223601912478);
CREATE TABLE touchpoints_journal (
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
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO touchpoints_journal VALUES(1,1,1,NULL,1767603600000000,1767603600000000,'event','asked','asked','Moved','opened in received','{"to":"received","changes":[{"is":"party","role":"asker","customer":"ana"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767603600000000},{"is":"entered","scope":"received","visit":1,"since":1767603600000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"ana","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767603600000000,"due":1767603600000000,"nextAt":1767603600000000}},{"is":"conversation","conversation":{"askedAt":1767603600000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767607200000000,"nextAt":1767606300000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767618000000000,"nextAt":1767618000000000}}]}',-127692552294202756);
INSERT INTO touchpoints_journal VALUES(2,1,2,1,1767603600000000,1767603600000000,'gate','question/open~received~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767603720000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607200000000}]}]}',8057259070011374101);
INSERT INTO touchpoints_journal VALUES(3,1,3,2,1767603600000000,1767603600000000,'outcome','question/open~received~1~asker~email',NULL,'Sent','accepted by email','{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767603600000000},{"is":"conversation","conversation":{"askedAt":1767603600000000,"toldAt":1767603600000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/open~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}',-5913088700030050222);
INSERT INTO touchpoints_journal VALUES(4,2,1,NULL,1767603600000000,1767603600000000,'event','asked','asked','Moved','opened in received','{"to":"received","changes":[{"is":"party","role":"asker","customer":"ben"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767603600000000},{"is":"entered","scope":"received","visit":1,"since":1767603600000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"ben","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767603600000000,"due":1767603600000000,"nextAt":1767603600000000}},{"is":"conversation","conversation":{"askedAt":1767603600000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767607200000000,"nextAt":1767606300000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767603600000000,"dueAt":1767618000000000,"nextAt":1767618000000000}}]}',6295664979013834518);
INSERT INTO touchpoints_journal VALUES(5,2,2,4,1767603600000000,1767603600000000,'gate','question/paused~received~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767603720000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607200000000}]}]}',8181211274905709655);
INSERT INTO touchpoints_journal VALUES(6,2,3,5,1767603600000000,1767603600000000,'outcome','question/paused~received~1~asker~email',NULL,'Sent','accepted by email','{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767603600000000},{"is":"conversation","conversation":{"askedAt":1767603600000000,"toldAt":1767603600000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/paused~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}',-4759921037728905789);
INSERT INTO touchpoints_journal VALUES(7,2,4,6,1767603900000000,1767603900000000,'event','said','said','Handled','noted in received','{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767603600000000,"answeredAt":1767603900000000,"answeredByAnyoneAt":1767603900000000,"toldAt":1767603900000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603600000000,"since":1767603900000000,"used":"00:05:00","endedAt":1767603900000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767607200000000,"madeAt":1767603600000000,"toldBy":"question/paused~received~1~asker~email","endedAt":1767603900000000,"channel":"email"}}]}',8589170144094344563);
INSERT INTO touchpoints_journal VALUES(8,3,1,NULL,1767603900000000,1767603900000000,'event','asked','asked','Moved','opened in received','{"to":"received","changes":[{"is":"party","role":"asker","customer":"cleo"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767603900000000},{"is":"entered","scope":"received","visit":1,"since":1767603900000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"cleo","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767603900000000,"due":1767603900000000,"nextAt":1767603900000000}},{"is":"conversation","conversation":{"askedAt":1767603900000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767607500000000,"nextAt":1767606600000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603900000000,"since":1767603900000000,"dueAt":1767618300000000,"nextAt":1767618300000000}}]}',-7264697540080174914);
INSERT INTO touchpoints_journal VALUES(9,3,2,8,1767603900000000,1767603900000000,'gate','question/kept~received~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604020000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607500000000}]}]}',7546711259871262220);
INSERT INTO touchpoints_journal VALUES(10,3,3,9,1767603900000000,1767603900000000,'outcome','question/kept~received~1~asker~email',NULL,'Sent','accepted by email','{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767603900000000},{"is":"conversation","conversation":{"askedAt":1767603900000000,"toldAt":1767603900000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607500000000,"madeAt":1767603900000000,"toldBy":"question/kept~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}',-866903187000474547);
INSERT INTO touchpoints_journal VALUES(11,4,1,NULL,1767604200000000,1767604200000000,'event','asked','asked','Moved','opened in received','{"to":"received","changes":[{"is":"party","role":"asker","customer":"dora"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767604200000000},{"is":"entered","scope":"received","visit":1,"since":1767604200000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"dora","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767604200000000,"due":1767604200000000,"nextAt":1767604200000000}},{"is":"conversation","conversation":{"askedAt":1767604200000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604200000000,"since":1767604200000000,"dueAt":1767607800000000,"nextAt":1767606900000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604200000000,"since":1767604200000000,"dueAt":1767618600000000,"nextAt":1767618600000000}}]}',2001916493907094682);
INSERT INTO touchpoints_journal VALUES(12,4,2,11,1767604200000000,1767604200000000,'gate','question/hold~received~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604320000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767607800000000}]}]}',-4326660496735132239);
INSERT INTO touchpoints_journal VALUES(13,4,3,12,1767604200000000,1767604200000000,'outcome','question/hold~received~1~asker~email',NULL,'Sent','accepted by email','{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767604200000000},{"is":"conversation","conversation":{"askedAt":1767604200000000,"toldAt":1767604200000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767607800000000,"madeAt":1767604200000000,"toldBy":"question/hold~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}',-7512681124121302668);
INSERT INTO touchpoints_journal VALUES(14,4,4,13,1767604320000000,1767604320000000,'event','said','said','Handled','noted in received','{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767604200000000,"answeredAt":1767604320000000,"answeredByAnyoneAt":1767604320000000,"toldAt":1767604320000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604200000000,"since":1767604320000000,"used":"00:02:00","endedAt":1767604320000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767607800000000,"madeAt":1767604200000000,"toldBy":"question/hold~received~1~asker~email","endedAt":1767604320000000,"channel":"email"}}]}',7761273368022409040);
INSERT INTO touchpoints_journal VALUES(15,4,5,14,1767604500000000,1767604500000000,'event','held','held','Moved','received → on-hold','{"from":"received","to":"on-hold","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"on-hold","visit":1,"since":1767604500000000},{"is":"arrived","state":"on-hold","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":2,"rule":"on-hold","template":"on-hold","category":"Transactional","occurrence":"1","role":"asker","customer":"dora","route":"email","channel":"email","status":"Planned","reason":"planned on held","plannedBy":5,"plannedAt":1767604500000000,"due":1767604500000000,"nextAt":1767604500000000}},{"is":"timer","timer":{"key":"after:on-hold:02:00:00:received","due":1767611700000000,"scope":"on-hold","count":0}}]}',-1410614843272102274);
INSERT INTO touchpoints_journal VALUES(16,4,6,15,1767604500000000,1767604500000000,'gate','question/hold~on-hold~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"on-hold","to":"on-hold","changes":[{"is":"attempt","order":2,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604620000000}]}',8510477801811738291);
INSERT INTO touchpoints_journal VALUES(17,4,7,16,1767604500000000,1767604500000000,'outcome','question/hold~on-hold~1~asker~email',NULL,'Unknown','cut; email is asked what became of it','{"from":"on-hold","to":"on-hold","changes":[{"is":"told","role":"asker","at":1767604500000000},{"is":"conversation","conversation":{"askedAt":1767604200000000,"answeredAt":1767604320000000,"answeredByAnyoneAt":1767604320000000,"toldAt":1767604500000000}},{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604569947502,"asked":0}]}',7244038973289306717);
INSERT INTO touchpoints_journal VALUES(18,5,1,NULL,1767604560000000,1767604560000000,'event','asked','asked','Moved','opened in received','{"to":"received","changes":[{"is":"party","role":"asker","customer":"emil"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767604560000000},{"is":"entered","scope":"received","visit":1,"since":1767604560000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"emil","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767604560000000,"due":1767604560000000,"nextAt":1767604560000000}},{"is":"conversation","conversation":{"askedAt":1767604560000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604560000000,"since":1767604560000000,"dueAt":1767608160000000,"nextAt":1767607260000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604560000000,"since":1767604560000000,"dueAt":1767618960000000,"nextAt":1767618960000000}}]}',2121381862354678002);
INSERT INTO touchpoints_journal VALUES(19,5,2,18,1767604560000000,1767604560000000,'gate','question/review~received~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604680000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767608160000000}]}]}',8888977579752107218);
INSERT INTO touchpoints_journal VALUES(20,5,3,19,1767604560000000,1767604560000000,'outcome','question/review~received~1~asker~email',NULL,'Sent','accepted by email','{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767604560000000},{"is":"conversation","conversation":{"askedAt":1767604560000000,"toldAt":1767604560000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767608160000000,"madeAt":1767604560000000,"toldBy":"question/review~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}',-3631171032642096478);
INSERT INTO touchpoints_journal VALUES(21,5,4,20,1767604560000000,1767604560000000,'event','said','said','Handled','noted in received','{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767604560000000,"answeredAt":1767604560000000,"answeredByAnyoneAt":1767604560000000,"toldAt":1767604560000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604560000000,"since":1767604560000000,"endedAt":1767604560000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767608160000000,"madeAt":1767604560000000,"toldBy":"question/review~received~1~asker~email","endedAt":1767604560000000,"channel":"email"}}]}',5453278435639685474);
INSERT INTO touchpoints_journal VALUES(22,5,5,21,1767604560000000,1767604560000000,'event','held','held','Moved','received → on-hold','{"from":"received","to":"on-hold","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"on-hold","visit":1,"since":1767604560000000},{"is":"arrived","state":"on-hold","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":2,"rule":"on-hold","template":"on-hold","category":"Transactional","occurrence":"1","role":"asker","customer":"emil","route":"email","channel":"email","status":"Planned","reason":"planned on held","plannedBy":5,"plannedAt":1767604560000000,"due":1767604560000000,"nextAt":1767604560000000}},{"is":"timer","timer":{"key":"after:on-hold:02:00:00:received","due":1767611760000000,"scope":"on-hold","count":0}}]}',391252749277120219);
INSERT INTO touchpoints_journal VALUES(23,5,6,22,1767604560000000,1767604560000000,'gate','question/review~on-hold~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"on-hold","to":"on-hold","changes":[{"is":"attempt","order":2,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604680000000}]}',2350002545780168562);
INSERT INTO touchpoints_journal VALUES(24,5,7,23,1767604560000000,1767604560000000,'outcome','question/review~on-hold~1~asker~email',NULL,'Unknown','cut; email is asked what became of it','{"from":"on-hold","to":"on-hold","changes":[{"is":"told","role":"asker","at":1767604560000000},{"is":"conversation","conversation":{"askedAt":1767604560000000,"answeredAt":1767604560000000,"answeredByAnyoneAt":1767604560000000,"toldAt":1767604560000000}},{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604611732676,"asked":0}]}',-2358528076487854997);
INSERT INTO touchpoints_journal VALUES(25,4,8,17,1767604569947502,1767604569947502,'question','question/hold~on-hold~1~asker~email',NULL,'Unknown','question 1 of 8 to email','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604709840529,"asked":1}]}',-580808039645813948);
INSERT INTO touchpoints_journal VALUES(26,4,9,25,1767604569947502,1767604569947502,'question','question/hold~on-hold~1~asker~email',NULL,'Unknown','email can''t say yet: the log is late','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604709840529,"asked":1}]}',-4128295816217258539);
INSERT INTO touchpoints_journal VALUES(27,5,8,24,1767604611732676,1767604611732676,'question','question/review~on-hold~1~asker~email',NULL,'Unknown','question 1 of 8 to email','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604715199473,"asked":1}]}',-8461780624659537755);
INSERT INTO touchpoints_journal VALUES(28,5,9,27,1767604611732676,1767604611732676,'question','question/review~on-hold~1~asker~email',NULL,'Unknown','email can''t say yet: the log is late','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604715199473,"asked":1}]}',6430595843933231965);
INSERT INTO touchpoints_journal VALUES(29,5,10,28,1767604680000000,1767604680000000,'resolution','question/review~on-hold~1~asker~email',NULL,'Sent','known to have arrived by bob: they called and have it','{"from":"on-hold","to":"on-hold","changes":[{"is":"ended","order":2,"status":"Sent","reason":"known to have arrived by bob: they called and have it"}]}',-4985414804209134313);
INSERT INTO touchpoints_journal VALUES(30,4,10,26,1767604709840529,1767604709840529,'question','question/hold~on-hold~1~asker~email',NULL,'Unknown','question 2 of 8 to email','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604989628328,"asked":2}]}',-7791262425073562683);
INSERT INTO touchpoints_journal VALUES(31,4,11,30,1767604709840529,1767604709840529,'question','question/hold~on-hold~1~asker~email',NULL,'Unknown','email can''t say yet: the log is late','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767604989628328,"asked":2}]}',7961729449448566650);
INSERT INTO touchpoints_journal VALUES(32,2,5,7,1767604800000000,1767604800000000,'event','asked-back','asked-back','Moved','received → with-customer','{"from":"received","to":"with-customer","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"with-customer","visit":1,"since":1767604800000000},{"is":"arrived","state":"with-customer","standing":"Open","mark":-1},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Paused","reason":"we wait for the customer in with-customer","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767603600000000,"since":1767604800000000,"used":"00:20:00"}}]}',5000813332121000525);
INSERT INTO touchpoints_journal VALUES(33,6,1,NULL,1767604860000000,1767604860000000,'event','asked','asked','Moved','opened in received','{"to":"received","changes":[{"is":"party","role":"asker","customer":"fay"},{"is":"party","role":"lead","customer":"lee"},{"is":"data","onlyMissing":false},{"is":"entered","scope":"*","visit":1,"since":1767604860000000},{"is":"entered","scope":"received","visit":1,"since":1767604860000000},{"is":"arrived","state":"received","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":1,"rule":"received","template":"received","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"email","channel":"email","status":"Planned","reason":"planned on asked","plannedBy":1,"plannedAt":1767604860000000,"due":1767604860000000,"nextAt":1767604860000000}},{"is":"conversation","conversation":{"askedAt":1767604860000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604860000000,"since":1767604860000000,"dueAt":1767608460000000,"nextAt":1767607560000000}},{"is":"clock","clock":{"clock":"resolution","cycle":1,"metric":"Resolution","status":"Running","reason":"asked","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"04:00:00","budget":"04:00:00","startedAt":1767604860000000,"since":1767604860000000,"dueAt":1767619260000000,"nextAt":1767619260000000}}]}',-3158922121339725623);
INSERT INTO touchpoints_journal VALUES(34,6,2,33,1767604860000000,1767604860000000,'gate','question/work~received~1~asker~email',NULL,'Sending','attempt 1 by email','{"from":"received","to":"received","changes":[{"is":"attempt","order":1,"attempt":1,"channel":"email","term":1,"leaseUntil":1767604980000000,"deadlines":[{"word":"answerBy","clock":"first-answer","cycle":1,"by":1767608460000000}]}]}',3544989161219345108);
INSERT INTO touchpoints_journal VALUES(35,6,3,34,1767604860000000,1767604860000000,'outcome','question/work~received~1~asker~email',NULL,'Sent','accepted by email','{"from":"received","to":"received","changes":[{"is":"told","role":"asker","at":1767604860000000},{"is":"conversation","conversation":{"askedAt":1767604860000000,"toldAt":1767604860000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Open","by":1767608460000000,"madeAt":1767604860000000,"toldBy":"question/work~received~1~asker~email","channel":"email"}},{"is":"ended","order":1,"status":"Sent","reason":"accepted by email"}]}',7042975736570470771);
INSERT INTO touchpoints_journal VALUES(36,6,4,35,1767604860000000,1767604860000000,'event','said','said','Handled','noted in received','{"from":"received","to":"received","changes":[{"is":"data","onlyMissing":false},{"is":"conversation","conversation":{"askedAt":1767604860000000,"answeredAt":1767604860000000,"answeredByAnyoneAt":1767604860000000,"toldAt":1767604860000000}},{"is":"clock","clock":{"clock":"first-answer","cycle":1,"metric":"FirstAnswer","status":"Met","reason":"answered","policy":1,"place":1,"calendar":"9cdc6c47aa193ae7fdab6c57a88f118e","target":"01:00:00","budget":"01:00:00","startedAt":1767604860000000,"since":1767604860000000,"endedAt":1767604860000000}},{"is":"promise","promise":{"number":1,"name":"first-answer","cycle":1,"status":"Kept","by":1767608460000000,"madeAt":1767604860000000,"toldBy":"question/work~received~1~asker~email","endedAt":1767604860000000,"channel":"email"}}]}',6113267321049148491);
INSERT INTO touchpoints_journal VALUES(37,4,12,31,1767604989628328,1767604989628328,'question','question/hold~on-hold~1~asker~email',NULL,'Unknown','question 3 of 8 to email','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767605549208104,"asked":3}]}',3895004029617483950);
INSERT INTO touchpoints_journal VALUES(38,4,13,37,1767604989628328,1767604989628328,'question','question/hold~on-hold~1~asker~email',NULL,'Unknown','email can''t say yet: the log is late','{"from":"on-hold","to":"on-hold","changes":[{"is":"undecided","order":2,"status":"Unknown","reason":"cut; email is asked what became of it","doubts":1,"askAt":1767605549208104,"asked":3}]}',7582139533781104957);
INSERT INTO touchpoints_journal VALUES(39,6,5,36,1767605100000000,1767605100000000,'event','taken','taken','Moved','received → in-work','{"from":"received","to":"in-work","changes":[{"is":"data","onlyMissing":false},{"is":"left","scope":"received"},{"is":"entered","scope":"in-work","visit":1,"since":1767605100000000},{"is":"arrived","state":"in-work","standing":"Open","mark":-1},{"is":"planned","touchpoint":{"order":2,"rule":"in-work","template":"in-work","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"sms","channel":"sms","status":"Planned","reason":"planned on taken","plannedBy":5,"plannedAt":1767605100000000,"due":1767605100000000,"nextAt":1767605100000000}},{"is":"planned","touchpoint":{"order":3,"rule":"in-work-tips","template":"in-work-tips","category":"Transactional","occurrence":"1","role":"asker","customer":"fay","route":"email","channel":"email","status":"Planned","reason":"planned on taken","plannedBy":5,"plannedAt":1767605100000000,"due":1767608700000000,"nextAt":1767608700000000,"scope":"in-work","visit":1}}]}',5123357381657678738);
INSERT INTO touchpoints_journal VALUES(40,6,6,39,1767605100000000,1767605100000000,'gate','question/work~in-work~1~asker~sms',NULL,'Held','channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down','{"from":"in-work","to":"in-work","changes":[{"is":"waits","order":2,"status":"Held","reason":"channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down","waitingSince":1767605100000000,"customer":"fay","failures":0,"doubts":0,"heldAtRevision":1}]}',7818895698648497239);
INSERT INTO touchpoints_journal VALUES(41,7,1,NULL,1767605160000000,1767605160000000,'event','taken','taken','Parked','the journey has not opened, and this event does not open it','{"changes":[{"is":"parked","eventId":"taken","name":"taken","occurredAt":1767605160000000}]}',-2005527455578506626);
CREATE TABLE touchpoints_event_data (
    entry INTEGER PRIMARY KEY,
    data TEXT NOT NULL
) STRICT;
INSERT INTO touchpoints_event_data VALUES(1,'{}');
INSERT INTO touchpoints_event_data VALUES(4,'{}');
INSERT INTO touchpoints_event_data VALUES(7,'{}');
INSERT INTO touchpoints_event_data VALUES(8,'{}');
INSERT INTO touchpoints_event_data VALUES(11,'{}');
INSERT INTO touchpoints_event_data VALUES(14,'{}');
INSERT INTO touchpoints_event_data VALUES(15,'{}');
INSERT INTO touchpoints_event_data VALUES(18,'{}');
INSERT INTO touchpoints_event_data VALUES(21,'{}');
INSERT INTO touchpoints_event_data VALUES(22,'{}');
INSERT INTO touchpoints_event_data VALUES(32,'{}');
INSERT INTO touchpoints_event_data VALUES(33,'{}');
INSERT INTO touchpoints_event_data VALUES(36,'{}');
INSERT INTO touchpoints_event_data VALUES(39,'{}');
INSERT INTO touchpoints_event_data VALUES(41,'{}');
CREATE TABLE touchpoints_event_keys (
    journey INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    entry INTEGER NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (journey, event_id)
) STRICT, WITHOUT ROWID;
INSERT INTO touchpoints_event_keys VALUES(1,'asked',5045754731081123121,1,3111631471421143967);
INSERT INTO touchpoints_event_keys VALUES(2,'asked',5045754731081123121,4,-1000840547420043919);
INSERT INTO touchpoints_event_keys VALUES(2,'asked-back',5368775876580268174,32,-8091646185645403677);
INSERT INTO touchpoints_event_keys VALUES(2,'said',7540318745035461471,7,-3177706480462484916);
INSERT INTO touchpoints_event_keys VALUES(3,'asked',5045754731081123121,8,7873899706317189462);
INSERT INTO touchpoints_event_keys VALUES(4,'asked',5045754731081123121,11,3868808756987135679);
INSERT INTO touchpoints_event_keys VALUES(4,'held',53272197072808131,15,-2905911817728328305);
INSERT INTO touchpoints_event_keys VALUES(4,'said',7540318745035461471,14,-8285137745022228544);
INSERT INTO touchpoints_event_keys VALUES(5,'asked',5045754731081123121,18,7610449176187353783);
INSERT INTO touchpoints_event_keys VALUES(5,'held',53272197072808131,22,8750596042821001557);
INSERT INTO touchpoints_event_keys VALUES(5,'said',7540318745035461471,21,-2510308575369847707);
INSERT INTO touchpoints_event_keys VALUES(6,'asked',5045754731081123121,33,8978635097619357770);
INSERT INTO touchpoints_event_keys VALUES(6,'said',7540318745035461471,36,-8907360708247834945);
INSERT INTO touchpoints_event_keys VALUES(6,'taken',5826084633879402939,39,3114101011628224195);
INSERT INTO touchpoints_event_keys VALUES(7,'taken',5826084633879402939,41,-626870339527345823);
CREATE TABLE touchpoints_touchpoints (
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
    may_be_repeated INTEGER NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (journey, rule, occurrence, role, route)
) STRICT, WITHOUT ROWID;
INSERT INTO touchpoints_touchpoints VALUES(1,'received','1','asker','email',1,1,'ana','received','Transactional','email','Sent','accepted by email',1767603600000000,1767603600000000,1767603600000000,1,0,2826632321106925929);
INSERT INTO touchpoints_touchpoints VALUES(2,'received','1','asker','email',1,1,'ben','received','Transactional','email','Sent','accepted by email',1767603600000000,1767603600000000,1767603600000000,1,0,6958426028221022814);
INSERT INTO touchpoints_touchpoints VALUES(3,'received','1','asker','email',1,1,'cleo','received','Transactional','email','Sent','accepted by email',1767603900000000,1767603900000000,1767603900000000,1,0,-566267349557589610);
INSERT INTO touchpoints_touchpoints VALUES(4,'on-hold','1','asker','email',5,2,'dora','on-hold','Transactional','email','Unknown','cut; email is asked what became of it',1767604500000000,1767604500000000,1767604989628328,1,0,-2318991490488666685);
INSERT INTO touchpoints_touchpoints VALUES(4,'received','1','asker','email',1,1,'dora','received','Transactional','email','Sent','accepted by email',1767604200000000,1767604200000000,1767604200000000,1,0,5579589090857897626);
INSERT INTO touchpoints_touchpoints VALUES(5,'on-hold','1','asker','email',5,2,'emil','on-hold','Transactional','email','Sent','known to have arrived by bob: they called and have it',1767604560000000,1767604560000000,1767604680000000,1,0,-5418522830912946469);
INSERT INTO touchpoints_touchpoints VALUES(5,'received','1','asker','email',1,1,'emil','received','Transactional','email','Sent','accepted by email',1767604560000000,1767604560000000,1767604560000000,1,0,6486250699649111243);
INSERT INTO touchpoints_touchpoints VALUES(6,'in-work','1','asker','sms',5,2,'fay','in-work','Transactional','sms','Held','channel:sms is paused since 2026-01-05 09:20:00Z by bob: the gateway is down',1767605100000000,1767605100000000,1767605100000000,0,0,5498011424879494475);
INSERT INTO touchpoints_touchpoints VALUES(6,'in-work-tips','1','asker','email',5,3,'fay','in-work-tips','Transactional','email','Planned','planned on taken',1767605100000000,1767608700000000,1767605100000000,0,0,8266551065231552655);
INSERT INTO touchpoints_touchpoints VALUES(6,'received','1','asker','email',1,1,'fay','received','Transactional','email','Sent','accepted by email',1767604860000000,1767604860000000,1767604860000000,1,0,-8874366471224444152);
CREATE TABLE touchpoints_parties (
    journey INTEGER NOT NULL,
    role TEXT NOT NULL,
    customer TEXT NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (journey, role)
) STRICT, WITHOUT ROWID;
INSERT INTO touchpoints_parties VALUES(1,'asker','ana',3067534127363034230);
INSERT INTO touchpoints_parties VALUES(1,'lead','lee',320050299266987716);
INSERT INTO touchpoints_parties VALUES(2,'asker','ben',2221850967615738030);
INSERT INTO touchpoints_parties VALUES(2,'lead','lee',-3911523472994880646);
INSERT INTO touchpoints_parties VALUES(3,'asker','cleo',1504535670825322825);
INSERT INTO touchpoints_parties VALUES(3,'lead','lee',-6977203860544458320);
INSERT INTO touchpoints_parties VALUES(4,'asker','dora',6214646715264121708);
INSERT INTO touchpoints_parties VALUES(4,'lead','lee',1829982908886919055);
INSERT INTO touchpoints_parties VALUES(5,'asker','emil',3797215938613156554);
INSERT INTO touchpoints_parties VALUES(5,'lead','lee',-7297163059210549193);
INSERT INTO touchpoints_parties VALUES(6,'asker','fay',6872909045821807144);
INSERT INTO touchpoints_parties VALUES(6,'lead','lee',-1690116300920467584);
CREATE TABLE touchpoints_switches (
    scope TEXT PRIMARY KEY,
    is_paused INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    discarded_until INTEGER
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO touchpoints_switches VALUES('channel:sms',1,'the gateway is down','bob',1767604800000000,1,NULL,-3676359048021981724);
CREATE TABLE touchpoints_operations (
    id INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO touchpoints_operations VALUES(1,1767603600000000,'question version 1','Adopted','deployment','fingerprint 81734fecbd4ae6cd9dabde8d62cc1169',7428874241963013151);
INSERT INTO touchpoints_operations VALUES(2,1767604800000000,'channel:sms','Paused','bob','the gateway is down',-6867029591805275363);
CREATE TABLE touchpoints_definitions (
    lifecycle TEXT NOT NULL,
    version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    outline TEXT NOT NULL,
    is_retired INTEGER NOT NULL, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (lifecycle, version)
) STRICT, WITHOUT ROWID;
INSERT INTO touchpoints_definitions VALUES('question',1,'81734fecbd4ae6cd9dabde8d62cc1169','{"line":[],"words":["role asker","role lead","state in-work, open","state on-hold, open","state received, open","state solved, solved","state with-customer, open","asked opens in received","while open on taken: goto to in-work","while open on held: goto to on-hold","while open on asked-back: goto to with-customer","in with-customer on wrote: goto to received","while open on solved: goto to solved","in on-hold after 02:00:00: to received","rule received: entering in received when it is new, sends received to asker, by email, transactional, stale after 7.00:00:00, if unknown resend","rule sorry: broken first-answer, sends sorry to asker, by email, transactional, stale after 7.00:00:00, if unknown resend","rule in-work: entering in in-work, sends in-work to asker, by sms, transactional, stale after 7.00:00:00, if unknown resend","rule in-work-tips: entering in in-work, after 01:00:00, sends in-work-tips to asker, by email, transactional, stale after 7.00:00:00, if unknown resend","rule on-hold: entering in on-hold, sends on-hold to asker, by email, transactional, stale after 7.00:00:00, if unknown ask","said is a message","wrote is a message","in in-work: worked on","in with-customer: waits for the customer","target 1 of first-answer: first-answer within 01:00:00 by calendar 9cdc6c47aa193ae7fdab6c57a88f118e, warns at 0.75, escalates to lead","target 1 of resolution: resolution within 04:00:00 by calendar 9cdc6c47aa193ae7fdab6c57a88f118e, escalates to lead, pauses while waiting","calendar always"]}',0,8795103534655143188);
CREATE TABLE touchpoints_tallies (
    key TEXT PRIMARY KEY,
    start INTEGER NOT NULL,
    count INTEGER NOT NULL
, checksum INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE TABLE touchpoints_intake (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lifecycle TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    event_id TEXT NOT NULL,
    occurred_at INTEGER NOT NULL CHECK (occurred_at BETWEEN -62135596800000000 AND 253402300799999999),
    enlisted_at INTEGER NOT NULL CHECK (enlisted_at BETWEEN -62135596800000000 AND 253402300799999999),
    parties TEXT NOT NULL,
    data TEXT NOT NULL,
    set_aside TEXT
, checksum INTEGER) STRICT;
INSERT INTO touchpoints_intake VALUES(1,'question','enlisted','asked','asked',1767605400000000,1767605400000000,'{"asker":"hal","lead":"lee"}','{}',NULL,-3587434573688558849);
CREATE TABLE touchpoints_clocks (
    journey INTEGER NOT NULL,
    clock TEXT NOT NULL,
    cycle INTEGER NOT NULL,
    metric TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    policy INTEGER NOT NULL,
    place INTEGER NOT NULL,
    calendar TEXT NOT NULL,
    target INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    since INTEGER NOT NULL,
    used INTEGER NOT NULL,
    due_at INTEGER,
    breached_at INTEGER,
    ended_at INTEGER,
    changed_at INTEGER NOT NULL,
    channel TEXT,
    priority TEXT,
    topic TEXT,
    representative TEXT, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (journey, clock, cycle)
) STRICT, WITHOUT ROWID;
INSERT INTO touchpoints_clocks VALUES(1,'first-answer',1,'FirstAnswer','Running','asked',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',3600000000,1767603600000000,1767603600000000,0,1767607200000000,NULL,NULL,1767603600000000,NULL,NULL,NULL,NULL,4507773135614725599);
INSERT INTO touchpoints_clocks VALUES(1,'resolution',1,'Resolution','Running','asked',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',14400000000,1767603600000000,1767603600000000,0,1767618000000000,NULL,NULL,1767603600000000,NULL,NULL,NULL,NULL,4208237865272841806);
INSERT INTO touchpoints_clocks VALUES(2,'first-answer',1,'FirstAnswer','Met','answered',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',3600000000,1767603600000000,1767603900000000,300000000,NULL,NULL,1767603900000000,1767603900000000,NULL,NULL,NULL,NULL,-1750227848074794892);
INSERT INTO touchpoints_clocks VALUES(2,'resolution',1,'Resolution','Paused','we wait for the customer in with-customer',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',14400000000,1767603600000000,1767604800000000,1200000000,NULL,NULL,NULL,1767604800000000,NULL,NULL,NULL,NULL,-3423364320530345413);
INSERT INTO touchpoints_clocks VALUES(3,'first-answer',1,'FirstAnswer','Running','asked',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',3600000000,1767603900000000,1767603900000000,0,1767607500000000,NULL,NULL,1767603900000000,NULL,NULL,NULL,NULL,-521716518708053895);
INSERT INTO touchpoints_clocks VALUES(3,'resolution',1,'Resolution','Running','asked',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',14400000000,1767603900000000,1767603900000000,0,1767618300000000,NULL,NULL,1767603900000000,NULL,NULL,NULL,NULL,7776775106081619310);
INSERT INTO touchpoints_clocks VALUES(4,'first-answer',1,'FirstAnswer','Met','answered',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',3600000000,1767604200000000,1767604320000000,120000000,NULL,NULL,1767604320000000,1767604320000000,NULL,NULL,NULL,NULL,2586354033812045393);
INSERT INTO touchpoints_clocks VALUES(4,'resolution',1,'Resolution','Running','asked',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',14400000000,1767604200000000,1767604200000000,0,1767618600000000,NULL,NULL,1767604200000000,NULL,NULL,NULL,NULL,5995971970244030547);
INSERT INTO touchpoints_clocks VALUES(5,'first-answer',1,'FirstAnswer','Met','answered',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',3600000000,1767604560000000,1767604560000000,0,NULL,NULL,1767604560000000,1767604560000000,NULL,NULL,NULL,NULL,6612962415518367579);
INSERT INTO touchpoints_clocks VALUES(5,'resolution',1,'Resolution','Running','asked',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',14400000000,1767604560000000,1767604560000000,0,1767618960000000,NULL,NULL,1767604560000000,NULL,NULL,NULL,NULL,-820199750325618984);
INSERT INTO touchpoints_clocks VALUES(6,'first-answer',1,'FirstAnswer','Met','answered',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',3600000000,1767604860000000,1767604860000000,0,NULL,NULL,1767604860000000,1767604860000000,NULL,NULL,NULL,NULL,2134802963580060366);
INSERT INTO touchpoints_clocks VALUES(6,'resolution',1,'Resolution','Running','asked',1,1,'9cdc6c47aa193ae7fdab6c57a88f118e',14400000000,1767604860000000,1767604860000000,0,1767619260000000,NULL,NULL,1767604860000000,NULL,NULL,NULL,NULL,5585562859613057150);
CREATE TABLE touchpoints_promises (
    journey INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    status INTEGER NOT NULL,
    by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER,
    changed_at INTEGER NOT NULL,
    told_by TEXT,
    channel TEXT,
    representative TEXT, checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (journey, number)
) STRICT, WITHOUT ROWID;
INSERT INTO touchpoints_promises VALUES(1,1,'first-answer',0,1767607200000000,1767603600000000,NULL,1767603600000000,'question/open~received~1~asker~email','email',NULL,-3469827247155058147);
INSERT INTO touchpoints_promises VALUES(2,1,'first-answer',1,1767607200000000,1767603600000000,1767603900000000,1767603900000000,'question/paused~received~1~asker~email','email',NULL,8636259143577113421);
INSERT INTO touchpoints_promises VALUES(3,1,'first-answer',0,1767607500000000,1767603900000000,NULL,1767603900000000,'question/kept~received~1~asker~email','email',NULL,8239871868311847528);
INSERT INTO touchpoints_promises VALUES(4,1,'first-answer',1,1767607800000000,1767604200000000,1767604320000000,1767604320000000,'question/hold~received~1~asker~email','email',NULL,4216415802315775848);
INSERT INTO touchpoints_promises VALUES(5,1,'first-answer',1,1767608160000000,1767604560000000,1767604560000000,1767604560000000,'question/review~received~1~asker~email','email',NULL,882909017633962055);
INSERT INTO touchpoints_promises VALUES(6,1,'first-answer',1,1767608460000000,1767604860000000,1767604860000000,1767604860000000,'question/work~received~1~asker~email','email',NULL,1030780780998866680);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('touchpoints_intake',1);
CREATE INDEX touchpoints_journeys_hot ON touchpoints_journeys (due_at, id, sending_term) WHERE due_at IS NOT NULL OR sending_term IS NOT NULL;
CREATE INDEX touchpoints_parties_customer ON touchpoints_parties (customer);
CREATE INDEX touchpoints_journeys_held ON touchpoints_journeys (held_at_revision) WHERE held_at_revision IS NOT NULL;
CREATE INDEX touchpoints_intake_waiting ON touchpoints_intake (lifecycle, id) WHERE set_aside IS NULL;
COMMIT;
