import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import { addDecision } from '../../../src/store/decision.ts';
import { migrate, shippedMigrations } from '../../../src/store/migrate.ts';
import { search } from '../../../src/store/search.ts';
import { dayOfRow } from '../../../src/store/searched.ts';
import { addSession } from '../../../src/store/session-write.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../../src/store/tables.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

const SEARCHED = TABLE_NAMES.filter((table) => TABLES[table].searched.length > 0);

/** One row of each table that the rehearsed quarter has none of. */
const MORE: readonly Readonly<Record<string, unknown>>[] = [
  {
    record: 'question',
    id: 'q',
    on_day: '2026-10-01',
    text: 'Why?',
    facets_json: '[]',
    state: 'active',
  },
  { record: 'series_break', id: 'b', on_day: '2026-10-02', reason: 'a new team' },
  { record: 'series', id: 's', name: 'tickets', unit: 'number', added_on: '2026-10-03' },
  { record: 'hold', id: 'h', on_day: '2026-10-04', reason: 'a dispute' },
];

describe('the day of a text', () => {
  test('comes to every text of a journal of the schema before', () => {
    const shipped = shippedMigrations();
    const at = '2026-11-20T18:10:00.000Z';
    const db = new Sqlite(':memory:');
    migrate(db, shipped.slice(0, 5), at, () => {});
    const lines = readFileSync('test/fixtures/rehearsal.jsonl', 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1);
    const rows = [...lines.map((line) => JSON.parse(line) as Record<string, unknown>), ...MORE];
    db.exec('BEGIN');
    for (const { record, ...row } of rows) {
      const columns = Object.keys(row);
      db.prepare(
        `INSERT INTO ${record} (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`,
      ).run(row);
      if (SEARCHED.includes(record as TableName))
        db.prepare('INSERT INTO passage (table_name, row_id) VALUES (?, ?)').run(record, row['id']);
    }
    db.exec('COMMIT');
    migrate(db, shipped, at, () => {});
    const found = db
      .prepare('SELECT table_name AS "table", row_id AS id, on_day AS "on" FROM passage')
      .all() as {
      table: TableName;
      id: string;
      on: string;
    }[];
    expect(new Set(found.map(({ table }) => table))).toEqual(new Set(SEARCHED));
    for (const { table, id, on } of found) {
      // The reason of a hold is in the index and never shown.
      if (table === 'hold') continue;
      expect(on, table).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(on, table).toBe(dayOfRow(db, table, id));
    }
    db.close();
  });

  test('of an option is that of its decision, also when the decision comes in after it', () => {
    using own = new TestJournal();
    const option = { title: 'Buy the vendor', statusQuo: false };
    const page = {
      opened_on: day('2026-11-10'),
      question: 'Which?',
      owner_id: null,
      due_on: null,
      challenger_id: null,
      sign: null,
    };
    const id = write(own.journal, 'decide', (tx) =>
      addDecision(tx, page, [
        {
          ...option,
          benefits: null,
          costs: null,
          bearers: null,
          reversibility: null,
          confidence: null,
        },
      ]),
    );
    const { decision, decision_option: options } = own.tables() as Record<string, { id: string }[]>;
    using other = new TestJournal();
    write(other.journal, 'import', (tx) => {
      tx.insert('decision_option', options?.[0] as never);
      tx.insert('decision', decision?.[0] as never);
    });
    for (const { journal } of [own, other])
      expect(search(journal, 'vendor', 9)).toMatchObject([
        { id, item: 'option', on: '2026-11-10' },
      ]);
  });
});

describe('of many texts with the same word', () => {
  test('the latest are found, however many are asked for, and the same as among all of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ back: fc.nat(5), tagged: fc.boolean() }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 12 }),
        (notes, limit) => {
          using own = new TestJournal();
          own.journal.db.pragma('synchronous = OFF');
          write(own.journal, 'import', (tx) => {
            for (const [i, { back, tagged }] of notes.entries())
              addSession(
                tx,
                newSession(
                  addDays(day('2026-11-20'), -back),
                  { note: `vendor ${i}` },
                  {
                    kind: 'imported',
                    source: 'import',
                    ...(tagged ? { tags: ['#vendor'] } : {}),
                  },
                ),
              );
          });
          const all = search(own.journal, 'vendor', 1_000);
          expect(all).toHaveLength(notes.length);
          expect(all.map(({ on }) => on)).toEqual(
            all
              .map(({ on }) => on)
              .sort()
              .reverse(),
          );
          expect(search(own.journal, 'vendor', limit)).toEqual(all.slice(0, limit));
        },
      ),
      { seed: 8, numRuns: 30 },
    );
  });

  test('more on one day than are looked at first are still in order', () => {
    using own = new TestJournal();
    own.journal.db.pragma('synchronous = OFF');
    write(own.journal, 'import', (tx) => {
      for (let i = 0; i < 300; i++)
        addSession(tx, newSession('2026-11-20', { note: `vendor ${i}` }, { kind: 'moment' }));
      addSession(tx, newSession('2026-11-19', { note: 'vendor before' }, { kind: 'moment' }));
    });
    const all = search(own.journal, 'vendor', 1_000);
    expect(all.at(-1)?.text).toBe('vendor before');
    expect(search(own.journal, 'vendor', 5)).toEqual(all.slice(0, 5));
  });
});
