import * as z from 'zod';
import { FAMILIES } from '../../domain/choice.ts';
import { OUTCOMES } from '../../domain/session.ts';
import { CODES } from '../../domain/tally.ts';
import { VERDICTS } from '../../domain/verdict.ts';
import { due } from './due.ts';
import { count, day, document, id, list, person, share, text } from './shape.ts';
import { pause } from './week.ts';

const intention = {
  id,
  madeOn: day,
  if: text,
  then: text,
  outcome: z.enum(OUTCOMES).nullable().describe('null while it is open'),
  settledOn: day.nullable(),
  focusId: id.nullable().describe('the focus it serves'),
};

const logged = z.strictObject({
  code: z.enum(CODES),
  subtype: text.nullable(),
  warranted: z.boolean(),
  person: person.nullable(),
  n: count,
});

const terms = ['overdue', 'unknown', 'weak', 'neglect', 'followUp', 'balance', 'skipped'] as const;

const candidate = z.strictObject({
  id: text,
  family: z.enum(FAMILIES),
  person: person.nullable(),
  question: text,
  score: z.number(),
  terms: z.record(z.enum(terms), z.number()).describe('they add up to the score'),
  lastUsed: day.nullable(),
});

const counter = z.strictObject({
  code: z.enum(CODES),
  word: text,
  label: text,
  meaning: text,
  subtypes: z.array(text),
});

export const PRACTICE = [
  document('today', 'what a day holds: praxis, today', {
    on: day,
    pause: pause.nullable().describe('the one it lies in'),
    intention: z.strictObject({ id, madeOn: day, if: text, then: text }).nullable(),
    logged: z.array(logged),
    due: z.array(due),
    handedBack: z
      .strictObject({ x: count, n: count, value: share, ci95: z.tuple([share, share]) })
      .nullable()
      .describe('of what was theirs, over four weeks; null when nothing was counted'),
    trend: z
      .union([
        z.strictObject({
          series: text,
          verdict: z.enum(VERDICTS),
          points: count,
          issuedOn: day,
          nextOn: day,
        }),
        z.strictObject({ series: text, verdict: z.null(), points: count, needs: count }),
      ])
      .nullable()
      .describe('the last verdict, or the points towards the first one; null before any'),
    reflected: z.boolean(),
    unfinished: z.array(day),
  }),
  document('calendar', 'days of practice, week by week: list --calendar', {
    from: day,
    to: day,
    days: z
      .array(z.strictObject({ on: day, session: z.boolean(), review: z.boolean(), moments: count }))
      .describe('those with a session or a counted moment'),
    pauses: z.array(z.strictObject({ from: day, until: day.nullable() })),
    practice: z
      .strictObject({ days: count, workingDays: count })
      .describe('of the last four weeks, pauses left out'),
  }),
  document('why', "how a day's prompt was chosen: why", {
    on: day,
    asked: z.strictObject({ id: text, person: person.nullable(), question: text }).nullable(),
    candidates: z.array(candidate),
  }),
  document('intention', 'an if-then plan: intend, done, edit, show', intention),
  list('intentions', 'if-then plans, the latest first: intentions', z.strictObject(intention)),
  list('counters', 'what is counted: tally --explain', counter),
];
