import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Home } from '../support/praxis.ts';
import { Chance, KILLS, SEED, wait } from './checks.ts';

// An export is killed at random instants. Every file is the one that was there or the new one, and no half is to be seen.

const ENTRIES = 2_000;
/** Each kill is an export more: half as many as elsewhere, and only two of the formats where there are few. */
const ROUNDS = Math.ceil(KILLS / 2);
const ALL: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['jsonl', ['jsonl', '--out', 'OUT/journal.jsonl']],
  ['markdown by month', ['markdown', '--out', 'OUT']],
  ['markdown in one file', ['markdown', '--out', 'OUT/all.md']],
  ['csv', ['csv', '--out', 'OUT']],
];
const FORMATS = KILLS > 8 ? ALL : ALL.slice(0, 2);

/** Entries over some years, and afterwards one more in each of them. */
function lived(home: Home): void {
  const at = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 50_000_000).toISOString();
  const file = join(home.path, 'journal.txt');
  const texts = Array.from(
    { length: ENTRIES },
    (_, n) =>
      `[${at(n).slice(0, 16).replace('T', ' ')}] Entry ${n}.\n${'words of a day '.repeat(20)}\n`,
  );
  writeFileSync(file, texts.join('\n'));
  home.ask(['import', 'jrnl', file]);
}

/** Every file that is to be seen in a folder, with what it holds. */
function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.praxis-export-'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test.each(FORMATS)(
  `an export that is killed leaves no half: %s (seed ${SEED})`,
  async (_, args) => {
    using home = new Home();
    lived(home);
    const chance = new Chance(SEED);
    const out = join(home.path, 'out');
    const into = (folder: string) =>
      ['export', ...args].map((each) => each.replace('OUT', join(home.path, folder)));
    mkdirSync(join(home.path, 'before'));
    home.ask(into('before'));
    for (let year = 2020; year < 2025; year++)
      home.ask(['note', `more of ${year}`, '--on', `${year}-02-02`]);
    mkdirSync(join(home.path, 'after'));
    const began = performance.now();
    home.ask(into('after'));
    let longest = performance.now() - began;
    const [before, after] = [filesOf(join(home.path, 'before')), filesOf(join(home.path, 'after'))];
    expect(after).not.toEqual(before);

    let cut = 0;
    // The time was taken once, and the machine may have been slow just then: what came to its end tells it better.
    for (let round = 0; round < ROUNDS || (cut === 0 && round < 10 * ROUNDS); round++) {
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out, { mode: 0o700 });
      for (const [name, content] of before)
        writeFileSync(join(out, name), content, { mode: 0o600 });
      const started = performance.now();
      const { child, ended } = home.start(into('out'));
      const took = ended.then(() => performance.now() - started);
      await wait(chance.float(0.9 * longest));
      child.kill('SIGKILL');
      const { code } = await ended;
      if (code !== 0) cut += 1;
      else longest = Math.min(longest, await took);
      const found = filesOf(out);
      expect([...found.keys()]).toEqual([...after.keys()].filter((name) => found.has(name)));
      for (const [name, content] of found)
        expect([before.get(name), after.get(name)].includes(content), name).toBe(true);
      for (const name of readdirSync(out))
        expect(statSync(join(out, name)).mode & 0o777).toBe(0o600);
    }
    home.ask(into('out'));
    expect(filesOf(out)).toEqual(after);
    expect(readdirSync(out).sort(), 'the next one clears away').toEqual([...after.keys()].sort());
    console.log(`kill -9 of exports (${args[0]}): seed ${SEED}, ${cut} of ${ROUNDS} cut off`);
    expect(cut, 'some were cut off').toBeGreaterThan(0);
  },
);
