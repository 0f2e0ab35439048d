import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { VIEWS } from '../../src/domain/views.ts';
import { TABLE_NAMES } from '../../src/store/tables.ts';
import { jrnlText, jrnlTime } from './jrnl.ts';
import { HOME, type Measured, median, SHELL, sqlite3, type Took, weighed } from './run.ts';
import { figure, table } from './table.ts';

/** Of an import, which holds no more of a file than a few pieces of it. */
const MOST_IMPORT_MB = 250;
/** Import time an entry: at most so much more at 100,000 than at 10,000, and at least so much. */
const LINEAR = 0.2;
/** How often each import is run: the median counts, and the most memory. */
const IMPORTS = 3;

interface Row {
  readonly name: string;
  readonly things: number;
  readonly took: Took;
  readonly shell: Took | undefined;
  readonly mostMb?: number;
}

/** Imports of jrnl, three times each, and a million answers out and in, once. */
export function inAndOut(largest: Measured): string {
  const shell = <T>(use: () => T): T | undefined => (SHELL === null ? undefined : use());
  const imports = (
    [
      ['10k', 10_000],
      ['100k', 100_000],
    ] as const
  ).map(([name, entries]): Row => {
    const runs = Array.from({ length: IMPORTS }, (_, i) => {
      const file = join(HOME, `import-${name}-${i}.db`);
      const took = weighed(['import', 'jrnl', resolve(`bench/journals/jrnl-${name}.txt`)], file);
      checkTexts(file, entries);
      rmSync(file);
      return took;
    });
    const took = {
      ms: median(runs.map(({ ms }) => ms)),
      mb: Math.max(...runs.map(({ mb }) => mb)),
    };
    const read = shell(() => readLines(name, entries));
    return { name: 'import jrnl', things: entries, took, shell: read, mostMb: MOST_IMPORT_MB };
  });
  const answers = answersIn(largest.file);
  const out = join(HOME, 'out.jsonl');
  const json = TABLE_NAMES.map((name) => `SELECT * FROM ${name} ORDER BY id;`).join('\n');
  const csv = VIEWS.map(({ view }) => `SELECT * FROM ${view};`).join('\n');
  const run = (name: string, args: readonly string[], script?: string): Row => {
    const took = weighed(args, largest.file);
    const read = script === undefined ? undefined : shell(() => sqlite3(largest.file, script));
    return { name, things: answers, took, shell: read };
  };
  const rows: Row[] = [
    ...imports,
    run('export jsonl', ['export', 'jsonl', '--out', out], `.mode json\n${json}`),
    run('export csv', ['export', 'csv', '--out', join(HOME, 'csv')], `.mode csv\n${csv}`),
    run('export markdown', ['export', 'markdown', '--out', join(HOME, 'out')]),
    {
      name: 'import jsonl',
      things: answers,
      took: weighed(['import', 'jsonl', out], join(HOME, 'import-jsonl.db')),
      shell: undefined,
      mostMb: MOST_IMPORT_MB,
    },
    {
      name: 'first write of a day',
      things: answers,
      took: weighed(['tally', 'c'], largest.file, '2026-11-21T18:10:00Z'),
      shell: undefined,
    },
  ];
  const each = ({ took, things }: Row) => (1000 * took.ms) / things;
  const cells = rows.map((row) => [
    row.name,
    row.things.toLocaleString('en'),
    figure(row.took.ms / 1000, 1),
    figure(each(row), 0),
    figure(row.took.mb, 0, row.mostMb),
    row.mostMb?.toString() ?? '',
    figure((row.shell?.ms ?? Number.NaN) / 1000, 1),
    figure(row.shell?.mb ?? Number.NaN, 0),
  ]);
  const [few, many] = imports;
  const growth = few && many ? each(many) / each(few) : Number.NaN;
  return [
    table(
      [
        'in and out',
        'entries, answers',
        's',
        'ms/1,000',
        'peak MB',
        'at most',
        'sqlite3 s',
        'its MB',
      ],
      cells,
    ),
    '',
    `Import of jrnl takes ${figure(growth, 2, 1 + LINEAR)} times as long an entry at 100,000 as at 10,000 (at most ${1 + LINEAR}). Every text that came in is the one that was written.`,
    `The file of jsonl has ${figure(statSync(out).size / 1e6, 0)} MB, the Markdown ${readdirSync(join(HOME, 'out')).length.toLocaleString('en')} files.`,
  ].join('\n');
}

/** The shell takes the same entries into a table: a time and a text, and nothing is looked through. */
function readLines(name: string, entries: number): Took {
  const file = join(HOME, `jrnl-${name}.csv`);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: entries }, (_, n) => `${jrnlTime(n)},${quoted(jrnlText(n))}`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const script = `CREATE TABLE entry (at TEXT, text TEXT);\n.import --csv ${file} entry\n`;
  return sqlite3(join(HOME, `shell-${name}.db`), script);
}

function answersIn(file: string): number {
  const db = new Sqlite(file, { readonly: true });
  try {
    return ['answer', 'tally', 'rating', 'ratio']
      .map((name) => db.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number)
      .reduce((sum, n) => sum + n, 0);
  } finally {
    db.close();
  }
}

/** @throws Error when an import lost an entry or changed a byte of one. */
function checkTexts(file: string, entries: number): void {
  const db = new Sqlite(file, { readonly: true });
  try {
    let n = 0;
    const texts = db.prepare(
      "SELECT text, started_at AS at FROM answer JOIN session ON session.id = session_id WHERE item = 'note' ORDER BY session_id",
    );
    for (const { text, at } of texts.iterate() as IterableIterator<{ text: string; at: string }>) {
      if (text !== jrnlText(n) || !at.startsWith(jrnlTime(n).replace(' ', 'T')))
        throw new Error(`entry ${n} is not what was written: ${at} ${text}`);
      n += 1;
    }
    if (n !== entries) throw new Error(`${n} entries of ${entries}`);
  } finally {
    db.close();
  }
}
