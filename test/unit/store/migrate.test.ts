import { existsSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { backUpTo } from '../../../src/store/backup.ts';
import {
  APPLICATION_ID,
  checksum,
  type Migration,
  migrate,
  shippedMigrations,
  versionOf,
} from '../../../src/store/migrate.ts';
import { openToWrite } from '../../../src/store/open.ts';
import { addPerson } from '../../../src/store/person.ts';
import { write } from '../../../src/store/write.ts';
import { countingClock, day, Folder } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const shipped = shippedMigrations();
const next: Migration = {
  version: shipped.length + 1,
  name: 'mood',
  sql: 'CREATE TABLE mood (id TEXT PRIMARY KEY) STRICT;\nINSERT INTO mood SELECT id FROM person;',
};
const at = '2026-11-20T18:10:00.000Z';
const never = () => {
  throw new Error('no backup was due');
};

/** A journal of the shipped schema with one person in it, opened raw. */
function journalIn(folder: Folder): Database {
  const journal = openToWrite(folder.at('journal.db'), countingClock());
  write(journal, 'person', (tx) =>
    addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-11-20') }),
  );
  journal.close();
  return new Sqlite(folder.at('journal.db'));
}

function using<T>(db: Database, use: (db: Database) => T): T {
  try {
    return use(db);
  } finally {
    db.close();
  }
}

describe('the shipped migrations', () => {
  test('are numbered from one without a gap', () => {
    expect(shipped.map(({ version }) => version)).toEqual(shipped.map((_, i) => i + 1));
  });

  test('each say in their first line why they are there', () => {
    for (const { sql, name } of shipped) expect(sql, name).toMatch(/^-- \S.{10,}\n/);
  });

  test('make strict tables only', () => {
    using(new Sqlite(':memory:'), (db) => {
      migrate(db, shipped, at, never);
      const loose = db
        .prepare(
          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
        )
        .pluck()
        .all();
      expect(loose).toEqual([]);
    });
  });

  test('leave nothing to do the second time', () => {
    using(new Sqlite(':memory:'), (db) => {
      migrate(db, shipped, at, never);
      const before = db.serialize();
      migrate(db, shipped, '2027-01-01T00:00:00.000Z', never);
      expect(db.serialize().equals(before)).toBe(true);
    });
  });
});

describe('an upgrade', () => {
  test('takes the steps that are missing, and records each with its checksum', () => {
    using folder = new Folder();
    using(journalIn(folder), (db) => {
      let backups = 0;
      migrate(db, [...shipped, next], at, () => {
        backups += 1;
        expect(versionOf(db)).toBe(shipped.length);
      });
      expect(backups).toBe(1);
      expect(versionOf(db)).toBe(next.version);
      expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
      expect(db.prepare('SELECT count(*) FROM mood').pluck().get()).toBe(1);
      expect(
        db
          .prepare('SELECT name, sha256, applied_at FROM migration WHERE version = ?')
          .get(next.version),
      ).toEqual({
        name: 'mood',
        sha256: checksum(next),
        applied_at: at,
      });
    });
  });

  test('has a backup behind it that holds the journal as it was', () => {
    using folder = new Folder();
    const copy = folder.at('backups', 'before.db');
    using(journalIn(folder), (db) => migrate(db, [...shipped, next], at, () => backUpTo(db, copy)));
    using(new Sqlite(copy, { readonly: true }), (db) => {
      expect(versionOf(db)).toBe(shipped.length);
      expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
      expect(db.prepare('SELECT code FROM person').pluck().all()).toEqual(['lee']);
    });
  });

  test('does not begin when its backup fails', () => {
    using folder = new Folder();
    using(journalIn(folder), (db) => {
      const failing = () => {
        throw new Error('no room');
      };
      expect(() => migrate(db, [...shipped, next], at, failing)).toThrow('no room');
      expect(versionOf(db)).toBe(shipped.length);
    });
  });

  test('that fails in the middle leaves the version before it, and can be done later', () => {
    using folder = new Folder();
    const broken = { ...next, sql: `${next.sql}\nINSERT INTO nowhere VALUES (1);` };
    using(journalIn(folder), (db) => {
      expect(() => migrate(db, [...shipped, broken], at, () => {})).toThrow('nowhere');
      expect(db.inTransaction).toBe(false);
      expect(versionOf(db)).toBe(shipped.length);
      expect(() => db.prepare('SELECT * FROM mood')).toThrow('no such table');
      expect(db.prepare('SELECT count(*) FROM migration').pluck().get()).toBe(shipped.length);
      migrate(db, [...shipped, next], at, () => {});
      expect(versionOf(db)).toBe(next.version);
    });
  });

  test('whose second step fails keeps the first', () => {
    using folder = new Folder();
    const third = { version: next.version + 1, name: 'broken', sql: 'CREATE TABLE mood (x);' };
    using(journalIn(folder), (db) => {
      expect(() => migrate(db, [...shipped, next, third], at, () => {})).toThrow('already exists');
      expect(versionOf(db)).toBe(next.version);
    });
  });

  test('cut off by the death of its process leaves the version before it', () => {
    using folder = new Folder();
    using(journalIn(folder), (db) => {
      db.exec(`BEGIN IMMEDIATE; ${next.sql} PRAGMA user_version = ${next.version}`);
      // Another process sees the file as the dying one leaves it: nothing of the open transaction.
      using(new Sqlite(folder.at('journal.db')), (other) => {
        expect(versionOf(other)).toBe(shipped.length);
        expect(other.pragma('integrity_check', { simple: true })).toBe('ok');
      });
    });
    using(new Sqlite(folder.at('journal.db')), (db) => expect(versionOf(db)).toBe(shipped.length));
  });

  test('of a journal with nothing in it needs no backup', () => {
    using(new Sqlite(':memory:'), (db) => migrate(db, [...shipped, next], at, never));
  });

  test('waits for its turn, and does no step that another praxis did meanwhile', () => {
    using folder = new Folder();
    using(journalIn(folder), (db) => {
      const faster = () =>
        using(new Sqlite(folder.at('journal.db')), (other) =>
          migrate(other, [...shipped, next], at, () => {}),
        );
      migrate(db, [...shipped, next], at, faster);
      expect(versionOf(db)).toBe(next.version);
      expect(db.prepare('SELECT count(*) FROM migration').pluck().get()).toBe(next.version);
    });
  });
});

describe('a migration that was applied once', () => {
  const edited = (migrations: readonly Migration[]) =>
    migrations.map((each) => ({ ...each, sql: `${each.sql}\n-- better` }));

  test('and edited since is refused, with the journal as it was', () => {
    using folder = new Folder();
    using(journalIn(folder), (db) => {
      const refusal = refusalOf(() => migrate(db, [...edited(shipped), next], at, () => {}));
      expect(refusal.exitCode).toBe(EXIT.journal);
      expect(refusal.message).toContain('Migration 1');
      expect(versionOf(db)).toBe(shipped.length);
      expect(db.inTransaction).toBe(false);
    });
  });

  test('and edited since is refused before a backup is made of it', () => {
    using folder = new Folder();
    using(journalIn(folder), (db) => {
      refusalOf(() => migrate(db, [...edited(shipped), next], at, never));
    });
  });

  test('and edited since is refused also when nothing else is new', () => {
    using folder = new Folder();
    using(journalIn(folder), (db) => {
      expect(refusalOf(() => migrate(db, edited(shipped), at, never)).exitCode).toBe(EXIT.journal);
    });
  });

  test('and put in another order is refused', () => {
    using(new Sqlite(':memory:'), (db) => {
      migrate(db, [...shipped, next], at, never);
      const other = { version: next.version, name: 'other', sql: 'CREATE TABLE other (id TEXT);' };
      const late = { ...next, version: next.version + 1 };
      expect(refusalOf(() => migrate(db, [...shipped, other, late], at, () => {})).exitCode).toBe(
        EXIT.journal,
      );
      expect(versionOf(db)).toBe(next.version);
    });
  });

  test('and left without its record is refused', () => {
    using(new Sqlite(':memory:'), (db) => {
      migrate(db, shipped, at, never);
      db.exec('DELETE FROM migration');
      expect(refusalOf(() => migrate(db, [...shipped, next], at, () => {})).exitCode).toBe(
        EXIT.journal,
      );
    });
  });

  test('is the same whichever line ends it was checked out with', () => {
    const [first] = shipped;
    if (!first) throw new Error('no migration');
    expect(checksum({ ...first, sql: first.sql.replaceAll('\n', '\r\n') })).toBe(checksum(first));
  });
});

test('a journal of a newer praxis is refused, untouched and without a backup', () => {
  using folder = new Folder();
  using(journalIn(folder), (db) => migrate(db, [...shipped, next], at, () => {}));
  using(new Sqlite(folder.at('journal.db')), (db) => {
    const before = db.serialize();
    const refusal = refusalOf(() => migrate(db, shipped, at, never));
    expect(refusal.exitCode).toBe(EXIT.journal);
    expect(refusal.message).toContain('newer praxis');
    expect(db.serialize().equals(before)).toBe(true);
  });
  expect(existsSync(folder.at('backups'))).toBe(false);
});
