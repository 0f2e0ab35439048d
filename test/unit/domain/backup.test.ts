import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BACKUP_KINDS,
  type BackupKind,
  backupName,
  newestFirst,
  readBackupName,
  rotatedOut,
} from '../../../src/domain/backup.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-20T18:10:00.000Z');

/** A backup of a day, counted from 20 November 2026. */
const daily = (days: number, kind: BackupKind = 'daily') => {
  const at = new Date(START + Math.round(days * DAY_MS)).toISOString();
  return { file: backupName({ kind, at }), at, kind };
};
const days = (backups: readonly { readonly at: string }[]) =>
  backups.map(({ at }) => at.slice(0, 10)).sort();
const kept = <T extends ReturnType<typeof daily>>(backups: readonly T[]) => {
  const gone = new Set(rotatedOut(backups));
  return backups.filter((each) => !gone.has(each));
};

describe('the name of a backup', () => {
  test('reads back as what it was made of', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BACKUP_KINDS),
        fc.date({ min: new Date(0), max: new Date('9000-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 40 }),
        (kind, date, which) => {
          const at = date.toISOString();
          const file = backupName({ kind, at }, which);
          expect(file).toMatch(/^[a-zA-Z0-9-]+\.db$/);
          expect(readBackupName(file)).toEqual({ kind, at });
        },
      ),
    );
  });

  test.each([
    'photo.db',
    'daily.db',
    'daily-2026-11-20.db',
    'nightly-2026-11-20T181000000Z.db',
    'daily-2026-11-20T181000000Z.db.half',
    'daily-2026-11-20T181000000Z.db.sha256',
    '../daily-2026-11-20T181000000Z.db',
  ])('%s is none', (file) => expect(readBackupName(file)).toBe(undefined));

  test('orders those of one instant by their number', () => {
    const at = '2026-11-20T18:10:00.000Z';
    const files = [1, 2, 3, 10].map((which) => ({
      file: backupName({ kind: 'manual', at }, which),
      at,
    }));
    const later = { file: 'x', at: '2026-11-20T18:10:00.001Z' };
    expect(
      newestFirst([files[1], files[3], later, files[0], files[2]].flatMap((x) => x ?? [])),
    ).toEqual([later, ...files.reverse()]);
  });
});

describe('of the daily backups', () => {
  test('seven days, four weeks and twelve months are kept, each by its last', () => {
    const year = Array.from({ length: 500 }, (_, i) => daily(-i));
    expect(days(kept(year))).toEqual([
      // Months that are over, by their last day.
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      // Weeks that are over, by their Sunday.
      '2026-11-01',
      '2026-11-08',
      // The last seven days; the 15th is a Sunday, and the 20th is this week's and this month's.
      '2026-11-14',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
  });

  test.each([
    ['none', [], []],
    ['a single old one stays', [-900], [-900]],
    ['two of one day leave the later', [0, 0.1], [0.1]],
    [
      "eight days leave all, for the oldest is a week's last",
      [0, -1, -2, -3, -4, -5, -6, -12],
      [0, -1, -2, -3, -4, -5, -6, -12],
    ],
    ['a pause of years takes nothing away', [0, -400, -800], [0, -400, -800]],
  ])('%s', (_, made, left) => {
    expect(days(kept(made.map((each) => daily(each))))).toEqual(
      days(left.map((each) => daily(each))),
    );
  });

  const some = fc.array(fc.double({ min: -1500, max: 0, noNaN: true }), { maxLength: 120 });

  test('the newest always stays, never more than 23 do, and a second round takes nothing', () => {
    fc.assert(
      fc.property(some, (made) => {
        const all = made.map((each) => daily(each));
        const left = kept(all);
        expect(left.length).toBeLessThanOrEqual(23);
        expect(new Set(days(left)).size).toBe(left.length);
        if (all.length > 0) expect(days(left).at(-1)).toBe(days(all).at(-1));
        expect(kept(left)).toEqual(left);
      }),
    );
  });

  test('the same are kept whether it is done every day or once', () => {
    fc.assert(
      fc.property(some, (made) => {
        const inOrder = [...made].sort((a, b) => a - b).map((each) => daily(each));
        let standing: typeof inOrder = [];
        for (const each of inOrder) standing = kept([...standing, each]);
        expect(days(standing)).toEqual(days(kept(inOrder)));
      }),
      { numRuns: 30 },
    );
  });
});

test('five before an import are kept, and all that were made by hand, before an upgrade or a restore', () => {
  const all = BACKUP_KINDS.flatMap((kind) =>
    Array.from({ length: 40 }, (_, i) => daily(-30 * i, kind)),
  );
  const left = (kind: BackupKind) => kept(all).filter((each) => each.kind === kind).length;
  expect(left('before-import')).toBe(5);
  for (const kind of ['manual', 'before-migration', 'before-restore', 'damaged'] as const)
    expect(left(kind)).toBe(40);
});
