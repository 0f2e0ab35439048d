import { readFileSync, statSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUpTo } from '../../../src/store/backup.ts';
import { openToRead } from '../../../src/store/open.ts';
import { addPerson } from '../../../src/store/person.ts';
import { write } from '../../../src/store/write.ts';
import { countingClock, day, TestJournal, tablesOf } from '../../support/journal.ts';

function withLee(): TestJournal {
  const own = new TestJournal();
  write(own.journal, 'person', (tx) =>
    addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-11-20') }),
  );
  return own;
}

/** The connection that a migration works with. */
function raw(own: TestJournal, use: (db: Sqlite.Database) => void): void {
  const db = new Sqlite(own.file);
  try {
    use(db);
  } finally {
    db.close();
  }
}

describe('a backup', () => {
  test('opens as a journal with the same tables', () => {
    using own = withLee();
    const file = own.at('backups', 'one.db');
    raw(own, (db) => backUpTo(db, file));
    const copy = openToRead(file, countingClock());
    expect(tablesOf(copy)).toEqual(own.tables());
    copy.close();
    expect(statSync(own.at('backups')).mode & 0o777).toBe(0o700);
  });

  test('takes the place of an older one with its name, and clears away what a crash left', () => {
    using own = withLee();
    const file = own.at('one.db');
    writeFileSync(file, 'old');
    writeFileSync(`${file}.half`, 'half');
    raw(own, (db) => backUpTo(db, file));
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(own.list().filter((name) => name.startsWith('one'))).toEqual(['one.db']);
  });

  test('that cannot be made leaves no file behind', () => {
    using own = withLee();
    writeFileSync(own.at('file'), '');
    raw(own, (db) => expect(() => backUpTo(db, own.at('file', 'one.db'))).toThrow());
    const file = own.at('two.db');
    raw(own, (db) => {
      db.close();
      expect(() => backUpTo(db, file)).toThrow();
    });
    expect(own.list().filter((name) => name.startsWith('two'))).toEqual([]);
  });
});
