import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { rankPrompts } from '../../../src/domain/choice.ts';
import type { Day, Week } from '../../../src/domain/day.ts';
import { type Due, talksDue } from '../../../src/domain/due.ts';
import type { MonthFigures } from '../../../src/domain/month.ts';
import type { PeriodComparison } from '../../../src/domain/periods.ts';
import type { Label } from '../../../src/domain/person.ts';
import type { Session } from '../../../src/domain/session.ts';
import { PAIRS, type Pair } from '../../../src/domain/tally.ts';
import type { WeekSummary } from '../../../src/domain/week-summary.ts';
import { alumniText } from '../../../src/render/alumni.ts';
import { breaksText } from '../../../src/render/break.ts';
import { closingText } from '../../../src/render/closing.ts';
import { configText } from '../../../src/render/config.ts';
import { decisionsText, decisionText } from '../../../src/render/decision.ts';
import { dueText } from '../../../src/render/due.ts';
import { forgettingText } from '../../../src/render/forget.ts';
import { foundText } from '../../../src/render/found.ts';
import { intentionsText } from '../../../src/render/intention.ts';
import { labelsText } from '../../../src/render/label.ts';
import { listText } from '../../../src/render/list.ts';
import { type PersonFacts, peopleText, personText } from '../../../src/render/person.ts';
import { promiseNoted, promisesText, promiseText } from '../../../src/render/promise.ts';
import { reviewText } from '../../../src/render/review.ts';
import { durationText, sessionText } from '../../../src/render/session.ts';
import { plainStyle, type Style } from '../../../src/render/text.ts';
import { todayText } from '../../../src/render/today.ts';
import { weekText } from '../../../src/render/week.ts';
import { whyText } from '../../../src/render/why.ts';
import { aPerson } from '../../support/person.ts';
import { aDecision, anOption, aPromise } from '../../support/promise.ts';

// Texts that try to colour the screen, to ring, to go back and to turn the reading direction, and are long.
const evil = `\u001b[31mred\u0007\r\u202etxt\u009b2J ${'語'.repeat(30)}`;
const today = '2026-11-20' as Day;
const id = '01900000-0000-7000-8000-000000000000';
const style = plainStyle(60);
const short = new Map([[id, '01900000']]);

const session: Session = {
  id,
  kind: 'daily',
  on: today,
  week: '2026-W47',
  zone: 'Europe/Berlin',
  startedAt: '2026-11-20T18:10:00.000Z',
  endedAt: '2026-11-20T18:13:00.000Z',
  seconds: 150,
  source: 'terminal',
  revision: 1,
  recallLagDays: 0,
  late: false,
  answers: {
    tallies: { a: 1, c: 2 },
    prompt: { id: 'p', version: 1, question: evil, person: null, text: evil },
    intention: { if: evil, then: evil },
    note: evil,
  },
  person: null,
  minutes: null,
  met: null,
};
const person = aPerson('lee', {
  id,
  name: evil,
  addedOn: today,
  lastContact: '2026-11-01' as Day,
  futureRole: evil,
});
const nothing: PersonFacts = {
  counts: [],
  words: [],
  brought: {
    badNews: { early: 0, all: 0 },
    openings: { met: 0, all: 0 },
    cameFor: [],
    challenges: { explored: 0, all: 0 },
  },
  labels: [],
  departure: null,
  benefits: [],
};
const label: Label = { id, person: 'lee', on: today, word: evil, side: null, moment: evil };
const departure = { on: today, reason: evil, growth: evil, cost: evil };
const benefit = { id, on: today, text: evil };
const promise = aPromise({
  id,
  text: evil,
  dueOn: today,
  success: evil,
  why: evil,
  focus: evil,
  together: ['sam'],
  wording: 'result',
  proposedBy: 'owner',
});
const decision = aDecision({
  id,
  question: evil,
  sign: evil,
  options: [anOption(1, { title: evil, benefits: evil, costs: evil, bearers: evil })],
  chosen: 1,
  chosenOn: today,
  lookBacks: [{ id, dueOn: today, heldOn: today, verdict: 'stands', text: evil }],
});
const plan = {
  id,
  madeOn: today,
  if: evil,
  then: evil,
  outcome: null,
  settledOn: null,
  sessionId: null,
  focusId: null,
};
const [candidate] = rankPrompts({
  on: today,
  templates: [{ id: 't', version: 1, family: 'stance', about: 'me', tone: 'open', text: 'What?' }],
  people: [],
  past: [],
  pairs: {},
});
if (!candidate) throw new Error('no candidate');

const everythingDue: readonly Due[] = [
  ...talksDue([person, { ...person, state: 'left', addedOn: '2020-01-01' as Day }], today),
  { kind: 'promise', on: today, id, by: null, to: 'lee', text: evil, days: 0 },
  { kind: 'promise', on: today, id, by: 'lee', to: null, text: evil, days: 9 },
  { kind: 'follow-up', on: today, exercise: evil, question: evil },
  { kind: 'look-back', on: today, id, question: evil },
  { kind: 'milestone', on: today, id, text: evil, days: 1 },
  { kind: 'checkin', on: today, week: '2026-W47' as Week },
  { kind: 'review', on: today, period: 'quarter' },
  { kind: 'verdict', on: today, series: evil },
  { kind: 'scene', on: today, id },
];
const share = { right: 31, all: 61, value: 31 / 61, ci95: [0.39, 0.63] } as const;
const pairs = Object.keys(PAIRS) as Pair[];
const week: WeekSummary = {
  week: '2026-W47' as Week,
  from: '2026-11-16' as Day,
  to: '2026-11-22' as Day,
  stored: { revision: 12, late: true },
  counted: pairs.map((pair) => ({ pair, right: 120, all: 999, warranted: 120 })),
  fourWeeks: pairs.map((pair) => ({ pair, ...share })),
  trust: {
    kept: { x: 4, n: 5 },
    loops: { x: 1, n: 2 },
    listening: { x: 2, n: 2 },
    questions: { x: 7, n: 11 },
    badNews: { x: 1, n: 2 },
  },
  people: {
    due: talksDue([person], today),
    drifting: talksDue([person], today),
    leastKnown: { person: evil, ac: 22.2 },
  },
  due: everythingDue,
  verdict: {
    series: evil,
    verdict: 'no-evidence',
    issuedOn: today,
    nextOn: '2027-01-01' as Day,
    points: 11,
  },
  next: { if: evil, then: evil },
};

const monthFigures: MonthFigures = {
  from: today,
  to: today,
  practice: { days: 3, workingDays: 20 },
  counts: [{ pair: 'stance', right: 1, all: 3, value: 1 / 3, ci95: [0.1, 0.7], warranted: 2 }],
  leading: { value: 50, ci95: [41, 59], n: 154, word: 'mixed', needs: null },
  feltGap: 12,
  trust: {
    kept: { x: 1, n: 2 },
    loops: { x: 0, n: 0 },
    listening: { x: 1, n: 1 },
    questions: { x: 2, n: 3 },
    badNews: { x: 1, n: 2 },
  },
  handingBack: { times: 2, minutes: 30, withPerson: 2, cameBack: 1 },
  norms: [{ norm: evil, n: 2 }],
  commitments: [{ owner: 'lee', n: 2, together: 1 }],
  effort: { linked: 1, earlier: 1, all: 4 },
  waiting: [
    {
      id,
      on: today,
      person: 'sam',
      about: 'fit',
      text: evil,
      answeredOn: null,
      answer: null,
      days: 3,
    },
  ],
  exceptions: true,
};
const side = { from: today, to: today, sessionDays: 40 };
const comparison: PeriodComparison = {
  later: side,
  earlier: side,
  pairs: [
    {
      pair: 'stance',
      later: { x: 9, n: 20 },
      earlier: { x: 8, n: 20 },
      difference: { value: 5, ci95: [-12, 22], needs: null },
    },
  ],
  leading: { value: null, needs: '1 more pair with 5 counts', pairs: [] },
  initiative: {
    later: { starts: 8, weeks: 4 },
    earlier: { starts: 0, weeks: 4 },
    ratio: null,
    ci95: [1.5, null],
    p: 0.01,
    needs: null,
  },
  fell: true,
  cut: { on: today, reason: evil },
};
const review = {
  period: 'month',
  on: today,
  from: today,
  to: today,
  session: null,
  states: {},
  month: null,
  quarter: null,
  verdicts: [],
} as const;

const screens: Readonly<Record<string, (style: Style) => string>> = {
  show: (look) => sessionText(session, id.slice(0, 8), today, look),
  list: (look) => listText([session], short, today, look),
  'list of moments': (look) => listText([{ ...session, kind: 'moment' }], short, today, look),
  search: (look) =>
    foundText(
      [{ id, noun: 'session', on: today, item: 'note', person: null, text: evil }],
      short,
      today,
      look,
    ),
  intentions: (look) => intentionsText([plan], short, today, look),
  'person list': (look) => peopleText([person], today, look, true),
  'person show': (look) =>
    personText(
      person,
      {
        ...nothing,
        words: [{ on: today, text: evil }],
        labels: [label],
        departure,
        benefits: [benefit],
      },
      today,
      look,
      true,
    ),
  'person list --left': (look) =>
    alumniText([{ person, departure, benefits: [benefit] }], today, look),
  promises: (look) => promisesText([promise], short, null, today, look),
  promise: (look) => promiseText(promise, today, look),
  'promise noted': (look) => promiseNoted(promise, today, look),
  'decide list': (look) => decisionsText([decision], short, { x: 1, n: 2 }, today, look),
  'decide show': (look) => decisionText(decision, today, look),
  'person label': (look) => labelsText([label], ['lee'], look),
  'person forget': (look) =>
    forgettingText(
      person,
      { about: { contact: 2 }, texts: [{ noun: 'answer', on: today, text: evil }], unlinked: 1 },
      today,
      look,
    ),
  break: (look) => breaksText([{ id, on: today, reason: evil }], short, today, look),
  finish: (look) =>
    closingText(
      {
        first: today,
        last: today,
        sessions: 1,
        days: 1,
        exercises: 1,
        plans: { x: 1, n: 2 },
        promises: { x: 1, n: 2 },
        counts: {
          first: [{ pair: 'stance', right: 1, all: 3, warranted: 0 }],
          last: [{ pair: 'arrival', right: 2, all: 3, warranted: 0 }],
        },
        people: { then: { people: 1, known: null }, now: { people: 2, known: 28 } },
        words: { on: today, question: evil, text: evil },
      },
      today,
      look,
    ),
  'review month': (look) => reviewText({ ...review, month: monthFigures }, '', 'full', look),
  'review quarter': (look) => reviewText({ ...review, quarter: comparison }, '', 'full', look),
  due: (look) => dueText(everythingDue, null, true, today, look),
  'due in a pause': (look) =>
    dueText([], { id, kind: 'finish', from: today, until: null }, true, today, look),
  checkin: (look) => weekText(week, 'full', today, look),
  today: (look) =>
    todayText(
      {
        on: today,
        pause: null,
        plans: [plan, plan, plan, plan],
        logged: [],
        due: [
          ...talksDue([person], today),
          { kind: 'follow-up', on: today, exercise: 'X5', question: evil },
          { kind: 'promise', on: today, id, by: null, to: 'lee', text: evil, days: 0 },
          { kind: 'look-back', on: today, id, question: evil },
        ],
        stance: null,
        trend: { series: evil, verdict: null, points: 3, needs: 9 },
        reflected: false,
        unfinished: [],
        empty: false,
      },
      look,
    ),
  why: (look) =>
    whyText(
      [candidate],
      { id: 'gone', version: 1, question: evil, person: null, text: null },
      look,
    ),
  config: (look) =>
    configText(
      [{ key: 'journal', value: `/home/${evil}`, about: 'where the journal is' }],
      `/home/${evil}`,
      look,
    ),
};

describe.each(Object.entries(screens))('the screen of %s', (_, draw) => {
  test('cannot be moved, coloured or turned by what somebody wrote', () => {
    expect(draw(style).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

const tables = ['list', 'list of moments', 'search', 'intentions', 'person list'];

describe.each(tables)('the table of %s', (name) => {
  test.each([60, 80, 120])('fits %d columns', (width) => {
    const lines = screens[name]?.(plainStyle(width)).split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe('people', () => {
  test('are shown by code alone where names were not asked for', () => {
    const named = { ...person, name: 'Liang' };
    expect(peopleText([named], today, style, false)).not.toContain('Liang');
    expect(peopleText([named], today, plainStyle(100), true)).toContain('Liang');
    expect(personText(named, nothing, today, style, false)).not.toContain('Liang');
  });

  test('whose talk is due are marked, the quiet ones are not', () => {
    const wide = plainStyle(100);
    expect(peopleText([person], today, wide, false)).toContain(
      'last talked 19 days ago, every 7 days: drifting',
    );
    expect(peopleText([{ ...person, cadenceDays: 14 }], today, wide, false)).toContain(
      'last talked 19 days ago, every 14 days: due',
    );
    expect(peopleText([{ ...person, state: 'quiet' }], today, wide, false)).toContain(
      'every 7 days, quiet',
    );
    expect(peopleText([{ ...person, lastContact: today }], today, wide, false)).toContain(
      'talked today, every 7 days',
    );
  });
});

test.each([
  [9, '9 s'],
  [60, '1 min 0 s'],
  [150, '2 min 30 s'],
  [59.4, '59 s'],
  [119.7, '2 min 0 s'],
  [59.7, '1 min 0 s'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationText(seconds)).toBe(words);
});
