import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { Home } from '../support/praxis.ts';
import { zipOf } from '../support/zip.ts';
import { Chance, expectSound, hasTable, KILLS, onCopy, SEED, wait } from './checks.ts';

// An import is killed at random instants. The journal is as it was before, or all of the import is in it.

const ENTRIES = 1_000;
const TEXTS = Array.from(
  { length: ENTRIES },
  (_, n) => `Entry ${String(n).padStart(4, '0')}.\n${'words of a day '.repeat(8)}@lee`,
);
/** When entry n was written: some on one day. */
const at = (n: number) => new Date(Date.UTC(2001, 0, 1) + n * 7_200_000).toISOString();
const header = (n: number) => `[${at(n).slice(0, 16).replace('T', ' ')}]`;

/** Every kind of thing that can be brought, with all of the entries in it: what `praxis import` is told. */
const KINDS: Readonly<Record<string, (home: Home) => string[]>> = {
  'a file of jrnl': (home) => {
    const text = TEXTS.map((each, n) => `${header(n)} ${each}\n`).join('\n');
    return ['jrnl', written(home, { 'journal.txt': text }, 'journal.txt')];
  },
  'a folder of days of jrnl': (home) => {
    const days = Map.groupBy(TEXTS.keys(), (n) => at(n).slice(0, 10).replaceAll('-', '/'));
    const files = [...days].map(([day, each]) => {
      return [`${day}.txt`, each.map((n) => `${header(n)} ${TEXTS[n]}\n`).join('\n')];
    });
    return ['jrnl', written(home, Object.fromEntries(files))];
  },
  'a ZIP of Day One': (home) => {
    const entries = TEXTS.map((text, n) => ({ creationDate: at(n), timeZone: 'UTC', text }));
    const file = join(home.path, 'export.zip');
    const half = ENTRIES / 2;
    const json = (from: number) => JSON.stringify({ entries: entries.slice(from, from + half) });
    writeFileSync(file, zipOf({ 'Work.json': json(0), 'Home.json': json(half) }));
    return ['dayone', file];
  },
  'notes of Obsidian': (home) => {
    const files = TEXTS.map((text, n) => [`${at(n).slice(0, 13).replace('T', ' ')}00.md`, text]);
    return ['markdown', written(home, Object.fromEntries(files))];
  },
  "praxis's own Markdown": (home) => ['markdown', exported(home, 'markdown', 'months')],
  jsonl: (home) => ['jsonl', exported(home, 'jsonl', 'journal.jsonl')],
};

function written(home: Home, files: Readonly<Record<string, string>>, name = ''): string {
  const folder = join(home.path, 'brought');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return join(folder, name);
}

function exported(home: Home, format: string, name: string): string {
  using maker = new Home();
  maker.ask(['import', ...(KINDS['a file of jrnl']?.(maker) ?? [])]);
  maker.ask(['export', format, '--out', join(home.path, name)]);
  return join(home.path, name);
}

/** Sessions by source, as they lie on disk. */
function held(home: Home): { imported: number; own: number } {
  if (!existsSync(home.journal)) return { imported: 0, own: 0 };
  return onCopy(home.journal, (db) => {
    if (!hasTable(db)) return { imported: 0, own: 0 };
    expectSound(db);
    const count = (source: string) =>
      db
        .prepare(`SELECT count(*) FROM session WHERE source ${source} 'import'`)
        .pluck()
        .get() as number;
    return { imported: count('='), own: count('<>') };
  });
}

/** A journal with two entries of its own, or none yet; the kinds take turns where kills are few. */
const CASES = Object.keys(KINDS).flatMap((kind, i) => {
  const both = KILLS > 8 || i === 0;
  return (both ? [0, 2] : [i % 2 === 0 ? 0 : 2]).map((own) => [kind, own] as const);
});

test.each(CASES)(
  `an import that is killed leaves the journal as it was, and completes when run again: %s into one with %i entries (seed ${SEED})`,
  async (kind, own) => {
    using home = new Home();
    const chance = new Chance(SEED);
    for (let n = 0; n < own; n++) home.run(['note', `my own ${n}`]);
    const command = ['import', ...(KINDS[kind]?.(home) ?? [])];
    const rounds = kind === 'a file of jrnl' || KILLS > 8 ? KILLS : Math.ceil(KILLS / 3);
    let longest = 600;
    let finished = 0;
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      const { child, ended } = home.start(command);
      await wait(chance.float(longest));
      child.kill('SIGKILL');
      const { code } = await ended;
      if (code === 0) {
        longest = Math.min(longest, performance.now() - began);
        finished += 1;
      }
      const found = held(home);
      expect(found.own).toBe(own);
      expect([0, ENTRIES]).toContain(found.imported);
      if (code === 0) expect(found.imported).toBe(ENTRIES);
      if (found.imported === ENTRIES) expect(home.run(['undo']).code).toBe(0);
    }
    console.log(
      `kill -9 of an import of ${kind}: seed ${SEED}, ${rounds - finished} of ${rounds} cut off`,
    );
    expect(finished, 'some were killed').toBeLessThan(rounds);
    expect(home.run(command).code).toBe(0);
    const once = home.hash();
    expect(home.run(command).code).toBe(0);
    expect(home.hash(), 'a second import changes nothing').toBe(once);
    const stored = home.rows<{ text: string }>(
      "SELECT answer.text FROM answer JOIN session ON session.id = session_id WHERE item = 'note' AND kind = 'imported' ORDER BY session.id",
    );
    expect(stored.map(({ text }) => text).sort()).toEqual(TEXTS);
  },
);
