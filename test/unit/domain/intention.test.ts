import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/domain/day.ts';
import { madeWhen, planInWords } from '../../../src/domain/intention.ts';

describe('a plan in words', () => {
  test.each([
    ['Lee asks', 'ask back', 'if Lee asks, then ask back'],
    ['if Lee asks', 'then I ask back', 'if Lee asks, then ask back'],
    ['When Lee asks', 'I ask back', 'if Lee asks, then ask back'],
    ['  Lee asks ', ' ask back ', 'if Lee asks, then ask back'],
    ['', 'ask back', 'then ask back'],
    ['Lee asks', '', 'if Lee asks, then …'],
    ['iffy news come', 'Invite Sam', 'if iffy news come, then Invite Sam'],
  ])('if "%s" then "%s"', (cue, act, words) => {
    expect(planInWords({ if: cue, then: act })).toBe(words);
  });

  test.each([
    ['ask back', 'if Lee asks, then I ask back'],
    ['I ask back', 'if Lee asks, then I ask back'],
    ['then I ask back', 'if Lee asks, then I ask back'],
    ["I'll wait", "if Lee asks, then I'll wait"],
    ['Invite Sam', 'if Lee asks, then I Invite Sam'],
    ['', 'if Lee asks, then …'],
  ])('said by me: "%s"', (act, words) => {
    expect(planInWords({ if: 'Lee asks', then: act }, 'I')).toBe(words);
  });
});

test.each([
  ['2026-11-20', 'Today'],
  ['2026-11-21', 'Today'],
  ['2026-11-19', 'Yesterday'],
  ['2026-11-18', 'Wednesday'],
  ['2026-11-14', 'Saturday'],
  ['2026-11-13', '7 days ago'],
  ['2025-11-20', '365 days ago'],
])('a plan of %s is one of %s', (madeOn, words) => {
  expect(madeWhen(madeOn as Day, '2026-11-20' as Day)).toBe(words);
});
