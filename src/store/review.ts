import type { Day } from '../domain/day.ts';
import type { ReviewPeriod } from '../domain/due-dates.ts';
import type { Intention } from '../domain/intention.ts';
import type { Rereadable } from '../domain/reread.ts';
import { periodOf, REVIEW_KINDS } from '../domain/review.ts';
import type { Session } from '../domain/session.ts';
import { WRITTEN, WRITTEN_ITEMS, type WrittenItem } from '../domain/written.ts';
import { listIntentions } from './intention.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import { listSessions } from './session.ts';

type Reading = Pick<Journal, 'db'>;

/** The review of the calendar month or quarter that a day lies in. */
export function reviewOf(journal: Reading, period: ReviewPeriod, on: Day): Session | undefined {
  const days = periodOf(period, on);
  return listSessions(journal, { kind: REVIEW_KINDS[period], ...days, limit: 1 })[0];
}

/** The latest review of a kind before a day. */
export function reviewBefore(
  journal: Reading,
  period: ReviewPeriod,
  before: Day,
): Session | undefined {
  const sessions = listSessions(journal, { kind: REVIEW_KINDS[period], to: before });
  return sessions.find(({ on }) => on < before);
}

/** Ids of all reviews: their plans stand beside them. */
export function reviewIds({ db }: Reading): ReadonlySet<string> {
  const found = rows<{ id: string }>(
    db,
    'SELECT id FROM session WHERE kind IN (SELECT value FROM json_each(?))',
    JSON.stringify(Object.values(REVIEW_KINDS)),
  );
  return new Set(found.map(({ id }) => id));
}

/** The plans that a review made, in the order they were made. */
export function plansOf(journal: Journal, sessionId: string): Intention[] {
  return listIntentions(journal)
    .filter((plan) => plan.sessionId === sessionId)
    .reverse();
}

/** A text of one's own that can be read again. */
export interface OldEntry extends Rereadable {
  readonly question: string | null;
  readonly person: string | null;
  readonly text: string;
}

/** Texts of one's own up to a day: answers to prompts, notes, and what check-ins and reviews asked in words. */
export function ownTexts({ db }: Reading, upTo: Day): OldEntry[] {
  return rows<OldEntry & { item: string }>(
    db,
    `SELECT answer.id, answer.on_day AS "on", answer.item, answer.text, person.code AS person,
            (SELECT question FROM asked WHERE asked.session_id = answer.session_id AND asked.item = answer.item) AS question
     FROM answer LEFT JOIN person ON person.id = answer.person_id
     WHERE answer.on_day <= ? AND trim(answer.text) <> ''
       AND answer.item IN (SELECT value FROM json_each(?))
     ORDER BY answer.on_day, answer.id`,
    upTo,
    JSON.stringify(['prompt', 'note', 'followUp', ...WRITTEN_ITEMS]),
  ).map(({ item, ...entry }) => ({
    ...entry,
    question: entry.question ?? WRITTEN[item as WrittenItem] ?? null,
  }));
}

/** The last day on which something was written under an item, up to a day. */
export function lastWritten({ db }: Reading, item: WrittenItem, upTo: Day): Day | undefined {
  const found = row<{ on: Day | null }>(
    db,
    'SELECT max(on_day) AS "on" FROM answer WHERE item = ? AND on_day <= ?',
    item,
    upTo,
  );
  return found?.on ?? undefined;
}
