-- Commands of every day stay quick however long the journal is: no statement of theirs reads a table that grows whole.

-- The day of each text stands beside its place in the index: the latest texts with a word everybody uses are found
-- without reading all the others.
ALTER TABLE passage ADD COLUMN on_day TEXT NOT NULL DEFAULT '';
UPDATE passage SET on_day = coalesce(CASE table_name
  WHEN 'answer' THEN (SELECT on_day FROM answer WHERE id = row_id)
  WHEN 'intention' THEN (SELECT made_on FROM intention WHERE id = row_id)
  WHEN 'exercise_log' THEN (SELECT on_day FROM exercise_log WHERE id = row_id)
  WHEN 'person' THEN (SELECT added_on FROM person WHERE id = row_id)
  WHEN 'departure' THEN (SELECT on_day FROM departure WHERE id = row_id)
  WHEN 'benefit' THEN (SELECT on_day FROM benefit WHERE id = row_id)
  WHEN 'label' THEN (SELECT on_day FROM label WHERE id = row_id)
  WHEN 'knowledge' THEN (SELECT on_day FROM knowledge WHERE id = row_id)
  WHEN 'question' THEN (SELECT on_day FROM question WHERE id = row_id)
  WHEN 'question_asked' THEN (SELECT on_day FROM question_asked WHERE id = row_id)
  WHEN 'statement' THEN (SELECT on_day FROM statement WHERE id = row_id)
  WHEN 'milestone' THEN (SELECT made_on FROM milestone WHERE id = row_id)
  WHEN 'promise' THEN (SELECT made_on FROM promise WHERE id = row_id)
  WHEN 'decision' THEN (SELECT opened_on FROM decision WHERE id = row_id)
  WHEN 'decision_option' THEN (SELECT opened_on FROM decision JOIN decision_option AS option
                               ON option.decision_id = decision.id WHERE option.id = row_id)
  WHEN 'look_back' THEN (SELECT coalesce(held_on, due_on) FROM look_back WHERE id = row_id)
  WHEN 'heard' THEN (SELECT on_day FROM heard WHERE id = row_id)
  WHEN 'series_break' THEN (SELECT on_day FROM series_break WHERE id = row_id)
  WHEN 'series' THEN (SELECT added_on FROM series WHERE id = row_id)
END, '');

DROP INDEX answer_person;
CREATE INDEX answer_person ON answer (person_id, on_day, id) WHERE person_id IS NOT NULL;
CREATE INDEX contact_day ON contact (on_day);
CREATE INDEX ratio_day ON ratio (on_day);
CREATE INDEX intention_open ON intention (made_on, id) WHERE outcome IS NULL;
CREATE INDEX intention_settled_on ON intention (settled_on) WHERE settled_on IS NOT NULL;

-- As before, in words that SQLite before 3.44 reads too: with an order inside group_concat the whole journal was closed
-- to the sqlite3 of an older system.
DROP VIEW v_promise;
CREATE VIEW v_promise AS
  SELECT promise.id, promise.made_on, promise.text, maker.code AS by_person, receiver.code AS to_person,
         promise.due_on, promise.outcome, promise.settled_on, promise.why, promise.wording, promise.proposed_by,
         promise.success, focus.text AS focus,
         (SELECT group_concat(code, ' ') FROM (
            SELECT person.code FROM promise_owner JOIN person ON person.id = promise_owner.person_id
            WHERE promise_owner.promise_id = promise.id ORDER BY person.code)) AS together
  FROM promise LEFT JOIN person AS maker ON maker.id = promise.by_id
       LEFT JOIN person AS receiver ON receiver.id = promise.to_id
       LEFT JOIN statement AS focus ON focus.id = promise.focus_id;
