import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { FACETS } from '../../../src/content/facets.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { FacetNow, Knowledge } from '../../../src/domain/knowledge.ts';
import {
  type BetFigures,
  betsText,
  type TeamAudit,
  teamAuditText,
} from '../../../src/render/audit.ts';
import { type PersonAudit, personAuditText } from '../../../src/render/audit-person.ts';
import { plainStyle } from '../../../src/render/text.ts';
import { OBEYED } from '../../support/checks.ts';
import { aPerson } from '../../support/person.ts';

// Texts that try to colour the screen, to ring, to go back and to turn the reading direction, and are long.
const evil = `\u001b[31mred\u0007\r\u202etxt\u009b2J ${'語'.repeat(30)}`;
const today = '2026-11-20' as Day;

const row: Knowledge = {
  id: '01900000-0000-7000-8000-000000000000',
  personId: 'lee',
  facet: evil,
  area: 'values',
  on: today,
  state: 'assumed',
  text: evil,
  source: evil,
  confidence: 0.8,
  outcome: null,
  settledOn: null,
  settledBy: null,
  freshUntil: null,
};
const now: FacetNow[] = FACETS.map((facet) => ({
  facet: { ...facet, title: evil },
  state: 'assumed',
  fresh: false,
  stale: false,
  freshUntil: null,
  row,
}));
const person = aPerson('lee', { code: evil, name: evil, addedOn: today });
const bets: BetFigures = {
  n: 6,
  hits: 4,
  open: 1,
  hitRate: 4 / 6,
  ci95: [0.3, 0.903],
  brier: 0.25833,
  overConfidence: -0.11667,
  call: 'too few to call',
  needs: null,
};
const known = { ac: 27.8, al: 61.5, unknown: 27.8, needs: null };
const counts = { na: 1, unknown: 4, assumed: 6, stale: 2, fresh: 5 };
const bet = { ...row, id: '02', facet: FACETS[0]?.id ?? '', confidence: 0.8 };

const one: PersonAudit = {
  on: today,
  code: evil,
  self: false,
  known,
  counts,
  facets: now,
  more: now.slice(0, 2),
  openBets: [bet],
  bets,
  r0: { on: today, value: 3, anchor: 'asks, with a view of their own' },
  counted: { from: today, pairs: [{ pair: 'stance', right: 2, all: 3, warranted: 1 }] },
  labels: [{ on: today, word: evil, side: null, moment: evil }],
  history: [row, { ...row, outcome: 'half', settledOn: today }],
};
const [facet] = FACETS;
if (!facet) throw new Error();
const team: TeamAudit = {
  on: today,
  people: [{ person, known, counts }],
  team: { ac: 27.8, unknown: 27.8, minimum: { person: evil, ac: 27.8 }, needs: null },
  queue: [
    {
      person: evil,
      facet: { ...facet, title: evil },
      state: 'stale',
      question: { id: null, text: evil },
      due: today,
    },
  ],
  felt: { n: 5, median: 4, felt: 75, gap: 47.2, ahead: true, needs: null },
  bets,
};

describe.each([60, 80])('at %d columns', (width) => {
  const style = plainStyle(width);
  test.each([
    ['the team', () => teamAuditText(team, style)],
    ['one person', () => personAuditText(one, new Map(), style)],
    ['oneself', () => personAuditText({ ...one, self: true }, new Map(), style)],
  ])('%s fits, and hostile text is shown, not obeyed', (_, text) => {
    for (const line of text().split('\n'))
      expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    expect(OBEYED.exec(text())?.[0]).toBeUndefined();
    expect(text()).toContain('\\x1b[31mred');
  });
});

describe('bets in a line', () => {
  test('with their range, the score and on which side the confidence lies', () => {
    expect(betsText(bets)).toBe(
      'Bets: 4 of 6 right, 67 % [30-90]; Brier 0.258; over-confidence -0.117; too few to call. 1 bet open.',
    );
  });

  test('no figure before there are enough, and nothing at all where there are none', () => {
    const none = { hitRate: null, ci95: null, brier: null, overConfidence: null, call: null };
    const few = { ...bets, ...none, n: 2, hits: 1, open: 0, needs: '3 more settled guesses' };
    expect(betsText(few)).toBe('Bets: 2 settled; they say something after 3 more settled guesses.');
    expect(betsText({ ...few, n: 0 })).toBe('');
  });
});

test('closeness that runs ahead is said without a verdict on it', () => {
  const text = teamAuditText(team, plainStyle(80)).replaceAll(/\s+/g, ' ');
  expect(text).toContain('75 of 100 by your evenings, 28 of 100 confirmed. You may well be right');
  const level = teamAuditText({ ...team, felt: { ...team.felt, ahead: false } }, plainStyle(80));
  expect(level).not.toContain('evenings');
});
