import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { listActions } from '../../../src/store/history.ts';
import { openToRead } from '../../../src/store/open.ts';
import { addPerson } from '../../../src/store/person.ts';
import { TABLE_NAMES } from '../../../src/store/tables.ts';
import { write } from '../../../src/store/write.ts';
import { anyCharacter } from '../../support/characters.ts';
import { countingClock, day, TestJournal } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

/** Tables that are no part of what a user said: the log itself, what stands outside it, and the index. */
const INFRASTRUCTURE = ['migration', 'action', 'change', 'draft', 'passage'];
const isInfrastructure = (table: string) =>
  INFRASTRUCTURE.includes(table) || /^passage_text(_|$)/.test(table);

const lee = { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-11-20') };

describe('the write door', () => {
  test('covers every table of the journal that holds what a user said', () => {
    using own = new TestJournal();
    const tables = own.journal.db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    expect(tables.filter((table) => !isInfrastructure(table))).toEqual([...TABLE_NAMES].sort());
  });

  test('is the only one: a statement on the open connection changes nothing', () => {
    using own = new TestJournal();
    write(own.journal, 'person', (tx) => addPerson(tx, lee));
    const { db } = own.journal;
    for (const sql of [
      "UPDATE person SET name = 'x'",
      'DELETE FROM person',
      'DROP TABLE change',
      'CREATE TABLE t (x)',
      'DELETE FROM action',
    ]) {
      expect(() => db.exec(sql), sql).toThrow(/readonly/);
    }
    expect(own.tables()['person']).toHaveLength(1);
  });

  test('is closed again after a write, and after one that failed', () => {
    using own = new TestJournal();
    write(own.journal, 'person', (tx) => addPerson(tx, lee));
    expect(own.journal.db.pragma('query_only', { simple: true })).toBe(1);
    expect(() => write(own.journal, 'person', (tx) => addPerson(tx, lee))).toThrow();
    expect(own.journal.db.pragma('query_only', { simple: true })).toBe(1);
    expect(own.journal.db.inTransaction).toBe(false);
  });

  test('writes nothing of a command that fails halfway, and leaves no action', () => {
    using own = new TestJournal();
    const before = own.tables();
    const failing = () =>
      write(own.journal, 'person', (tx) => {
        addPerson(tx, lee);
        throw new Error('halfway');
      });
    expect(failing).toThrow('halfway');
    expect(own.tables()).toEqual(before);
    expect(listActions(own.journal, 9)).toEqual([]);
  });

  test('leaves no action for a command that changes nothing', () => {
    using own = new TestJournal();
    const id = write(own.journal, 'person', (tx) => addPerson(tx, lee));
    write(own.journal, 'nothing', () => {});
    write(own.journal, 'same', (tx) => tx.update('person', id, { code: 'lee', name: null }));
    expect(listActions(own.journal, 9).map(({ command }) => command)).toEqual(['person']);
  });

  test('logs every row before and after, in one action with the command and its time', () => {
    using own = new TestJournal();
    const id = write(own.journal, 'person add', (tx) => addPerson(tx, lee));
    write(own.journal, 'person edit', (tx) => tx.update('person', id, { name: 'Lee' }));
    write(own.journal, 'person forget', (tx) => tx.remove('person', id));
    const changes = own.journal.db
      .prepare(
        'SELECT command, table_name, before, after FROM change JOIN action ON action.seq = action_seq ORDER BY change.seq',
      )
      .all() as {
      command: string;
      table_name: string;
      before: string | null;
      after: string | null;
    }[];
    const row = {
      id,
      code: 'lee',
      name: null,
      cadence_days: null,
      added_on: '2026-11-20',
      state: 'active',
      role_since: null,
      team_since: null,
      manager_since: null,
      future_role: null,
    };
    const renamed = { ...row, name: 'Lee' };
    expect(
      changes.map(({ command, table_name: table, before, after }) => [
        command,
        table,
        JSON.parse(before ?? 'null'),
        JSON.parse(after ?? 'null'),
      ]),
    ).toEqual([
      ['person add', 'person', null, row],
      ['person edit', 'person', row, renamed],
      ['person forget', 'person', renamed, null],
    ]);
  });

  test('refuses to change or to remove a row that is not there', () => {
    using own = new TestJournal();
    expect(() =>
      write(own.journal, 'x', (tx) => tx.update('person', 'none', { name: 'x' })),
    ).toThrow('no person none');
    expect(() => write(own.journal, 'x', (tx) => tx.remove('person', 'none'))).toThrow(
      'no person none',
    );
  });

  test('keeps every text byte for byte', () => {
    using own = new TestJournal();
    own.journal.db.pragma('synchronous = OFF');
    const id = write(own.journal, 'person', (tx) => addPerson(tx, lee));
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (name) => {
        write(own.journal, 'person', (tx) => tx.update('person', id, { name }));
        expect(own.journal.db.prepare('SELECT name FROM person').pluck().get()).toBe(name);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('says exit 4 when somebody else holds the journal', () => {
    using own = new TestJournal();
    const { db } = own.journal;
    const other = openToRead(own.file, countingClock());
    try {
      other.db.exec('PRAGMA query_only = OFF; BEGIN IMMEDIATE');
      db.pragma('busy_timeout = 1');
      const refusal = refusalOf(() => write(own.journal, 'person', (tx) => addPerson(tx, lee)));
      expect(refusal.exitCode).toBe(EXIT.journal);
      expect(refusal.message).toContain('in use by another program');
      other.db.exec('ROLLBACK');
      write(own.journal, 'person', (tx) => addPerson(tx, lee));
    } finally {
      other.close();
    }
    expect(own.tables()['person']).toHaveLength(1);
  });

  test('says exit 4 when there is no room left, and what was there is intact', () => {
    using own = new TestJournal();
    const { db } = own.journal;
    write(own.journal, 'person', (tx) => addPerson(tx, lee));
    const before = own.tables();
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
    const filling = () =>
      write(own.journal, 'person', (tx) => {
        for (let i = 0; i < 2000; i++)
          addPerson(tx, { ...lee, code: `p${i}`, name: 'x'.repeat(500) });
      });
    const refusal = refusalOf(filling);
    expect(refusal.exitCode).toBe(EXIT.journal);
    expect(refusal.message).toBe('The disk is full.');
    expect(own.tables()).toEqual(before);
    db.pragma('max_page_count = 1000000');
    write(own.journal, 'person', (tx) => addPerson(tx, { ...lee, code: 'kim' }));
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

test('a write is on disk when it returns: the live connection waits for the disk, keeps its keys and wipes what it deletes', () => {
  using own = new TestJournal();
  const pragma = (name: string) => own.journal.db.pragma(name, { simple: true });
  const FULL = 2;
  expect(pragma('synchronous')).toBe(FULL);
  write(own.journal, 'person', (tx) => {
    expect(tx.db.pragma('synchronous', { simple: true })).toBe(FULL);
    addPerson(tx, lee);
  });
  expect(pragma('synchronous')).toBe(FULL);
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('secure_delete')).toBe(1);
  expect(pragma('trusted_schema')).toBe(0);
  expect(pragma('busy_timeout')).toBe(5000);
});
