import { SHELL } from './run.ts';
import { COMMON, RARE } from './words.ts';

/** A command that is measured on every journal. */
export interface Command {
  readonly args: readonly string[];
  /** Most that it should take, as a ratio to `node -e 0`, and on which journal. */
  readonly target?: readonly [ratio: number, journal: string];
  /** What the sqlite3 shell is given to read the same, or to write the same. */
  readonly sql: string;
}

/** The index of words needs SQLite 3.43; an older shell has to look into every text. */
const hasIndex = SHELL !== null && Number(SHELL.split('.')[1]) >= 43;
const found = (word: string) =>
  hasIndex
    ? `SELECT answer.session_id, answer.on_day, answer.text FROM passage_text
       JOIN passage ON passage.id = passage_text.rowid AND table_name = 'answer'
       JOIN answer ON answer.id = passage.row_id
       WHERE passage_text MATCH '"${word}"*' ORDER BY answer.on_day DESC LIMIT 50;`
    : `SELECT session_id, on_day, text FROM v_answer WHERE text LIKE '%${word}%'
       ORDER BY on_day DESC LIMIT 50;`;

const id = "lower(hex(randomblob(4))) || '-0000-7000-8000-' || lower(hex(randomblob(6)))";
const recent = "'2026-10-24' AND '2026-11-20'";

export const COMMANDS: readonly Command[] = [
  {
    args: [],
    target: [2, '3y'],
    sql: `SELECT code, warranted, sum(n) FROM v_tally WHERE on_day BETWEEN ${recent} GROUP BY 1, 2;
      SELECT * FROM v_intention ORDER BY made_on DESC LIMIT 1;
      SELECT min(on_day) FROM v_session WHERE kind = 'daily';
      SELECT * FROM v_person;`,
  },
  {
    args: ['list'],
    target: [2, '3y'],
    sql: `SELECT * FROM v_session ORDER BY on_day DESC, id DESC LIMIT 20;
      SELECT * FROM v_answer WHERE session_id IN (SELECT id FROM v_session ORDER BY on_day DESC, id DESC LIMIT 20);
      SELECT * FROM v_tally WHERE session_id IN (SELECT id FROM v_session ORDER BY on_day DESC, id DESC LIMIT 20);`,
  },
  {
    args: ['tally', 'c'],
    target: [2, '3y'],
    sql: `PRAGMA synchronous = FULL; BEGIN IMMEDIATE;
      INSERT INTO session SELECT ${id}, 'moment', '2026-11-20', '2026-W47', 'UTC', '2026-11-20T18:10:00.000Z',
        '2026-11-20T18:10:00.000Z', NULL, 'script', 1, 0, 0;
      INSERT INTO tally (id, session_id, on_day, week, code, n, warranted, late, weekly)
        SELECT ${id}, (SELECT id FROM session WHERE rowid = last_insert_rowid()), '2026-11-20', '2026-W47', 'c', 1, 0, 0, 0;
      COMMIT;`,
  },
  { args: ['search', RARE], target: [3, '200k'], sql: found(RARE) },
  { args: ['search', COMMON], sql: found(COMMON) },
  {
    args: ['trends'],
    target: [12, '200k'],
    sql: "SELECT series, week, value, n FROM v_series_point WHERE week >= '2026-W24';",
  },
  {
    args: ['due'],
    sql: `SELECT * FROM v_person; SELECT * FROM v_promise WHERE outcome IS NULL;
      SELECT max(on_day) FROM v_session WHERE kind = 'weekly';`,
  },
  {
    args: ['show', 'last'],
    sql: 'SELECT * FROM v_answer WHERE session_id = (SELECT id FROM v_session ORDER BY on_day DESC, id DESC LIMIT 1);',
  },
  {
    args: ['reflect', '--template'],
    sql: "SELECT prompt_id, on_day, skipped FROM asked WHERE item = 'prompt' ORDER BY on_day DESC LIMIT 1000;",
  },
  {
    args: ['query', 'SELECT count(*) FROM v_tally'],
    sql: 'SELECT count(*) FROM v_tally;',
  },
];

export function nameOf({ args }: Pick<Command, 'args'>): string {
  return `praxis ${args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ')}`.trim();
}
