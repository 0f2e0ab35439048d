import * as z from 'zod';
import { BAD_NEWS, CAME_FOR, OPENINGS } from '../../domain/contact.ts';
import { LABEL_SIDES, PERSON_STATES } from '../../domain/person.ts';
import { CODES } from '../../domain/tally.ts';
import { count, day, document, id, person, text } from './shape.ts';

const somebody = {
  code: person,
  cadence: z.int().min(1).describe('days between talks'),
  addedOn: day,
  state: z.enum(PERSON_STATES),
  lastContact: day.nullable(),
  overdue: z
    .number()
    .min(0)
    .describe('days since the last talk over the cadence: from 1 it is due, from 2 drifting'),
  roleSince: day.nullable().describe('what was known before is a guess again'),
  teamSince: day.nullable(),
  managerSince: day.nullable(),
  futureRole: text.nullable(),
};

const departure = z
  .strictObject({
    on: day,
    reason: text.nullable(),
    growth: text.nullable(),
    cost: text.nullable(),
  })
  .nullable();

const benefit = { id, on: day, text };

const label = {
  id,
  person,
  on: day,
  word: text,
  side: z.enum(LABEL_SIDES).nullable(),
  moment: text.nullable().describe('null: a guess so far'),
};

const brought = z.strictObject({
  badNews: z.strictObject({ early: count, all: count }),
  openings: z.strictObject({ met: count, all: count }),
  cameFor: z.array(z.strictObject({ cameFor: z.enum(CAME_FOR), n: count })),
  challenges: z.strictObject({ explored: count, all: count }),
});

const oneLabel = z.array(person).describe('people for whom there is one word only');

export const PEOPLE = [
  document('person', 'somebody you lead: person add, show, edit, contact, quiet, leave', {
    ...somebody,
    counts: z
      .array(z.strictObject({ code: z.enum(CODES), warranted: z.boolean(), n: count }))
      .optional()
      .describe('of four weeks: person show'),
    words: z
      .array(z.strictObject({ on: day, text }))
      .optional()
      .describe('your last words about the two of you: person show'),
    brought: brought.optional().describe('what talks brought in twelve weeks: person show'),
    labels: z.array(z.strictObject(label)).optional().describe('person show'),
    departure: departure.optional().describe('person show'),
    benefits: z.array(z.strictObject(benefit)).optional().describe('person show'),
  }),
  document('people', 'everybody you lead: person list', {
    people: z.array(
      z.strictObject({
        ...somebody,
        departure: departure.optional().describe('person list --left'),
        benefits: z.array(z.strictObject(benefit)).optional().describe('person list --left'),
      }),
    ),
    oneLabel,
  }),
  document('contact', 'a talk: show, edit', {
    id,
    person,
    on: day,
    badNews: z.enum(BAD_NEWS).nullable(),
    opening: z.enum(OPENINGS).nullable(),
    cameFor: z.enum(CAME_FOR).nullable(),
  }),
  document('label', 'a word you use for somebody: person label', label),
  document('labels', 'the words you use for people: person label', {
    labels: z.array(z.strictObject(label)),
    oneLabel,
  }),
  document('benefit', 'what came back from somebody who left: person benefit', {
    person,
    ...benefit,
  }),
  document('forgetting', 'what forgetting would take away: person forget --dry-run', {
    person,
    about: z.record(text, count).describe('rows about them, by noun'),
    texts: z.array(z.strictObject({ noun: text, on: day.nullable(), text })),
    unlinked: count.describe('counts and records that stay, without the person'),
    backups: z.array(text).describe('copies that name them'),
  }),
  document('forgotten', 'what forgetting somebody took away: person forget', {
    about: z.record(text, count),
    texts: count,
    unlinked: count,
    backups: z.array(text).describe('copies made before, which still hold them'),
    removedBackups: z.array(text).describe('copies that held them: with --backups'),
  }),
];
