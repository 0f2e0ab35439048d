import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { Damaged, EXIT, Interrupted, Stopped, UserError } from '../../../src/errors.ts';
import { asDamage } from '../../../src/store/journal-error.ts';
import { Folder, TestJournal } from '../../support/journal.ts';

/** An open journal in which an index no longer fits its table. */
function damaged(folder: Folder) {
  using own = new TestJournal();
  own.journal.db.pragma('wal_checkpoint(TRUNCATE)');
  const file = folder.at('journal.db');
  const bytes = readFileSync(own.file);
  writeFileSync(file, bytes.fill(0xa5, bytes.length - 4096));
  return { db: new Sqlite(file), file };
}

describe('an error in the middle of a command', () => {
  const broken = new Error('no session 019a');

  test('is damage when the journal does not pass its check', () => {
    using folder = new Folder();
    const journal = damaged(folder);
    for (const error of [broken, new TypeError('x'), new SyntaxError('x')]) {
      const told = asDamage(error, journal);
      expect(told).toBeInstanceOf(Damaged);
      expect((told as UserError).exitCode).toBe(EXIT.journal);
    }
    journal.db.close();
  });

  test('is what it is when the journal is sound, or when it was meant', () => {
    using own = new TestJournal();
    expect(asDamage(broken, own.journal)).toBe(broken);
    using folder = new Folder();
    const journal = damaged(folder);
    for (const meant of [new UserError('x', 'y'), new Interrupted(), new Stopped(EXIT.due)])
      expect(asDamage(meant, journal)).toBe(meant);
    journal.db.close();
  });
});
