import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { COMMANDS, nameOf } from './bench/commands.ts';
import { inAndOut } from './bench/in-and-out.ts';
import {
  HOME,
  type Measured,
  median,
  node,
  praxis,
  SHELL,
  sqlite3,
  type Took,
  weighed,
  weighedNode,
} from './bench/run.ts';
import { figure, table } from './bench/table.ts';

// Side by side in one run: the time of each command as a ratio to `node -e 0` on the same Node, and the sqlite3 shell
// doing the same beside it. Bare times say more about the machine than about praxis. Nothing here fails for being slow.
//   npm run bench -- --rounds=15 --doc=docs/performance.md

const NAMES = ['0', '3y', '1k', '100k', '200k'];
const flag = (name: string) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const ROUNDS = Number(flag('rounds') ?? 15);
const MOST_VERSION = 1.4;
const MOST_MB = 160;
/** `tally c` on the largest journal beside the empty one. */
const MOST_GROWTH = 1.2;

const made = (name: string) => `bench/journals/${name}.db`;

/** Copies: tally writes, and the next run is to find the same journals. */
function copies(): Measured[] {
  return NAMES.filter((name) => existsSync(made(name))).map((name) => {
    const file = join(HOME, `${name}.db`);
    copyFileSync(made(name), file);
    return { name, file };
  });
}

interface Case {
  readonly command: (typeof COMMANDS)[number];
  readonly journal: Measured;
  readonly ms: number[];
  readonly shell: number[];
}

function report(journals: readonly Measured[]): string {
  const cases: Case[] = COMMANDS.flatMap((command) =>
    journals.map((journal) => ({ command, journal, ms: [], shell: [] })),
  );
  const base: number[] = [];
  const version: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    // Round 0 fills the compile cache and the system's file cache, and makes the backups of the day.
    const keep = (list: number[], ms: number) => {
      if (round > 0) list.push(ms);
    };
    keep(version, praxis(['--version']));
    for (const { command, journal, ms, shell } of cases) {
      if (journal === journals[0]) keep(base, node(['-e', '0']));
      keep(ms, praxis(command.args, journal.file));
      if (SHELL !== null) keep(shell, sqlite3(journal.file, command.sql).ms);
    }
  }
  const unit = median(base);
  const ratio = (ms: readonly number[]) => median(ms) / unit;
  const head = ['times `node -e 0`', ...journals.map(({ name }) => name), 'at most'];
  const of = (command: Case['command']) => cases.filter((each) => each.command === command);
  const times = COMMANDS.flatMap((command) => {
    const [most, where] = command.target ?? [];
    const own = of(command).map(({ ms, journal }) =>
      figure(ratio(ms), 2, journal.name === where ? most : undefined),
    );
    const target = most === undefined ? '' : `${most} (${where})`;
    const shell = of(command).map((each) => figure(ratio(each.shell), 2));
    return [
      [nameOf(command), ...own, target],
      ...(SHELL === null ? [] : [['  the same by sqlite3', ...shell, '']]),
    ];
  });
  const growth = (args: string) => {
    const rows = cases.filter((each) => each.command.args.join(' ') === args);
    return median(rows.at(-1)?.ms ?? []) / median(rows[0]?.ms ?? []);
  };
  const largest = journals.at(-1);
  return [
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${ROUNDS} rounds, the median of each; \`node -e 0\` took ${unit.toFixed(0)} ms. ${SHELL === null ? 'There was no sqlite3 shell' : `The sqlite3 shell was ${SHELL}`}.`,
    '',
    table(head, [
      [
        'praxis --version',
        figure(ratio(version), 2, MOST_VERSION),
        ...journals.slice(1).map(() => ''),
        `${MOST_VERSION}`,
      ],
      ...times,
    ]),
    '',
    `\`tally c\` on ${largest?.name} sessions takes ${figure(growth('tally c'), 2, MOST_GROWTH)} times what it takes on an empty journal (at most ${MOST_GROWTH}); \`praxis\` ${figure(growth(''), 2)} times.`,
    '',
    memoryTable(journals),
    '',
    largest === undefined ? '' : inAndOut(largest),
  ].join('\n');
}

function memoryTable(journals: readonly Measured[]): string {
  const shown = (took: Took) => figure(took.mb, 0, MOST_MB);
  const rows = COMMANDS.map((command) => {
    const peaks = journals.map(({ file }) => shown(weighed(command.args, file)));
    return [nameOf(command), ...peaks, `${MOST_MB}`];
  });
  const most = journals.map(({ file }) =>
    figure(Math.max(...COMMANDS.map(({ sql }) => sqlite3(file, sql).mb)), 0),
  );
  const node = ['node -e 0', figure(weighedNode().mb, 0), ...journals.slice(1).map(() => ''), ''];
  return table(
    ['peak memory, MB', ...journals.map(({ name }) => name), 'at most'],
    [node, ...rows, ...(SHELL === null ? [] : [['the most of the same by sqlite3', ...most, '']])],
  );
}

const BEGIN = '<!-- A run of npm run bench, put here by --doc. -->';
const END = '<!-- end of the run -->';

function intoDoc(file: string, text: string): void {
  const doc = readFileSync(file, 'utf8');
  const [before, , after] = [doc.indexOf(BEGIN), 0, doc.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${file} has no place for a run`);
  writeFileSync(file, `${doc.slice(0, before + BEGIN.length)}\n\n${text}\n\n${doc.slice(after)}`);
}

if (!existsSync('dist/praxis.cjs'))
  spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
spawnSync(process.execPath, ['scripts/bench-make.ts'], { stdio: 'inherit' });
try {
  const text = report(copies());
  console.log(`\n${text}`);
  const doc = flag('doc');
  if (doc !== undefined) intoDoc(doc, text);
} finally {
  rmSync(HOME, { recursive: true, force: true });
}
