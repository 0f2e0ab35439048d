import * as z from 'zod';
import { AREAS } from '../../domain/facet.ts';
import { BET_OUTCOMES, KNOWLEDGE_STATES } from '../../domain/knowledge.ts';
import { LABEL_SIDES } from '../../domain/person.ts';
import { PAIRS, type Pair } from '../../domain/tally.ts';
import { count, day, document, id, list, person, share, text } from './shape.ts';

const percent = z.number().min(0).max(100).nullable();
const needs = text.nullable().describe('what is missing before the figures may be shown');
const area = z.enum(AREAS);

const known = {
  ac: percent.describe('audit coverage: of the facets that apply, confirmed and fresh'),
  al: percent.describe('assumption load: of what is thought to be known, assumed or stale'),
  unknown: percent,
  needs,
};

const counts = z.strictObject({
  na: count,
  unknown: count,
  assumed: count,
  stale: count,
  fresh: count,
});

const facet = z.strictObject({
  facet: text,
  area,
  title: text,
  state: z.enum(KNOWLEDGE_STATES),
  fresh: z.boolean(),
  text: text.nullable(),
  checkedOn: day.nullable(),
  source: text.nullable(),
  confidence: z.number().min(0.5).max(1).nullable(),
  freshUntil: day.nullable(),
});

const knowledge = {
  id,
  person: person.describe("a person's code, or me"),
  facet: text,
  area,
  on: day,
  state: z.enum(KNOWLEDGE_STATES),
  text: text.nullable(),
  source: text.nullable(),
  confidence: z.number().min(0.5).max(1).nullable().describe('with one, the guess is a bet'),
  outcome: z.enum(BET_OUTCOMES).nullable(),
  settledOn: day.nullable(),
  freshUntil: day.nullable().describe('the last day on which it counts as confirmed'),
};

const bets = z.strictObject({
  n: count.describe('settled'),
  hits: count,
  open: count,
  hitRate: share.nullable(),
  ci95: z.tuple([share, share]).nullable(),
  brier: z.number().nullable(),
  overConfidence: z.number().nullable(),
  call: text.nullable().describe('what may be said of the confidence'),
  needs,
});

const pairs = Object.keys(PAIRS) as Pair[];
const pairCount = z.strictObject({
  pair: z.enum(pairs),
  right: count,
  all: count,
  warranted: count,
});

const question = {
  id: text.describe('of its own kind: a word for a shipped one, an id for one of yours'),
  text,
  facets: z.array(text),
  source: z.enum(['shipped', 'pack', 'own']),
  state: z.enum(['active', 'retired']),
  reworded: z.boolean(),
  asked: count,
  confirmed: count,
  lastAskedOn: day.nullable(),
};

const conversation = z.strictObject({
  person,
  facet: text,
  area,
  title: text,
  state: z.enum(['unknown', 'assumed', 'stale']),
  question: z.strictObject({ id: text.nullable(), text }),
  due: day,
});

/** What is known of people, and the questions that find out more. */
export const AUDIT = [
  document('audit', 'what you know of one person, facet by facet: audit PERSON', {
    person: person.describe("a person's code, or me"),
    on: day,
    ...known,
    counts,
    facets: z.array(facet),
    more: z.array(facet).describe('facets of your packs: they enter no figure'),
    openBets: z.array(z.strictObject(knowledge)),
    bets,
    r0: z
      .strictObject({ on: day, value: z.int().min(1).max(5), anchor: text })
      .nullable()
      .describe('whom you think you lead'),
    counted: z.strictObject({ from: day, pairs: z.array(pairCount) }),
    labels: z.array(
      z.strictObject({
        on: day,
        word: text,
        side: z.enum(LABEL_SIDES).nullable(),
        moment: text.nullable(),
        assumed: z.boolean(),
      }),
    ),
    history: z.array(z.strictObject(knowledge)).optional().describe('audit PERSON --history'),
  }),
  document('audits', 'what you know of everybody, and whom to ask next: audit', {
    on: day,
    team: z.strictObject({
      ac: percent,
      unknown: percent,
      minimum: z.strictObject({ person, ac: z.number() }).nullable(),
      needs,
    }),
    audits: z.array(z.strictObject({ person, ...known, counts, due: day })),
    queue: z.array(conversation).describe('at most three talks worth having'),
    felt: z.strictObject({
      n: count,
      median: z.number().nullable(),
      felt: z.number().nullable(),
      gap: z.number().nullable(),
      ahead: z.boolean().describe('felt is 20 points or more above what is known'),
      needs,
    }),
    bets,
  }),
  document('knowledge', 'what was noted about a facet: know, show, edit', {
    ...knowledge,
    settled: z
      .array(z.strictObject({ id, outcome: z.enum(BET_OUTCOMES) }))
      .optional()
      .describe('bets that it settled: know'),
  }),
  document('walk', 'how many facets a walk through them kept: know PERSON', {
    person: person.describe("a person's code, or me"),
    kept: count,
    open: count,
  }),
  document('question', 'a question of the list: question draw, add, edit, retire', {
    ...question,
    person: person.nullable().optional().describe('whom to ask: question draw'),
    facet: text.nullable().optional().describe('what it is to find out: question draw'),
  }),
  document('wording', 'a question of yours, or your words for another: show', {
    id,
    packId: text.nullable().describe('the question of a pack that it rewords; null: your own'),
    on: day,
    text,
    facets: z.array(text),
    state: z.enum(['active', 'retired']),
  }),
  list('questions', 'the question list: question list', z.strictObject(question)),
  document('asked', 'a question that you asked: question asked, show', {
    id,
    question: text,
    text,
    person: person.nullable(),
    on: day,
    learned: text.nullable(),
    facet: text.nullable(),
    confirmed: z.boolean(),
    knowledgeId: id.nullable(),
  }),
];
