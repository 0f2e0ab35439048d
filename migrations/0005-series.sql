-- Series of one's own, and the weekly points of every series that is made of counts, of ratings or of these.

-- A number that the user follows, one value a week. zone: a change in twelve weeks that would not matter, if that was said.
CREATE TABLE series (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE,
  about    TEXT,
  unit     TEXT NOT NULL CHECK (unit IN ('points', 'steps', 'share', 'number')),
  zone     REAL CHECK (zone IS NULL OR zone > 0),
  added_on TEXT NOT NULL
) STRICT;

-- A value stands on the Sunday of its week, as a check-in does. n: how many things it stands for.
CREATE TABLE series_point (
  id        TEXT PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  on_day    TEXT NOT NULL,
  week      TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-9][0-9]'),
  value     REAL NOT NULL,
  n         INTEGER NOT NULL CHECK (n >= 1),
  UNIQUE (series_id, week)
) STRICT;

CREATE VIEW v_series AS
  SELECT id, name, about, unit, zone, added_on FROM series;

-- One row a series and week that counts. A week that is missing is a gap, not a zero.
CREATE VIEW v_series_point AS
  -- The leader side of each pair, in per cent: five counts at least.
  SELECT CASE WHEN code IN ('a', 'c') THEN 'handed-back' WHEN code IN ('b', 'p') THEN 'proposal'
              WHEN code IN ('d', 'w') THEN 'why' WHEN code IN ('s', 'i') THEN 'initiative'
              ELSE 'among-themselves' END AS series,
         week, 100.0 * sum(iif(code IN ('c', 'p', 'w', 'i', 'x'), n, 0)) / sum(n) AS value, sum(n) AS n
  FROM v_tally_week WHERE warranted = 0
  GROUP BY 1, 2 HAVING sum(n) >= 5
  UNION ALL
  -- The median rating, in the wording of today: two session days at least; what a check-in asks stands for its week.
  SELECT item, week, avg(value), max(n)
  FROM (SELECT rating.item, rating.week, rating.value,
               row_number() OVER (PARTITION BY rating.item, rating.week ORDER BY rating.value) AS place,
               count(*) OVER (PARTITION BY rating.item, rating.week) AS n
        FROM rating JOIN (SELECT item, max(version) AS version FROM rating GROUP BY item) AS wording
          ON wording.item = rating.item AND wording.version = rating.version
        WHERE rating.item IN ('R1', 'R2', 'R3', 'R4') AND rating.person_id IS NULL AND rating.late = 0)
  WHERE place IN ((n + 1) / 2, n / 2 + 1)
    AND (item = 'R4' OR week IN (
      SELECT week FROM session
      WHERE kind = 'daily' OR (kind = 'moment' AND EXISTS (SELECT 1 FROM tally WHERE tally.session_id = session.id))
      GROUP BY week HAVING count(DISTINCT on_day) >= 2))
  GROUP BY item, week
  UNION ALL
  SELECT series.name, series_point.week, series_point.value, series_point.n
  FROM series_point JOIN series ON series.id = series_point.series_id;
