import * as z from 'zod';
import { HEARD_ABOUT } from '../../domain/heard.ts';
import { STATEMENT_KINDS } from '../../domain/statement.ts';
import { count, day, document, id, list, person, share, text } from './shape.ts';

const said = { id, on: day, text, because: text.nullable().describe('what changed it') };

const milestone = {
  id,
  madeOn: day,
  text,
  dueOn: day,
  reachedOn: day.nullable(),
  droppedOn: day.nullable(),
  state: z.enum(['open', 'reached', 'dropped']),
  daysLeft: z.int().nullable().describe('below 0: overdue; null: settled'),
};

const version = z.int().min(1);

const counted = z
  .strictObject({ x: count, n: count, value: share, ci95: z.tuple([share, share]) })
  .nullable()
  .describe('null when nothing was counted');

export const heard = z.strictObject({
  id,
  on: day,
  person: person.nullable(),
  about: z.enum(HEARD_ABOUT),
  text,
  ageDays: z.int(),
  answeredOn: day.nullable().describe('null while it waits'),
  answer: text.nullable(),
});

/** Where one is heading, how one means to lead, and what others asked about it. */
export const FOCUS = [
  document('focus', 'where you are heading: focus', {
    focus: z.strictObject(said).nullable(),
    milestones: z.array(z.strictObject(milestone)).describe('open ones, the next due first'),
    choice: z.strictObject(said).nullable(),
    way: z.strictObject({ version, on: day }).nullable(),
    direction: z
      .strictObject({ last: count.nullable(), before: count.nullable(), rises: z.boolean() })
      .describe('questions for direction in four weeks and the four before; null: not counted'),
    effort: z
      .strictObject({ linked: count, earlier: count, all: count })
      .describe('plans, exercises and promises of four weeks: that serve it, another, all'),
  }),
  document('statement', 'words of your own: focus set, focus choice, show, edit', {
    kind: z.enum(STATEMENT_KINDS),
    ...said,
  }),
  list(
    'choices',
    'what you choose and chose, the latest first: focus choice',
    z.strictObject(said),
  ),
  document('milestone', 'a step on the way: focus milestone, show, edit', milestone),
  list('milestones', 'the roadmap: focus milestone', z.strictObject(milestone)),
  document('way', 'my way of leading: focus way', {
    id: id.nullable(),
    version: version.nullable().describe('null: a draft, or no page yet'),
    on: day.nullable(),
    text: text.nullable(),
    draft: z.literal(true).optional().describe('focus way --draft'),
  }),
  list(
    'ways',
    'its versions, the latest first: focus way --history',
    z.strictObject({ id, version, on: day, text }),
  ),
  document('scene', 'a meeting led the other way: focus scene', {
    id: id.nullable(),
    on: day.nullable(),
    text: text.nullable(),
    ageDays: z.int().nullable(),
    due: z.boolean().describe('in the week in which it is to be met again'),
    counts: z
      .strictObject({ handedBack: counted, withProposal: counted })
      .nullable()
      .describe('of four weeks; null before it is 30 days old'),
  }),
  list('heard', 'questions put to you: question heard and answer, show', heard),
];
