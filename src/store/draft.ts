import type { Day } from '../domain/day.ts';
import type { SessionKind } from '../domain/session.ts';
import { refuseUnderHold } from './hold.ts';
import type { Journal } from './journal.ts';
import { asJournalError } from './journal-error.ts';
import { prepared, row, rows } from './prepared.ts';
import { begin, ready, type Tx } from './write.ts';

/** Sessions that are held at a terminal. */
export type DraftKind = Extract<SessionKind, 'daily' | 'weekly' | 'monthly' | 'quarterly'>;

/** An unfinished session, or an unfinished options page: what was to be asked, and what was answered so far. */
export interface Draft<Content, Kind = DraftKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly on: Day;
  readonly startedAt: string;
  readonly savedAt: string;
  /** Seconds at the keyboard so far. */
  readonly seconds: number;
  readonly content: Content;
}

/**
 * Puts a draft on disk and returns only then. Drafts stand outside the change log: they are what an answer
 * lives in until its session is whole, not part of the journal's history.
 */
export function saveDraft(journal: Journal, draft: Draft<unknown, DraftKind | 'decision'>): void {
  outsideTheLog(journal, () =>
    prepared(
      journal.db,
      `INSERT INTO draft (id, kind, on_day, started_at, saved_at, seconds, content)
       VALUES (@id, @kind, @on, @startedAt, @savedAt, @seconds, @content)
       ON CONFLICT (kind, on_day) DO UPDATE SET
         id = excluded.id, started_at = excluded.started_at, saved_at = excluded.saved_at,
         seconds = excluded.seconds, content = excluded.content`,
    ).run({ ...draft, content: JSON.stringify(draft.content) }),
  );
}

const SELECT =
  'SELECT id, kind, on_day AS "on", started_at AS startedAt, saved_at AS savedAt, seconds, content FROM draft';

/** Unfinished sessions, of one kind or of all, the latest day first. One that cannot be read is left to the doctor. */
export function listDrafts<Content>({ db }: Journal, kind?: DraftKind): Draft<Content>[] {
  return rows<Draft<string>>(
    db,
    `${SELECT} WHERE json_valid(content) AND CASE WHEN @kind IS NULL THEN kind <> 'decision' ELSE kind = @kind END
     ORDER BY on_day DESC, id`,
    { kind: kind ?? null },
  ).map((draft) => ({ ...draft, content: JSON.parse(draft.content) as Content }));
}

/** The options page that was left unfinished last. */
export function unfinishedPage<Content>({ db }: Journal): Draft<Content, 'decision'> | undefined {
  const found = row<Draft<string, 'decision'>>(
    db,
    `${SELECT} WHERE json_valid(content) AND kind = 'decision' ORDER BY on_day DESC LIMIT 1`,
  );
  return found && { ...found, content: JSON.parse(found.content) as Content };
}

/** Removes a draft that holds nothing that is not kept elsewhere: it was stored, or nothing was answered. */
export function discardDraft(journal: Journal, id: string): void {
  outsideTheLog(journal, () => prepared(journal.db, 'DELETE FROM draft WHERE id = ?').run(id));
}

/** Lets an unfinished session go, with what was answered. @throws UserError (cannot) under a hold: those are words too. */
export function letGo(journal: Journal, id: string): void {
  outsideTheLog(journal, () => {
    refuseUnderHold(journal.db, 'discarding');
    prepared(journal.db, 'DELETE FROM draft WHERE id = ?').run(id);
  });
}

/** Removes a draft in the same transaction that makes a session of it: an evening is never offered twice. */
export function removeDraft(tx: Tx, id: string): void {
  prepared(tx.db, 'DELETE FROM draft WHERE id = ?').run(id);
}

/** Removes the drafts of a day: for what is to be gone from everywhere. */
export function removeDraftsOf(tx: Tx, on: Day): void {
  prepared(tx.db, 'DELETE FROM draft WHERE on_day = ?').run(on);
}

function outsideTheLog(journal: Journal, change: () => unknown): void {
  ready(journal);
  const { db } = journal;
  try {
    begin(journal);
    change();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw asJournalError(error, journal.file);
  } finally {
    db.exec('PRAGMA query_only = ON');
  }
}
