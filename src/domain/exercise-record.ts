import { EXIT, UserError } from '../errors.ts';
import { didYouMean } from './nearest.ts';

/** One value that a run records. `role` marks the two sides of a share: `x` of `n`. */
export interface RecordField {
  readonly key: string;
  readonly label: string;
  readonly takes: 'count' | 'text' | readonly string[];
  readonly role?: 'x' | 'n';
}

const count = (key: string, label: string, role?: 'x' | 'n'): RecordField => ({
  key,
  label,
  takes: 'count',
  ...(role ? { role } : {}),
});
const text = (key: string, label: string): RecordField => ({ key, label, takes: 'text' });
const one = (key: string, label: string, ...of: string[]): RecordField => ({
  key,
  label,
  takes: of,
});

/** What the exercises record, by kind. Shares carry both their sides, so that a busy week does not look like a good one. */
export const RECORDS = {
  loop: [
    one('opener', 'who opened first', 'me', 'them'),
    count('offered', 'openings you offered', 'n'),
    count('met', 'of these, met with an opening of theirs', 'x'),
  ],
  listening: [
    count('rounds', 'times you gave it back', 'n'),
    count('accepted', 'of these, accepted at the first or second try', 'x'),
  ],
  questions: [count('all', 'questions you asked', 'n'), count('open', 'of these, open ones', 'x')],
  hold: [
    count('moments', 'times you asked back first', 'n'),
    count('own-step', 'of these, they left with a step of their own', 'x'),
  ],
  ownership: [
    text('decision', 'the decision that moved'),
    one('from', 'from step', '1', '2', '3', '4', '5', '6'),
    one('to', 'to step', '1', '2', '3', '4', '5', '6'),
  ],
  proposals: [
    count('problems', 'problems that reached you', 'n'),
    count('intended', 'of these, with an intention', 'x'),
  ],
  decision: [
    count('options', 'options compared'),
    one('complete', 'every field filled before the choice', 'yes', 'no'),
  ],
  facets: [
    count('asked', 'facets asked about', 'n'),
    count('confirmed', 'of these, confirmed', 'x'),
    count('corrected', 'guesses corrected'),
  ],
  bets: [count('bets', 'bets settled', 'n'), count('right', 'of these, right', 'x')],
  'question-list': [
    count('struck', 'questions struck'),
    count('rewritten', 'questions rewritten'),
    count('added', 'questions added'),
  ],
  movement: [
    one('stage', 'the stage it reached', 'alone', 'one', 'two', 'group', 'normal'),
    text('joined', 'who joined whom'),
  ],
  'first-step': [
    one('taken', 'the first step was taken within a day', 'yes', 'no'),
    text('snag', 'the snag'),
  ],
  outcome: [
    text('outcome', 'the outcome, in one sentence'),
    one('owner-proposed', 'the owner proposed date and checkpoints', 'yes', 'no'),
  ],
  routing: [
    count('shared', 'problems given to two', 'n'),
    count('settled', 'of these, settled among them', 'x'),
  ],
  challenge: [
    count('raised', 'objections raised', 'n'),
    count('changed', 'of these, that changed something', 'x'),
  ],
  alignment: [count('compared', 'aims compared', 'n'), count('matches', 'of these, matching', 'x')],
  blocks: [
    count('blocks', 'blocks counted', 'n'),
    count('on-three', 'of these, on the three', 'x'),
  ],
  farewell: [count('talks', 'open talks about a next step'), count('contacts', 'contacts renewed')],
  promises: [
    count('due', 'promises due', 'n'),
    count('kept', 'of these, kept on time', 'x'),
    count('struck', 'promises taken back openly'),
  ],
  plain: [text('what', 'what happened, in one sentence')],
} as const satisfies Record<string, readonly RecordField[]>;
export type RecordKind = keyof typeof RECORDS;
export const RECORD_KINDS = Object.keys(RECORDS) as RecordKind[];

export function fieldsOf(kind: RecordKind): readonly RecordField[] {
  return RECORDS[kind];
}

/** Values of a record by field, as they were given. */
export type RecordValues = Readonly<Record<string, string | number>>;

/** The two sides of the share that a record holds, null where it holds none. */
export function shareIn(
  kind: RecordKind,
  values: RecordValues,
): { x: number | null; n: number | null } {
  const side = (role: 'x' | 'n') => {
    const field = fieldsOf(kind).find((each) => each.role === role);
    const value = field && values[field.key];
    return typeof value === 'number' ? value : null;
  };
  return { x: side('x'), n: side('n') };
}

/**
 * Reads `key=value` words into the values of a record.
 * @throws UserError (usage) that names the key, and the nearest valid one.
 */
export function readRecordValues(kind: RecordKind, words: readonly string[]): RecordValues {
  const fields = fieldsOf(kind);
  const keys = fields.map(({ key }) => key);
  const values: Record<string, string | number> = {};
  for (const word of words) {
    const [, key = '', value = ''] = /^([^=]*)=([\s\S]*)$/.exec(word) ?? ['', word, ''];
    const field = fields.find((each) => each.key === key);
    if (!field) {
      throw new UserError(
        `"${key}" is nothing that this exercise records.${didYouMean(key, keys)}`,
        `It records ${keys.map((each) => `${each}=...`).join(' ')}. Nothing was stored.`,
        EXIT.usage,
      );
    }
    values[key] = readRecordValue(field, value);
  }
  checkShare(kind, values);
  return values;
}

/** @throws UserError (usage) when the field does not take the value. */
export function readRecordValue({ key, takes }: RecordField, value: string): string | number {
  const fits =
    takes === 'count'
      ? /^\d{1,3}$/.test(value)
      : takes === 'text'
        ? value.trim() !== '' && value.isWellFormed()
        : takes.includes(value);
  if (fits) return takes === 'count' ? Number(value) : value;
  const wanted =
    takes === 'count'
      ? 'a whole number from 0 to 999'
      : takes === 'text'
        ? 'text'
        : takes.join(', ');
  const such = takes === 'count' ? '2' : takes === 'text' ? '"a few words"' : takes[0];
  throw new UserError(
    `"${key}" takes ${wanted}.`,
    `Write it as ${key}=${such}. Nothing was stored.`,
    EXIT.usage,
  );
}

function checkShare(kind: RecordKind, values: RecordValues): void {
  const { x, n } = shareIn(kind, values);
  if (x === null || n === null || x <= n) return;
  const written = (role: 'x' | 'n') => {
    const key = fieldsOf(kind).find((each) => each.role === role)?.key ?? '';
    return `${key}=${values[key]}`;
  };
  throw new UserError(
    `${written('x')} is more than ${written('n')}.`,
    'It is a part of it, so write at most as many. Nothing was stored.',
    EXIT.usage,
  );
}
