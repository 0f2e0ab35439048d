import { RATING_VERSIONS } from '../content/ratings.ts';
import type { Day } from '../domain/day.ts';
import type { Heard } from '../domain/heard.ts';
import { type Answers, RECALL_DAYS, recallLag, type Session } from '../domain/session.ts';
import type { Met } from '../domain/tally.ts';
import { addHeard } from '../store/heard.ts';
import type { Journal } from '../store/journal.ts';
import { addContact, listPeople } from '../store/person.ts';
import { sessionById } from '../store/session.ts';
import { addSession } from '../store/session-write.ts';
import { write } from '../store/write.ts';
import type { Context } from './context.ts';

/** Something logged as it happened: counts, a note or a rating, on its way into the journal. */
export interface Moment {
  readonly on: Day;
  readonly answers: Pick<Answers, 'tallies' | 'note' | 'R0'>;
  /** Code of the person it is about. */
  readonly person: string | null;
  /** It was a two-way talk with that person. */
  readonly contact: boolean;
  readonly minutes?: number | null;
  readonly met?: Met | null;
  /** A question of theirs, in its words. */
  readonly heard?: Pick<Heard, 'about' | 'text'> | null;
}

/** Stores a moment, with the contact if it was one, as one action. */
export function keepMoment(journal: Journal, context: Context, moment: Moment): Session {
  const { on, answers, person, contact, minutes = null, met = null, heard = null } = moment;
  const { instant, zone } = context.now;
  const lag = recallLag(on, context.today);
  return write(journal, context.command, (tx) => {
    const sessionId = addSession(tx, {
      kind: 'moment',
      on,
      zone,
      startedAt: instant,
      endedAt: instant,
      seconds: null,
      source: context.interactive ? 'terminal' : 'script',
      recallLagDays: lag,
      late: lag > RECALL_DAYS && answers.tallies !== undefined,
      answers,
      person,
      minutes,
      met,
      ratingVersions: RATING_VERSIONS,
    });
    const known = listPeople({ db: tx.db }).find(({ code }) => code === person);
    if (contact && known) addContact(tx, known.id, on, sessionId);
    if (heard) addHeard(tx, { ...heard, on, personId: known?.id ?? null, sessionId });
    // Read back before it counts: what cannot be read here was not stored.
    return sessionById({ db: tx.db }, sessionId);
  });
}
