import { describe, expect, test } from 'vitest';
import { turnedText } from '../../../src/render/history.ts';
import { TABLE_NAMES } from '../../../src/store/tables.ts';

const said = (changes: Record<string, number>) =>
  turnedText(
    'Undone',
    { id: '1', at: '2026-11-20T18:10:00.000Z', command: 'x', changes, undone: true },
    'UTC',
  );

describe('what a command changed', () => {
  test.each(TABLE_NAMES)('%s has a name that is no table’s', (table) => {
    for (const n of [1, 2]) expect(said({ [table]: n })).not.toMatch(/_|[sh]s\)/);
  });

  test('counts parts only where what they are parts of is not there', () => {
    expect(said({ decision: 1, decision_option: 3 })).toContain('(1 options page).');
    expect(said({ decision_option: 2 })).toContain('(2 options).');
    expect(said({ session: 1, ratio: 4, contact: 2 })).toContain('(1 entry, 2 talks).');
    expect(said({ heard: 2 })).toContain('(2 questions heard).');
  });
});
