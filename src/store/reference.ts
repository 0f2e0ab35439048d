import { NAMED, type Named } from '../domain/named.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';

export interface Reference {
  readonly noun: Named;
  readonly id: string;
}

/** Fewest characters shown: like git's, long enough to stay unique for a while. */
const SHORTEST = 8;

/** The ids before and behind an id, of every noun. */
const NEIGHBOURS = NAMED.map(
  (noun) => `SELECT (SELECT max(id) FROM ${noun} WHERE id < @id) AS id
             UNION ALL SELECT (SELECT min(id) FROM ${noun} WHERE id > @id)`,
).join(' UNION ALL ');

/**
 * The shortest prefix of each id that no other record shares, at least 8 characters.
 * Ids begin with the time, so it is the neighbours in order that decide.
 */
export function shortIds({ db }: Journal, ids: readonly string[]): Map<string, string> {
  const near = (id: string) =>
    rows<{ id: string | null }>(db, NEIGHBOURS, { id }).map((each) => each.id);
  const shared = (a: string, b: string) => {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return i;
  };
  return new Map(
    ids.map((id) => {
      const longest = Math.max(0, ...near(id).map((other) => (other ? shared(id, other) : 0)));
      const length = Math.max(SHORTEST, longest + 1);
      return [id, id.slice(0, id[length - 1] === '-' ? length + 1 : length)];
    }),
  );
}

/**
 * Finds the one record that a prefix names, among the nouns given.
 * @throws UserError (usage) when none or several fit.
 */
export function resolveId(
  { db }: Pick<Journal, 'db'>,
  prefix: string,
  nouns: readonly Named[] = NAMED,
): Reference {
  if (prefix === 'last' && nouns.includes('session')) {
    const last = row<{ id: string }>(
      db,
      // A check-in stands on the Sunday of its week, which may be still to come: the last one made is among the last days.
      `SELECT id FROM session WHERE on_day >= (SELECT date(max(on_day), '-8 days') FROM session)
       ORDER BY min(on_day, substr(ended_at, 1, 10)) DESC, id DESC LIMIT 1`,
    );
    if (last) return { noun: 'session', id: last.id };
  }
  const found = /^[0-9a-f-]{4,36}$/i.test(prefix)
    ? nouns.flatMap((noun) =>
        rows<{ id: string }>(
          db,
          `SELECT id FROM ${noun} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2`,
          prefix.toLowerCase(),
          `${prefix.toLowerCase()}g`,
        ).map(({ id }) => ({ noun, id })),
      )
    : [];
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  throw new UserError(
    only ? `"${prefix}" fits more than one entry.` : `"${prefix}" is no entry of this journal.`,
    only
      ? 'Write a few more of its characters.'
      : 'praxis list, intentions and search show the ids.',
    EXIT.usage,
  );
}
