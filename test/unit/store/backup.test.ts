import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type AutomaticKind, backUpBefore } from '../../../src/store/automatic-backup.ts';
import { backUp, backUpTo, copyTo, listBackups } from '../../../src/store/backup.ts';
import { addHold } from '../../../src/store/hold.ts';
import { openToRead, openToWrite, SCHEMA } from '../../../src/store/open.ts';
import { addPerson } from '../../../src/store/person.ts';
import { addSession } from '../../../src/store/session-write.ts';
import { verify } from '../../../src/store/verify.ts';
import { write } from '../../../src/store/write.ts';
import { countingClock, day, newSession, TestJournal, tablesOf } from '../../support/journal.ts';

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
    expect(own.list().filter((name) => name.startsWith('one'))).toEqual([
      'one.db',
      'one.db.sha256',
    ]);
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

/** A connection on which something happens before each statement of `exec`. */
function meddled(db: Sqlite.Database, before: (sql: string) => void): Sqlite.Database {
  return new Proxy(db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'exec') return value.bind(target);
      return (sql: string) => {
        before(sql);
        return target.exec(sql);
      };
    },
  });
}

test('a copy that lacks a row is none', () => {
  using own = withLee();
  const lossy = new Proxy(own.journal.db, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name).bind(target);
      return (sql: string) => {
        const statement = target.prepare(sql);
        if (!sql.startsWith('VACUUM')) return statement;
        return {
          run: (half: string) => {
            target.pragma('query_only = OFF');
            statement.run(half);
            const copy = new Sqlite(half);
            copy.exec('DELETE FROM person');
            copy.close();
          },
        };
      };
    },
  });
  expect(() => copyTo(lossy, own.at('backups', 'one.db'))).toThrow('lacks rows');
  expect(readdirSync(own.at('backups'))).toEqual([]);
});

describe('a checked copy', () => {
  const copied = (own: TestJournal) => {
    const file = own.at('backups', 'one.db');
    raw(own, (db) => backUpTo(db, file));
    return file;
  };

  test('is found sound, with its entries, and nothing is left beside it', () => {
    using own = withLee();
    write(own.journal, 'x', (tx) => addSession(tx, newSession('2026-11-20', { note: 'x' })));
    const file = copied(own);
    expect(verify(file)).toEqual({ problem: null, entries: 1 });
    expect(readdirSync(own.at('backups'))).toEqual(['one.db', 'one.db.sha256']);
  });

  test('of which any one byte is wrong is found, also where no check of the database sees it', () => {
    using own = withLee();
    const file = copied(own);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('lee');
    bytes.write('leo', at);
    writeFileSync(file, bytes);
    expect(verify(file).problem).toBe('Its bytes are not those that were written.');
    rmSync(`${file}.sha256`);
    expect(verify(file).problem, 'without its checksum it is a sound file').toBe(null);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4096)],
    ['of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['empty', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('Dear diary')],
  ])('%s is found without its checksum too', (_, damage) => {
    using own = withLee();
    const file = copied(own);
    writeFileSync(file, damage(readFileSync(file)));
    rmSync(`${file}.sha256`);
    expect(verify(file).problem).not.toBe(null);
  });

  test("whose rows point nowhere, that is newer or another program's is found", () => {
    for (const sql of [
      "PRAGMA foreign_keys = OFF; INSERT INTO contact (id, person_id, on_day) VALUES ('x', 'nobody', '2026-11-20')",
      'PRAGMA user_version = 99',
      'PRAGMA application_id = 7',
      "UPDATE migration SET sha256 = 'x' WHERE version = 2",
    ]) {
      using own = withLee();
      const file = copied(own);
      rmSync(`${file}.sha256`);
      const db = new Sqlite(file);
      db.exec(sql);
      db.close();
      expect(verify(file).problem, sql).toMatch(/^\S.*\.$/);
    }
  });
});

test('the backups of a journal are its own, the newest first, and nothing else in their folder', () => {
  using own = withLee();
  const made = ['2026-11-20', '2026-11-21', '2026-11-21'].map((on) =>
    backUp(own.journal.db, own.file, 'manual', `${on}T18:10:00.000Z`),
  );
  writeFileSync(own.at('backups', 'photo.db'), 'x');
  writeFileSync(own.at('backups', 'daily-2026-11-22T181000000Z.db.half'), 'x');
  mkdirSync(own.at('backups', 'manual-2026-11-23T181000000Z.db'));
  symlinkSync('nowhere', own.at('backups', 'manual-2026-11-24T181000000Z.db'));
  expect(listBackups(own.file)).toEqual(made.reverse());
  writeFileSync(own.at('other.db.backups'), 'a file where a folder would be');
  expect(made.map(({ file }) => file)).toEqual([
    'manual-2026-11-21T181000000Z-2.db',
    'manual-2026-11-21T181000000Z.db',
    'manual-2026-11-20T181000000Z.db',
  ]);
  expect(made[0]).toMatchObject({ kind: 'manual', at: '2026-11-21T18:10:00.000Z', schema: SCHEMA });
  expect(listBackups(own.at('other.db'))).toEqual([]);
  expect(own.journal.db.pragma('query_only', { simple: true }), 'the door is shut again').toBe(1);
});

describe('before the first write of a day', () => {
  /** Opens the journal, writes, and says what was told. */
  const writeOn = (own: TestJournal, day: string, kind: AutomaticKind = 'daily') => {
    const clock = countingClock(`${day}T18:10:00.000Z`);
    const journal = openToWrite(own.file, clock);
    try {
      return backUpBefore(journal, kind);
    } finally {
      journal.close();
    }
  };
  const names = (own: TestJournal) => listBackups(own.file).map(({ file }) => file.slice(0, 16));

  test('a backup is made, once, and none on the day on which the journal began', () => {
    using own = withLee();
    for (const on of ['2026-11-20', '2026-11-21', '2026-11-21', '2026-11-22'])
      expect(writeOn(own, on)).toBe(undefined);
    expect(names(own)).toEqual(['daily-2026-11-22', 'daily-2026-11-21']);
  });

  test('and none when another praxis made it while this one waited for its turn', () => {
    using own = withLee();
    const clock = countingClock('2026-11-21T18:10:00.000Z');
    const journal = openToWrite(own.file, clock);
    let waited = false;
    const slow = meddled(journal.db, (sql) => {
      if (sql !== 'BEGIN IMMEDIATE' || waited) return;
      waited = true;
      writeOn(own, '2026-11-21');
    });
    expect(backUpBefore({ ...journal, db: slow }, 'daily')).toBe(undefined);
    expect(waited).toBe(true);
    expect(listBackups(own.file).map(({ file }) => file)).toEqual([
      'daily-2026-11-21T181000000Z.db',
    ]);
    journal.close();
  });

  test('what cannot be made is said and stops nothing', () => {
    using own = withLee();
    writeFileSync(own.at('backups'), 'a file in the place of the folder');
    expect(writeOn(own, '2026-11-21')).toMatch(/^\S.*\.$/);
  });

  test('what has had its time goes, except while a hold stands', () => {
    using own = withLee();
    for (let i = 1; i <= 9; i++) writeOn(own, `2027-01-0${i}`, 'before-import');
    expect(listBackups(own.file)).toHaveLength(5);
    write(own.journal, 'hold', (tx) => addHold(tx, day('2027-01-09'), null));
    writeOn(own, '2027-01-10', 'before-import');
    expect(listBackups(own.file)).toHaveLength(6);
  });
});
