import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../../src/domain/day.ts';
import { entriesToReread, REREAD } from '../../../src/domain/reread.ts';
import { day } from '../../support/journal.ts';

const ON = day('2026-11-20');
const entry = (i: number) => ({
  id: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`,
  on: addDays(ON, -i),
});
const many = Array.from({ length: 400 }, (_, i) => entry(i));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('entries to read again', () => {
  test('are ten, the same all month, in order of time', () => {
    const first = entriesToReread(many, ON);
    expect(first).toHaveLength(REREAD.entries);
    expect(ids(entriesToReread([...many].reverse(), ON))).toEqual(ids(first));
    expect([...first].sort((a, b) => (a.on < b.on ? -1 : 1))).toEqual(first);
  });

  test('are old enough', () => {
    for (const { on } of entriesToReread(many, ON))
      expect(daysBetween(on, ON)).toBeGreaterThanOrEqual(REREAD.oldEnough);
    expect(entriesToReread(many.slice(0, REREAD.oldEnough), ON)).toEqual([]);
    expect(entriesToReread([entry(REREAD.oldEnough)], ON)).toHaveLength(1);
  });

  test('are spread over time: one out of each tenth', () => {
    const chosen = entriesToReread(many, ON).map(({ on }) => daysBetween(on, ON));
    const gaps = chosen.slice(1).map((away, i) => (chosen[i] ?? 0) - away);
    // Two neighbours of 400 days in ten parts never lie further apart than two parts and their halves.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(100);
    expect((chosen[0] ?? 0) - (chosen.at(-1) ?? 0)).toBeGreaterThan(250);
  });

  test('do not come back in the month after, for two years', () => {
    for (let month = 0; month < 24; month++) {
      const now = new Set(ids(entriesToReread(many, addMonths(ON, month))));
      const next = ids(entriesToReread(many, addMonths(ON, month + 1)));
      expect(next.filter((id) => now.has(id))).toEqual([]);
    }
  });

  test('are all there are, where there are few', () => {
    const few = many.slice(30, 36);
    expect(ids(entriesToReread(few, ON))).toEqual(ids([...few].reverse()));
  });

  test('are at most ten, old enough and never one twice, of any journal', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 80 }), (days) => {
        const chosen = entriesToReread(days.map(entry), ON);
        const old = days.filter((away) => away >= REREAD.oldEnough);
        expect(chosen).toHaveLength(Math.min(REREAD.entries, old.length));
        expect(new Set(ids(chosen)).size).toBe(chosen.length);
        expect(chosen.every(({ on }) => daysBetween(on, ON) >= REREAD.oldEnough)).toBe(true);
      }),
    );
  });
});
