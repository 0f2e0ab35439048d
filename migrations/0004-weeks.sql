-- Weekly check-ins and reviews: ratios, counts of a whole week, pauses, breaks in the series, verdicts; and the hold
-- that stops deleting.

-- 1: counted for a whole week at a check-in. Such counts stand back where the same week was counted day by day.
ALTER TABLE tally ADD COLUMN weekly INTEGER NOT NULL DEFAULT 0 CHECK (weekly IN (0, 1));
DROP INDEX tally_day;
CREATE INDEX tally_day ON tally (on_day, code, warranted, late, weekly, n, week);
DROP INDEX tally_week;
CREATE INDEX tally_week ON tally (week, weekly, late, code, warranted, n);

-- x of n, as a check-in was told it. It replaces what the records of that week add up to.
CREATE TABLE ratio (
  id         TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  on_day     TEXT NOT NULL,
  week       TEXT NOT NULL,
  item       TEXT NOT NULL CHECK (item IN ('kept', 'loops', 'listening', 'questions', 'badNews')),
  x          INTEGER NOT NULL CHECK (x >= 0),
  n          INTEGER NOT NULL CHECK (n >= x),
  late       INTEGER NOT NULL CHECK (late IN (0, 1))
) STRICT;
CREATE INDEX ratio_session ON ratio (session_id, id);
CREATE INDEX ratio_item ON ratio (item, on_day);

-- Days off: they leave practice density, and cadences stand still. A finish has no end until a session ends it.
CREATE TABLE pause (
  id         TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('pause', 'finish')),
  from_day   TEXT NOT NULL,
  until_day  TEXT,
  CHECK (kind = 'finish' OR until_day IS NOT NULL),
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;
CREATE INDEX pause_from ON pause (from_day, id);

-- Where a series is cut: a new team, a long leave, a changed habit of counting.
CREATE TABLE series_break (
  id     TEXT PRIMARY KEY,
  on_day TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX series_break_day ON series_break (on_day, id);

-- What a monthly review said of a series, as it was said: never computed again.
CREATE TABLE verdict (
  id         TEXT PRIMARY KEY,
  session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  series     TEXT NOT NULL,
  issued_on  TEXT NOT NULL,
  next_on    TEXT NOT NULL,
  verdict    TEXT NOT NULL CHECK (verdict IN ('rising', 'falling', 'hint-rising', 'hint-falling', 'steady',
                                              'no-evidence', 'no-variation', 'too-few')),
  detail     TEXT NOT NULL,
  UNIQUE (series, issued_on)
) STRICT;
CREATE INDEX verdict_session ON verdict (session_id) WHERE session_id IS NOT NULL;

-- While a hold stands, nothing is deleted, forgotten or pruned.
CREATE TABLE hold (
  id        TEXT PRIMARY KEY,
  on_day    TEXT NOT NULL,
  reason    TEXT,
  lifted_on TEXT
) STRICT;

DROP VIEW v_tally;
CREATE VIEW v_tally AS
  SELECT tally.id, tally.session_id, tally.on_day, tally.week, tally.code, tally.subtype, tally.n, tally.warranted,
         person.code AS person, tally.late, tally.minutes, tally.met, tally.weekly
  FROM tally LEFT JOIN person ON person.id = tally.person_id;

-- One row a week, code and warranted flag. Late counts are in no index, so they are not in here; counts of a whole week
-- only where the week was not counted day by day.
DROP VIEW v_tally_week;
CREATE VIEW v_tally_week AS
  SELECT week, code, sum(n) AS n, warranted
  FROM tally
  WHERE late = 0
    AND (weekly = 0
         OR NOT EXISTS (SELECT 1 FROM tally AS daily
                        WHERE daily.week = tally.week AND daily.weekly = 0 AND daily.late = 0))
  GROUP BY week, code, warranted;

CREATE VIEW v_ratio AS
  SELECT id, session_id, on_day, week, item, x, n, late FROM ratio;

CREATE VIEW v_pause AS
  SELECT id, kind, from_day, until_day FROM pause;

CREATE VIEW v_break AS
  SELECT id, on_day, reason FROM series_break;

CREATE VIEW v_verdict AS
  SELECT id, series, issued_on, next_on, verdict, detail FROM verdict;
