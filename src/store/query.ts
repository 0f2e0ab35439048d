import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { EXIT, UserError } from '../errors.ts';
import type { Clock } from './journal.ts';
import { asJournalError } from './journal-error.ts';
import { openToRead } from './open.ts';

/** One question in SQL. */
export interface Query {
  readonly file: string;
  readonly sql: string;
  /** Most rows. */
  readonly limit: number;
  readonly readOnly: boolean;
}

/** A value as it travels: integers beyond 2^53 and blobs (`x'00ff'`) as text. */
export type Cell = string | number | null;

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** True when there were more rows than asked for. */
  readonly truncated: boolean;
}

type Message =
  | { readonly columns: string[] }
  | { readonly row: Cell[] }
  | { readonly end: { readonly truncated: boolean } }
  | {
      readonly error: {
        readonly message: string;
        readonly hint: string;
        readonly exitCode: number;
      };
    };

/** What is asked are views, whose columns never change their meaning. */
const ANY_SCHEMA = Number.MAX_SAFE_INTEGER;

/** Most bytes that an answer may have, and one value of it: a query is a question, not a way to fill the memory. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_VALUE = 16 * 1024 * 1024;

/**
 * Asks in a child process, which is ended when its time is up: a query that runs away is stopped for certain.
 * @throws UserError when the SQL is refused or wrong (usage), the time is up (cannot), or the journal cannot be read.
 */
export async function ask(
  query: Query,
  seconds: number,
  execPath: string,
  clock: Clock,
): Promise<Answer> {
  const own = import.meta.url;
  const program = new URL(own.endsWith('.ts') ? '../query-child.ts' : './query-child.cjs', own);
  const child = spawn(execPath, [fileURLToPath(program)], { stdio: ['pipe', 'pipe', 'ignore'] });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  try {
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(query));
    const answer = await gather(child.stdout, () => late);
    // It closes the journal before it ends; ended too early it would leave files beside it.
    if (child.exitCode === null) await once(child, 'exit');
    return answer;
  } catch (error) {
    if (late) {
      // The ended process could not tidy up behind itself.
      openToRead(query.file, clock, query.readOnly, ANY_SCHEMA).close();
      throw new UserError(
        `The query ran longer than ${seconds} s and was stopped.`,
        'Ask for less, or give it longer: --timeout S.',
        EXIT.cannot,
      );
    }
    throw error;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

async function gather(stream: NodeJS.ReadableStream, late: () => boolean): Promise<Answer> {
  let columns: string[] = [];
  const rows: Cell[][] = [];
  for await (const line of linesOf(stream)) {
    const message = JSON.parse(line) as Message;
    if ('error' in message) {
      const { message: text, hint, exitCode } = message.error;
      throw new UserError(
        text,
        hint,
        exitCode === EXIT.journal
          ? EXIT.journal
          : exitCode === EXIT.cannot
            ? EXIT.cannot
            : EXIT.usage,
      );
    }
    if ('columns' in message) columns = message.columns;
    else if ('row' in message) rows.push(message.row);
    else return { columns, rows, truncated: message.end.truncated };
  }
  throw new Error(late() ? 'late' : 'the query process ended without an answer');
}

// By line feeds alone: readline also ends a line at U+2028, which JSON may hold.
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** The child's side: reads one query, writes its answer line by line, and ends. */
export async function serveQuery(
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
  clock: Clock,
): Promise<void> {
  let source = '';
  let file = '';
  for await (const chunk of input) source += chunk;
  const send = (message: Message) => {
    const line = `${JSON.stringify(message)}\n`;
    write(line);
    return line.length;
  };
  try {
    const query = JSON.parse(source) as Query;
    file = query.file;
    checkAllowed(query.sql);
    const journal = openToRead(query.file, clock, query.readOnly, ANY_SCHEMA);
    try {
      const statement = journal.db.prepare(query.sql);
      if (!statement.readonly || !statement.reader) throw refused();
      statement.raw(true).safeIntegers(true);
      send({ columns: statement.columns().map(({ name }) => name) });
      let left = query.limit;
      let bytes = 0;
      let truncated = false;
      for (const row of statement.iterate() as IterableIterator<unknown[]>) {
        if (left-- === 0) {
          truncated = true;
          break;
        }
        bytes += send({ row: row.map(cell) });
        if (bytes > MOST_BYTES) {
          throw new UserError(
            'The answer is larger than 256 MB.',
            'Ask for less: --limit N, or fewer columns.',
            EXIT.cannot,
          );
        }
      }
      send({ end: { truncated } });
    } finally {
      journal.close();
    }
  } catch (error) {
    send({ error: told(error, file) });
  }
}

/** The statements that read and nothing else. `ATTACH` and some pragmas call themselves read-only, so it is a list. */
const ALLOWED = /^(select|with|explain|values)\b/i;

function checkAllowed(sql: string): void {
  const start = sql.replace(/^(\s|\(|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)+/, '');
  if (start === '')
    throw new UserError(
      'There is no query.',
      'praxis query "SELECT ..."; --schema shows what can be asked.',
      EXIT.usage,
    );
  if (!ALLOWED.test(start)) throw refused();
}

function refused(): UserError {
  return new UserError(
    'praxis query only reads: one SELECT, WITH, VALUES or EXPLAIN.',
    'praxis query --schema shows what can be asked. The journal was not touched.',
    EXIT.usage,
  );
}

function told(error: unknown, file = ''): { message: string; hint: string; exitCode: number } {
  if (error instanceof UserError) {
    const { message, hint, exitCode } = error;
    return { message, hint, exitCode };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/more than one statement/.test(message)) return told(refused(), file);
  // Damage is the journal's, not the question's; all else that SQLite says is about the SQL.
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const damage = /^SQLITE_(CORRUPT|NOTADB|IOERR|BUSY)/.test(code)
    ? asJournalError(error, file)
    : error;
  if (damage instanceof UserError) return told(damage, file);
  return {
    message: `SQLite: ${message}.`,
    hint: 'praxis query --schema shows the views and their columns.',
    exitCode: EXIT.usage,
  };
}

function cell(value: unknown): Cell {
  if ((typeof value === 'string' || value instanceof Uint8Array) && value.length > MOST_VALUE) {
    throw new UserError(
      'A value of the answer is larger than 16 MB.',
      'Ask for less of it: substr(text, 1, 1000).',
      EXIT.cannot,
    );
  }
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' ? value : null;
}
