-- Exercises: each time one is taken up or passed over, and what it recorded.

CREATE TABLE exercise_run (
  id               TEXT PRIMARY KEY,
  exercise_id      TEXT NOT NULL,
  exercise_version INTEGER NOT NULL,
  state            TEXT NOT NULL CHECK (state IN ('planned', 'doing', 'done', 'skipped')),
  step             INTEGER NOT NULL CHECK (step >= 0),
  person_id        TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  intention_id     TEXT REFERENCES intention (id) DEFERRABLE INITIALLY DEFERRED,
  planned_on       TEXT,
  state_on         TEXT NOT NULL,
  reason           TEXT,
  follow_up_on     TEXT,
  followed_up_on   TEXT,
  followed_up_by   TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state = 'done') = (follow_up_on IS NOT NULL)),
  CHECK (followed_up_on IS NULL OR follow_up_on IS NOT NULL)
) STRICT;
CREATE INDEX exercise_run_exercise ON exercise_run (exercise_id, state_on);
CREATE INDEX exercise_run_follow_up ON exercise_run (follow_up_on) WHERE follow_up_on IS NOT NULL;
CREATE INDEX exercise_run_person ON exercise_run (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX exercise_run_intention ON exercise_run (intention_id) WHERE intention_id IS NOT NULL;
CREATE INDEX exercise_run_session ON exercise_run (followed_up_by) WHERE followed_up_by IS NOT NULL;

-- x of n where the exercise records a share; every value by field in "values_json"; free text also in "text", for search.
CREATE TABLE exercise_log (
  id          TEXT PRIMARY KEY,
  run_id      TEXT REFERENCES exercise_run (id) DEFERRABLE INITIALLY DEFERRED,
  exercise_id TEXT NOT NULL,
  on_day      TEXT NOT NULL,
  week        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  x           INTEGER CHECK (x >= 0),
  n           INTEGER CHECK (n >= 0),
  values_json TEXT NOT NULL,
  text        TEXT NOT NULL,
  person_id   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (x IS NULL OR n IS NULL OR x <= n)
) STRICT;
CREATE INDEX exercise_log_run ON exercise_log (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX exercise_log_kind ON exercise_log (kind, on_day);
CREATE INDEX exercise_log_person ON exercise_log (person_id) WHERE person_id IS NOT NULL;

CREATE VIEW v_exercise_run AS
  SELECT run.id, run.exercise_id AS exercise, run.state, run.state_on AS on_day, run.planned_on, run.reason,
         run.follow_up_on, run.followed_up_on, person.code AS person
  FROM exercise_run AS run LEFT JOIN person ON person.id = run.person_id;

CREATE VIEW v_exercise_log AS
  SELECT log.id, log.run_id, log.exercise_id AS exercise, log.on_day, log.week, log.kind, log.x, log.n,
         log.values_json AS fields, person.code AS person
  FROM exercise_log AS log LEFT JOIN person ON person.id = log.person_id;
