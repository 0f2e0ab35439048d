import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyCommand, type Line, opensJournal, READING, WRITING } from '../support/commands.ts';
import { FIXTURES, putFixture } from '../support/fixtures.ts';
import { InProcess } from '../support/in-process.ts';

// --read-only leaves no trace: reading commands answer as they do without it, writing ones are refused.

const NOW = '2026-11-13T08:00:00.000Z';
const shown = ({ args }: Line) => (args.length === 0 ? '(alone)' : args.join(' '));

let inside: InProcess;
let file: string;

beforeAll(() => {
  inside = new InProcess();
  file = join(inside.path, '.local/share/praxis/journal.db');
  const newest = FIXTURES.findLast(({ kind }) => kind === 'full');
  if (!newest) throw new Error('no journal to read');
  putFixture(file, newest);
  const settings = join(inside.path, '.config/praxis');
  mkdirSync(settings, { recursive: true, mode: 0o700 });
  writeFileSync(join(settings, 'config.json'), '{"keep_months":"24"}', { mode: 0o600 });
});
afterAll(() => inside[Symbol.dispose]());

/** Every file and folder of the home: what it is, when it was touched, and what it holds. */
function trace(): unknown[] {
  return readdirSync(inside.path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { mtimeMs, mode, size, ino } = statSync(join(inside.path, name));
      return { name, mtimeMs, mode, size, ino };
    });
}

const run = ({ args, input }: Line, ...flags: string[]) =>
  inside.run([...args, ...flags], { now: NOW, ...(input === undefined ? {} : { input }) });

test('every command is known to read or to write', async () => {
  const known = [...READING, ...WRITING].map(({ args }) => args.join(' '));
  for (const command of await everyCommand())
    expect(
      known.some((each) => each === command || each.startsWith(`${command} `)),
      `${command} is neither in READING nor in WRITING of test/support/commands.ts`,
    ).toBe(true);
});

describe('with --read-only', () => {
  test.each(READING.map((line) => [shown(line), line] as const))(
    'praxis %s answers the same, and leaves no trace',
    async (_, line) => {
      const bytes = readFileSync(file);
      const plain = await run(line);
      expect(readFileSync(file).equals(bytes), 'reading writes nothing, also without it').toBe(
        true,
      );
      expect({ code: plain.code, said: plain.stderr }).toMatchObject({ code: 0 });
      const before = trace();
      expect(await run(line, '--read-only')).toEqual(plain);
      expect(trace()).toEqual(before);
    },
  );

  test.each(WRITING.map((line) => [shown(line), line] as const))(
    'praxis %s is refused, and leaves no trace',
    async (_, line) => {
      const before = trace();
      const { code, stdout, stderr } = await run(line, '--read-only');
      const [name] = line.args;
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: '',
        stderr: `praxis: praxis ${name} writes, and --read-only was given.\nLeave --read-only away.\n`,
      });
      expect(trace()).toEqual(before);
    },
  );

  test('what a killed praxis left in the log is passed over by no command that reads entries', async () => {
    using killed = new InProcess();
    const left = join(killed.path, '.local/share/praxis/journal.db');
    mkdirSync(dirname(left), { recursive: true, mode: 0o700 });
    writeFileSync(left, readFileSync(file), { mode: 0o600 });
    // Still open: its log is not taken over.
    const writer = new Sqlite(left);
    writer.exec("PRAGMA wal_autocheckpoint = 0; UPDATE session SET zone = 'Europe/Berlin'");
    const log = readFileSync(`${left}-wal`);
    for (const line of READING.filter(opensJournal)) {
      const { args, input = '' } = line;
      const { code, stderr } = await killed.run([...args, '--read-only'], { now: NOW, input });
      expect({ args, code }).toEqual({ args, code: args.includes('--older') ? 2 : 4 });
      if (code === 4) expect(stderr).toContain('cannot be read without writing');
    }
    expect(readFileSync(left).equals(readFileSync(file))).toBe(true);
    expect(readFileSync(`${left}-wal`).equals(log)).toBe(true);
    writer.close();
  });
});
