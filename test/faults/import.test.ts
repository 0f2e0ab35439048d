import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Home } from '../support/praxis.ts';
import { Chance, expectSound, hasTable, KILLS, onCopy, SEED, wait } from './checks.ts';

// An import is killed at random instants. The journal is as it was before, or all of the import is in it.

const ENTRIES = 4_000;

/** A jrnl file, and what every entry of it says. */
function journalFile(home: Home): { file: string; texts: string[] } {
  const texts = Array.from(
    { length: ENTRIES },
    (_, n) => `Entry ${n}.\n${'words of a day '.repeat(8)}@lee`,
  );
  const at = (n: number) => new Date(Date.UTC(2001, 0, 1) + n * 7_200_000).toISOString();
  const file = join(home.path, 'journal.txt');
  writeFileSync(
    file,
    texts.map((text, n) => `[${at(n).slice(0, 16).replace('T', ' ')}] ${text}\n`).join('\n'),
  );
  return { file, texts };
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

test.each(['a journal with entries', 'no journal yet'])(
  `an import that is killed leaves the journal as it was, and completes when run again: %s (seed ${SEED})`,
  async (which) => {
    using home = new Home();
    const chance = new Chance(SEED);
    const own = which === 'no journal yet' ? 0 : 2;
    for (let n = 0; n < own; n++) home.run(['note', `my own ${n}`]);
    const { file, texts } = journalFile(home);
    let longest = 3_000;
    let finished = 0;
    for (let round = 0; round < KILLS; round++) {
      const began = performance.now();
      const { child, ended } = home.start(['import', 'jrnl', file]);
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
    expect(finished, 'some were killed').toBeLessThan(KILLS);
    expect(home.ask(['import', 'jrnl', file])).toMatchObject({ added: ENTRIES, unchanged: 0 });
    expect(home.ask(['import', 'jrnl', file])).toMatchObject({ added: 0, unchanged: ENTRIES });
    const stored = home.rows<{ text: string }>(
      "SELECT answer.text FROM answer JOIN session ON session.id = session_id WHERE item = 'note' AND kind = 'imported' ORDER BY session.id",
    );
    expect(stored.map(({ text }) => text)).toEqual(texts);
  },
);
