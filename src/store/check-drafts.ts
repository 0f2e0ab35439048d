import type { Database } from 'better-sqlite3';
import type { Finding } from '../domain/finding.ts';
import { rows } from './prepared.ts';

/** After two weeks nobody takes a session up again. */
const STALE_MS = 14 * 86_400_000;

/** Looks for unfinished sessions that were left too long, or that cannot be read. */
export function checkDrafts(
  db: Database,
  now: string,
  discardDraft: (id: string) => void,
): Finding[] {
  const old = new Date(Date.parse(now) - STALE_MS).toISOString();
  return rows<{ id: string; on: string; kind: string; whole: 0 | 1 }>(
    db,
    `SELECT id, on_day AS "on", kind, json_valid(content) AS whole FROM draft
     WHERE saved_at < ? OR NOT json_valid(content) ORDER BY on_day, id`,
    old,
  ).map(({ id, on, kind, whole }) => {
    const what = `${kind === 'decision' ? 'options page' : 'session'} of ${on}`;
    const command = kind === 'decision' ? 'praxis decide new' : (HELD_BY[kind] ?? 'praxis reflect');
    const asks = 'praxis doctor --fix asks whether to let it go.';
    return {
      check: 'drafts',
      severity: 'note',
      ...(whole === 1
        ? {
            what: `${kind === 'decision' ? 'An' : 'A'} ${what} was left unfinished more than two weeks ago.`,
            why: 'What was answered in it is kept, but is no entry yet and in no count.',
            next: `${command} takes it up again; ${asks}`,
          }
        : {
            what: `The unfinished ${what} cannot be read.`,
            why: 'Another program changed it, or the disk did. It is offered no more.',
            next: `praxis doctor --salvage DIR writes out what there is of it; ${asks}`,
          }),
      question: `Let go of the unfinished ${what}, with what was answered in it?`,
      mend: () => {
        discardDraft(id);
        return `The unfinished ${what} is let go.`;
      },
    };
  });
}

/** The command that takes up a session of a kind. */
const HELD_BY: Readonly<Record<string, string>> = {
  weekly: 'praxis checkin',
  monthly: 'praxis review month',
  quarterly: 'praxis review quarter',
};
