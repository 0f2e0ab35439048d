-- The first journal: people, sessions and what they hold, if-then plans, the log of every change, drafts, search.

CREATE TABLE migration (
  version    INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

-- One row a command that changed something; an undo and a redo are commands too, and name what they turn back.
CREATE TABLE action (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  at         TEXT NOT NULL,
  command    TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target_seq INTEGER REFERENCES action (seq),
  CHECK ((kind = 'do') = (target_seq IS NULL))
) STRICT;
CREATE INDEX action_kind ON action (kind, seq);
CREATE INDEX action_target ON action (target_seq, seq) WHERE target_seq IS NOT NULL;

-- One row a changed row: the whole row as JSON before and after, NULL where there was none.
CREATE TABLE change (
  seq        INTEGER PRIMARY KEY,
  action_seq INTEGER NOT NULL REFERENCES action (seq),
  table_name TEXT NOT NULL,
  row_id     TEXT NOT NULL,
  before     TEXT,
  after      TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_action ON change (action_seq, seq);

CREATE TABLE person (
  id           TEXT PRIMARY KEY,
  code         TEXT NOT NULL UNIQUE,
  name         TEXT,
  cadence_days INTEGER CHECK (cadence_days BETWEEN 1 AND 3650),
  added_on     TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('active', 'quiet', 'left'))
) STRICT;

CREATE TABLE session (
  id              TEXT PRIMARY KEY,
  kind            TEXT NOT NULL CHECK (kind IN ('daily', 'weekly', 'monthly', 'quarterly', 'imported', 'moment')),
  on_day          TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  week            TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-9][0-9]'),
  zone            TEXT NOT NULL,
  started_at      TEXT NOT NULL,
  ended_at        TEXT NOT NULL,
  seconds         INTEGER,
  source          TEXT NOT NULL CHECK (source IN ('terminal', 'script', 'import')),
  revision        INTEGER NOT NULL CHECK (revision >= 1),
  recall_lag_days INTEGER NOT NULL CHECK (recall_lag_days >= 0),
  late            INTEGER NOT NULL CHECK (late IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX session_daily ON session (on_day) WHERE kind = 'daily';
CREATE UNIQUE INDEX session_weekly ON session (week) WHERE kind = 'weekly';
CREATE INDEX session_day ON session (on_day, id);
CREATE INDEX session_kind ON session (kind, on_day);

-- What was asked. No row: not asked. skipped = 1: asked and skipped. An answer of "none" is a tally with n = 0.
CREATE TABLE asked (
  id             TEXT PRIMARY KEY,
  session_id     TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  on_day         TEXT NOT NULL,
  item           TEXT NOT NULL,
  prompt_id      TEXT,
  prompt_version INTEGER,
  question       TEXT,
  person_id      TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  skipped        INTEGER NOT NULL CHECK (skipped IN (0, 1))
) STRICT;
CREATE INDEX asked_session ON asked (session_id, id);
CREATE INDEX asked_item ON asked (item, on_day);
CREATE INDEX asked_person ON asked (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE answer (
  id             TEXT PRIMARY KEY,
  session_id     TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  on_day         TEXT NOT NULL,
  item           TEXT NOT NULL,
  prompt_id      TEXT,
  prompt_version INTEGER,
  person_id      TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  text           TEXT NOT NULL
) STRICT;
CREATE INDEX answer_session ON answer (session_id, id);
CREATE INDEX answer_day ON answer (on_day, id);
CREATE INDEX answer_person ON answer (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE tally (
  id         TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  on_day     TEXT NOT NULL,
  week       TEXT NOT NULL,
  code       TEXT NOT NULL CHECK (code IN ('a', 'c', 'b', 'p', 'd', 'w', 's', 'i', 'h', 'x')),
  subtype    TEXT,
  n          INTEGER NOT NULL CHECK (n BETWEEN 0 AND 999),
  warranted  INTEGER NOT NULL CHECK (warranted IN (0, 1) AND (warranted = 0 OR code = 'a')),
  late       INTEGER NOT NULL CHECK (late IN (0, 1)),
  person_id  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  minutes    INTEGER CHECK (minutes IS NULL OR (code = 'c' AND minutes BETWEEN 0 AND 1440)),
  met        TEXT CHECK (met IS NULL OR (subtype = 'challenge' AND met IN ('thanked', 'explored', 'deflected')))
) STRICT;
CREATE INDEX tally_session ON tally (session_id, id);
CREATE INDEX tally_day ON tally (on_day, code, warranted, late, n);
CREATE INDEX tally_week ON tally (week, code, warranted, late, n);
CREATE INDEX tally_person ON tally (person_id, on_day) WHERE person_id IS NOT NULL;

CREATE TABLE rating (
  id         TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  on_day     TEXT NOT NULL,
  week       TEXT NOT NULL,
  item       TEXT NOT NULL,
  version    INTEGER NOT NULL,
  value      INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5),
  late       INTEGER NOT NULL CHECK (late IN (0, 1)),
  person_id  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX rating_session ON rating (session_id, id);
CREATE INDEX rating_item ON rating (item, on_day, late, value);
CREATE INDEX rating_person ON rating (person_id) WHERE person_id IS NOT NULL;

-- An if-then plan. settled_by is the session that asked what became of it; NULL when a command did.
CREATE TABLE intention (
  id         TEXT PRIMARY KEY,
  session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  made_on    TEXT NOT NULL,
  if_text    TEXT NOT NULL,
  then_text  TEXT NOT NULL,
  outcome    TEXT CHECK (outcome IN ('done', 'partly', 'no-cue', 'skipped')),
  settled_on TEXT,
  settled_by TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((outcome IS NULL) = (settled_on IS NULL))
) STRICT;
CREATE INDEX intention_made ON intention (made_on, id);
CREATE INDEX intention_session ON intention (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX intention_settled ON intention (settled_by) WHERE settled_by IS NOT NULL;

-- A two-way contact. session_id names the session or moment it was recorded with, if any.
CREATE TABLE contact (
  id         TEXT PRIMARY KEY,
  person_id  TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  on_day     TEXT NOT NULL,
  session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX contact_person ON contact (person_id, on_day);
CREATE INDEX contact_session ON contact (session_id) WHERE session_id IS NOT NULL;

-- What a session said before it was replaced or edited: its answers as JSON, one row a former revision.
CREATE TABLE revision (
  id         TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  revision   INTEGER NOT NULL,
  ended_at   TEXT NOT NULL,
  source     TEXT NOT NULL,
  answers    TEXT NOT NULL,
  UNIQUE (session_id, revision)
) STRICT;

-- An unfinished session. Outside the change log: it becomes a session, or it is discarded.
CREATE TABLE draft (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL,
  on_day     TEXT NOT NULL,
  started_at TEXT NOT NULL,
  saved_at   TEXT NOT NULL,
  seconds    INTEGER NOT NULL,
  content    TEXT NOT NULL,
  UNIQUE (kind, on_day)
) STRICT;

-- Free text for search: the row it belongs to, and an index of its words that holds no second copy of them.
CREATE TABLE passage (
  id         INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id     TEXT NOT NULL,
  UNIQUE (table_name, row_id)
) STRICT;
CREATE VIRTUAL TABLE passage_text USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
-- Words of deleted text leave the index at once, not at the next merge.
INSERT INTO passage_text (passage_text, rank) VALUES ('secure-delete', 1);

-- The public schema. Columns never change their meaning; views only grow.
CREATE VIEW v_session AS
  SELECT id, kind, on_day, week, started_at, ended_at, source, revision, zone, seconds, recall_lag_days, late
  FROM session;

CREATE VIEW v_answer AS
  SELECT answer.session_id, answer.on_day, answer.item, answer.prompt_id, person.code AS person, answer.text
  FROM answer LEFT JOIN person ON person.id = answer.person_id;

CREATE VIEW v_tally AS
  SELECT tally.id, tally.session_id, tally.on_day, tally.week, tally.code, tally.subtype, tally.n, tally.warranted,
         person.code AS person, tally.late, tally.minutes, tally.met
  FROM tally LEFT JOIN person ON person.id = tally.person_id;

-- One row a week, code and warranted flag. Late counts are in no index, so they are not in here.
CREATE VIEW v_tally_week AS
  SELECT week, code, sum(n) AS n, warranted
  FROM tally WHERE late = 0 GROUP BY week, code, warranted;

CREATE VIEW v_rating AS
  SELECT rating.session_id, rating.on_day, rating.week, rating.item, rating.value, person.code AS person,
         rating.version, rating.late
  FROM rating LEFT JOIN person ON person.id = rating.person_id;

CREATE VIEW v_person AS
  SELECT code, name, cadence_days, added_on, state,
         (SELECT max(on_day) FROM contact WHERE contact.person_id = person.id) AS last_contact
  FROM person;

CREATE VIEW v_intention AS
  SELECT id, made_on, if_text, then_text, outcome, settled_on, session_id
  FROM intention;
