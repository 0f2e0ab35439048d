-- The people one leads and the records about leading them: what is known of how they work, promises, decisions, the
-- focus, questions, and those who left.

-- A new role, team or manager makes what was known of somebody a guess again.
ALTER TABLE person ADD COLUMN role_since TEXT;
ALTER TABLE person ADD COLUMN team_since TEXT;
ALTER TABLE person ADD COLUMN manager_since TEXT;
-- What they may be one day: supplier, customer, peer, successor.
ALTER TABLE person ADD COLUMN future_role TEXT;

-- Leaving closes no record: what was heard, what had grown, what replacing them costs.
CREATE TABLE departure (
  id        TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  on_day    TEXT NOT NULL,
  reason    TEXT,
  growth    TEXT,
  cost      TEXT
) STRICT;

-- What came back from somebody who left.
CREATE TABLE benefit (
  id        TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  on_day    TEXT NOT NULL,
  text      TEXT NOT NULL
) STRICT;
CREATE INDEX benefit_person ON benefit (person_id, on_day);

-- A word one uses for somebody. Without a moment that shows it, it is assumed.
CREATE TABLE label (
  id        TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  on_day    TEXT NOT NULL,
  word      TEXT NOT NULL,
  side      TEXT CHECK (side IN ('follower', 'leader')),
  moment    TEXT
) STRICT;
CREATE INDEX label_person ON label (person_id, on_day);

ALTER TABLE contact ADD COLUMN bad_news TEXT CHECK (bad_news IN ('early', 'late'));
ALTER TABLE contact ADD COLUMN opening TEXT CHECK (opening IN ('met', 'unmet'));
ALTER TABLE contact ADD COLUMN came_for TEXT CHECK (came_for IN ('answer', 'sparring', 'coaching', 'sign-off'));

-- What is known of a facet of how somebody works, one row each time it was learned, guessed or watched; the latest
-- row counts. person_id NULL: oneself. A guess with a confidence is a bet, settled when the facet is confirmed.
CREATE TABLE knowledge (
  id          TEXT PRIMARY KEY,
  person_id   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  facet       TEXT NOT NULL,
  area        TEXT NOT NULL CHECK (area IN ('workstyle', 'values', 'followership')),
  on_day      TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('na', 'unknown', 'assumed', 'told', 'seen')),
  text        TEXT,
  source      TEXT,
  confidence  REAL CHECK (confidence IS NULL OR (state = 'assumed' AND confidence BETWEEN 0.5 AND 1)),
  outcome     TEXT CHECK (outcome IS NULL OR (confidence IS NOT NULL AND outcome IN ('right', 'wrong', 'half'))),
  settled_on  TEXT,
  settled_by  TEXT REFERENCES knowledge (id) DEFERRABLE INITIALLY DEFERRED,
  fresh_until TEXT,
  CHECK ((outcome IS NULL) = (settled_on IS NULL)),
  CHECK ((fresh_until IS NOT NULL) = (state IN ('told', 'seen')))
) STRICT;
CREATE INDEX knowledge_person ON knowledge (person_id, facet, on_day, id);
CREATE INDEX knowledge_day ON knowledge (on_day, id);
CREATE INDEX knowledge_settled ON knowledge (settled_by) WHERE settled_by IS NOT NULL;

-- The user's own questions, and those of a pack that they reworded or retired (pack_id names it).
CREATE TABLE question (
  id          TEXT PRIMARY KEY,
  pack_id     TEXT UNIQUE,
  on_day      TEXT NOT NULL,
  text        TEXT NOT NULL,
  facets_json TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('active', 'retired'))
) STRICT;

-- A question that was asked: of whom, in which words, what was learned, and which knowledge it led to.
CREATE TABLE question_asked (
  id           TEXT PRIMARY KEY,
  question     TEXT NOT NULL,
  text         TEXT NOT NULL,
  person_id    TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  on_day       TEXT NOT NULL,
  learned      TEXT,
  knowledge_id TEXT REFERENCES knowledge (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX question_asked_question ON question_asked (question, on_day);
CREATE INDEX question_asked_person ON question_asked (person_id, on_day) WHERE person_id IS NOT NULL;
CREATE INDEX question_asked_knowledge ON question_asked (knowledge_id) WHERE knowledge_id IS NOT NULL;

-- A leader's question put to the user, kept in its words until it is answered.
CREATE TABLE heard (
  id          TEXT PRIMARY KEY,
  session_id  TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  person_id   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  on_day      TEXT NOT NULL,
  about       TEXT NOT NULL CHECK (about IN ('reason', 'fit', 'customer', 'success', 'challenge')),
  text        TEXT NOT NULL,
  answered_on TEXT,
  answer      TEXT
) STRICT;
CREATE INDEX heard_person ON heard (person_id, on_day) WHERE person_id IS NOT NULL;
CREATE INDEX heard_session ON heard (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX heard_open ON heard (on_day) WHERE answered_on IS NULL;

-- One's own words about leading, each dated, the latest of a kind in force: the focus, the one conscious choice, "my
-- way of leading", the scene imagined on the first day.
CREATE TABLE statement (
  id      TEXT PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('focus', 'choice', 'way', 'scene')),
  on_day  TEXT NOT NULL,
  text    TEXT NOT NULL,
  because TEXT
) STRICT;
CREATE INDEX statement_kind ON statement (kind, on_day, id);

CREATE TABLE milestone (
  id         TEXT PRIMARY KEY,
  made_on    TEXT NOT NULL,
  text       TEXT NOT NULL,
  due_on     TEXT NOT NULL,
  reached_on TEXT,
  dropped_on TEXT,
  CHECK (reached_on IS NULL OR dropped_on IS NULL)
) STRICT;
CREATE INDEX milestone_due ON milestone (due_on, id);

ALTER TABLE intention ADD COLUMN focus_id TEXT REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE exercise_run ADD COLUMN focus_id TEXT REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX intention_focus ON intention (focus_id) WHERE focus_id IS NOT NULL;
CREATE INDEX exercise_run_focus ON exercise_run (focus_id) WHERE focus_id IS NOT NULL;

-- A promise or commitment. by_id NULL: mine; to_id NULL: to nobody in particular.
CREATE TABLE promise (
  id          TEXT PRIMARY KEY,
  made_on     TEXT NOT NULL,
  text        TEXT NOT NULL,
  by_id       TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  to_id       TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  due_on      TEXT,
  outcome     TEXT CHECK (outcome IN ('kept', 'dropped')),
  settled_on  TEXT,
  why         TEXT,
  wording     TEXT CHECK (wording IN ('result', 'activity')),
  proposed_by TEXT CHECK (proposed_by IN ('owner', 'me')),
  success     TEXT,
  focus_id    TEXT REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((outcome IS NULL) = (settled_on IS NULL))
) STRICT;
CREATE INDEX promise_open ON promise (due_on, id) WHERE outcome IS NULL;
CREATE INDEX promise_made ON promise (made_on, id);
CREATE INDEX promise_by ON promise (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX promise_to ON promise (to_id) WHERE to_id IS NOT NULL;
CREATE INDEX promise_focus ON promise (focus_id) WHERE focus_id IS NOT NULL;

-- Who owns a commitment together with its owner.
CREATE TABLE promise_owner (
  id         TEXT PRIMARY KEY,
  promise_id TEXT NOT NULL REFERENCES promise (id) DEFERRABLE INITIALLY DEFERRED,
  person_id  TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (promise_id, person_id)
) STRICT;
CREATE INDEX promise_owner_person ON promise_owner (person_id);

-- An options page. owner_id NULL: mine to decide.
CREATE TABLE decision (
  id            TEXT PRIMARY KEY,
  opened_on     TEXT NOT NULL,
  question      TEXT NOT NULL,
  owner_id      TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  due_on        TEXT,
  challenger_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  option_id     TEXT REFERENCES decision_option (id) DEFERRABLE INITIALLY DEFERRED,
  chosen_on     TEXT,
  sign          TEXT,
  complete      INTEGER CHECK (complete IN (0, 1)),
  CHECK ((option_id IS NULL) = (chosen_on IS NULL) AND (option_id IS NULL) = (complete IS NULL))
) STRICT;
CREATE INDEX decision_opened ON decision (opened_on, id);
CREATE INDEX decision_owner ON decision (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX decision_challenger ON decision (challenger_id) WHERE challenger_id IS NOT NULL;
CREATE INDEX decision_option_chosen ON decision (option_id) WHERE option_id IS NOT NULL;

CREATE TABLE decision_option (
  id            TEXT PRIMARY KEY,
  decision_id   TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  place         INTEGER NOT NULL CHECK (place >= 1),
  title         TEXT NOT NULL,
  benefits      TEXT,
  costs         TEXT,
  bearers       TEXT,
  reversibility TEXT CHECK (reversibility IN ('easily', 'with-effort', 'hardly')),
  confidence    REAL CHECK (confidence BETWEEN 0 AND 1),
  status_quo    INTEGER NOT NULL CHECK (status_quo IN (0, 1)),
  UNIQUE (decision_id, place)
) STRICT;

-- A decision is looked at again 30 and 90 days after it was made.
CREATE TABLE look_back (
  id          TEXT PRIMARY KEY,
  decision_id TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  due_on      TEXT NOT NULL,
  held_on     TEXT,
  verdict     TEXT CHECK (verdict IN ('stands', 'changed', 'reversed')),
  text        TEXT,
  CHECK ((held_on IS NULL) = (verdict IS NULL))
) STRICT;
CREATE INDEX look_back_decision ON look_back (decision_id, due_on);
CREATE INDEX look_back_open ON look_back (due_on) WHERE held_on IS NULL;

DROP VIEW v_person;
CREATE VIEW v_person AS
  SELECT person.code, person.name, person.cadence_days, person.added_on, person.state,
         (SELECT max(on_day) FROM contact WHERE contact.person_id = person.id) AS last_contact,
         person.role_since, person.team_since, person.manager_since, person.future_role,
         departure.on_day AS left_on, departure.reason AS leave_reason, departure.growth, departure.cost
  FROM person LEFT JOIN departure ON departure.person_id = person.id;

DROP VIEW v_intention;
CREATE VIEW v_intention AS
  SELECT intention.id, intention.made_on, intention.if_text, intention.then_text, intention.outcome,
         intention.settled_on, intention.session_id, focus.text AS focus
  FROM intention LEFT JOIN statement AS focus ON focus.id = intention.focus_id;

DROP VIEW v_exercise_run;
CREATE VIEW v_exercise_run AS
  SELECT run.id, run.exercise_id AS exercise, run.state, run.state_on AS on_day, run.planned_on, run.reason,
         run.follow_up_on, run.followed_up_on, person.code AS person, focus.text AS focus
  FROM exercise_run AS run LEFT JOIN person ON person.id = run.person_id
       LEFT JOIN statement AS focus ON focus.id = run.focus_id;

CREATE VIEW v_contact AS
  SELECT contact.id, person.code AS person, contact.on_day, contact.bad_news, contact.opening, contact.came_for,
         contact.session_id
  FROM contact JOIN person ON person.id = contact.person_id;

CREATE VIEW v_label AS
  SELECT label.id, person.code AS person, label.on_day, label.word, label.side, label.moment
  FROM label JOIN person ON person.id = label.person_id;

CREATE VIEW v_benefit AS
  SELECT benefit.id, person.code AS person, benefit.on_day, benefit.text
  FROM benefit JOIN person ON person.id = benefit.person_id;

-- The latest word on each facet. A role, team or manager that is newer than it ends its freshness the day before.
CREATE VIEW v_facet AS
  SELECT known.id, person.code AS person, known.facet, known.area, known.state, known.text, known.source,
         known.on_day AS checked_on,
         min(known.fresh_until,
             iif(person.role_since > known.on_day, date(person.role_since, '-1 day'), '9999-12-31'),
             iif(person.team_since > known.on_day, date(person.team_since, '-1 day'), '9999-12-31'),
             iif(person.manager_since > known.on_day, date(person.manager_since, '-1 day'), '9999-12-31'))
           AS fresh_until
  FROM knowledge AS known LEFT JOIN person ON person.id = known.person_id
  WHERE NOT EXISTS (SELECT 1 FROM knowledge AS later
                    WHERE later.person_id IS known.person_id AND later.facet = known.facet
                      AND (later.on_day, later.id) > (known.on_day, known.id));

CREATE VIEW v_bet AS
  SELECT bet.id, person.code AS person, bet.facet, bet.on_day AS made_on, bet.text, bet.confidence, bet.outcome,
         bet.settled_on
  FROM knowledge AS bet LEFT JOIN person ON person.id = bet.person_id
  WHERE bet.confidence IS NOT NULL;

CREATE VIEW v_question_asked AS
  SELECT asked.id, asked.question, asked.text, person.code AS person, asked.on_day, asked.learned,
         knowledge.facet
  FROM question_asked AS asked LEFT JOIN person ON person.id = asked.person_id
       LEFT JOIN knowledge ON knowledge.id = asked.knowledge_id;

CREATE VIEW v_heard AS
  SELECT heard.id, person.code AS person, heard.on_day, heard.about, heard.text, heard.answered_on, heard.answer,
         heard.session_id
  FROM heard LEFT JOIN person ON person.id = heard.person_id;

CREATE VIEW v_promise AS
  SELECT promise.id, promise.made_on, promise.text, maker.code AS by_person, receiver.code AS to_person,
         promise.due_on, promise.outcome, promise.settled_on, promise.why, promise.wording, promise.proposed_by,
         promise.success, focus.text AS focus,
         (SELECT group_concat(person.code, ' ' ORDER BY person.code) FROM promise_owner
          JOIN person ON person.id = promise_owner.person_id WHERE promise_owner.promise_id = promise.id) AS together
  FROM promise LEFT JOIN person AS maker ON maker.id = promise.by_id
       LEFT JOIN person AS receiver ON receiver.id = promise.to_id
       LEFT JOIN statement AS focus ON focus.id = promise.focus_id;

CREATE VIEW v_statement AS
  SELECT id, kind, on_day, text, because FROM statement;

CREATE VIEW v_milestone AS
  SELECT id, made_on, text, due_on, reached_on, dropped_on FROM milestone;

CREATE VIEW v_decision AS
  SELECT decision.id, decision.opened_on, decision.question, owner.code AS owner, decision.due_on,
         challenger.code AS challenger, chosen.title AS chosen, decision.chosen_on, decision.sign, decision.complete
  FROM decision LEFT JOIN person AS owner ON owner.id = decision.owner_id
       LEFT JOIN person AS challenger ON challenger.id = decision.challenger_id
       LEFT JOIN decision_option AS chosen ON chosen.id = decision.option_id;

CREATE VIEW v_decision_option AS
  SELECT id, decision_id, place, title, benefits, costs, bearers, reversibility, confidence, status_quo
  FROM decision_option;

CREATE VIEW v_look_back AS
  SELECT id, decision_id, due_on, held_on, verdict, text FROM look_back;
