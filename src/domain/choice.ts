import { addDays, type Day, daysBetween } from './day.ts';
import { hash } from './hash.ts';
import { overdueRatio, type Person } from './person.ts';
import type { Pair } from './tally.ts';

/** The nine concept families of the daily prompts. */
export const FAMILIES = [
  'stance',
  'proposals',
  'questions',
  'motion',
  'routing',
  'knowing',
  'trust',
  'direction',
  'future',
] as const;
export type Family = (typeof FAMILIES)[number];

/** The pair of counters that speaks for a family; families without one have no weakness term. */
export const PAIR_OF: Readonly<Partial<Record<Family, Pair>>> = {
  stance: 'stance',
  proposals: 'arrival',
  questions: 'questions',
  motion: 'motion',
  routing: 'routing',
};

/** A question that a daily session may put. `{person}` in the text stands for someone's code. */
export interface PromptTemplate {
  readonly id: string;
  readonly version: number;
  readonly family: Family;
  readonly about: 'me' | 'team' | 'person';
  /** What it looks for: something amiss, something that went well, or neither. */
  readonly tone: 'problem' | 'strength' | 'open';
  readonly text: string;
  /** On vulnerability or leaving: at most one a week. */
  readonly sensitive?: true;
}

/** A prompt put in an earlier daily session. */
export interface PastPrompt {
  readonly on: Day;
  readonly id: string;
  /** The code of the person it was about, or null. */
  readonly person: string | null;
  readonly skipped: boolean;
}

/** All that the choice depends on: what was true when the day began, so the day keeps its prompt. */
export interface ChoiceInput {
  readonly on: Day;
  readonly templates: readonly PromptTemplate[];
  readonly people: readonly Person[];
  /** Earlier prompts, the latest first. */
  readonly past: readonly PastPrompt[];
  /** Leader-side share and n of each pair over the trailing 28 days. */
  readonly pairs: Readonly<Partial<Record<Pair, { share: number; n: number }>>>;
  /** Audit coverage (0 to 100) by person code; a person without one adds nothing. */
  readonly coverage?: ReadonlyMap<string, number>;
  /** Families for which an exercise follow-up falls on the day. */
  readonly followUps?: ReadonlySet<Family>;
}

/** The terms of a score, weighted, as `praxis why` prints them. */
export interface Terms {
  readonly overdue: number;
  readonly unknown: number;
  readonly weak: number;
  readonly neglect: number;
  readonly followUp: number;
  readonly balance: number;
  readonly skipped: number;
}

export interface Candidate {
  readonly template: PromptTemplate;
  readonly person: string | null;
  readonly terms: Terms;
  readonly score: number;
  /** What its pair was counted as, or null when it has none or too few were counted to know. */
  readonly counted: { readonly pair: Pair; readonly share: number; readonly n: number } | null;
  /** Audit coverage of the person (0 to 100), or null where there is none. */
  readonly known: number | null;
  /** The day the template was last used, or null. */
  readonly lastUsed: Day | null;
}

/** Weights and limits of the choice. They are conventions of this project, kept in one place. */
export const CHOICE = {
  weights: { overdue: 3, unknown: 2, weak: 2, neglect: 1.5, followUp: 2.5, balance: 1, skipped: 1 },
  sessionsBetweenUses: 6,
  aboutPeople: { most: 2, of: 5 },
  samePersonSessions: 2,
  driftingRatio: 2,
  sensitiveDays: 7,
  familySessions: 14,
  neglectDays: 14,
  pairNeeds: 5,
  weakUnknown: 0.5,
  overdueCap: 3,
  problemRun: 4,
  offersLookedAt: 3,
  nearTie: 0.25,
} as const;

/**
 * Ranks every prompt that may be put on the day, the chosen one first.
 * Highest score wins; within 0.25 of it the template used longest ago; then a hash of day, template and person,
 * so that the same day shows the same prompt and nothing is random. Every family comes back within 14 sessions:
 * when one would not otherwise, only the families that wait longest are ranked. Empty only when no template is left.
 */
export function rankPrompts(input: ChoiceInput): Candidate[] {
  const allowed = candidates(input).filter((each) => mayBePut(each, input));
  const turn = familiesInTurn(input);
  const waiting = allowed.filter(({ template }) => turn.has(template.family));
  const scored = (waiting.length > 0 ? waiting : allowed)
    .map((each) => scoreOf(each, input))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const near = scored.filter(({ score }) => best - score <= CHOICE.nearTie);
  const rest = scored.slice(near.length);
  near.sort(
    (a, b) =>
      compare(a.lastUsed ?? '', b.lastUsed ?? '') ||
      hash(`${input.on} ${a.template.id} ${a.person ?? ''}`) -
        hash(`${input.on} ${b.template.id} ${b.person ?? ''}`),
  );
  return [...near, ...rest];
}

/**
 * The families of which one has to be asked today, if every window of 14 sessions is to hold all nine; empty while
 * there is slack. With the longest-waiting first, the first r + 1 of them need the next sessions to themselves once
 * the last of these has waited 13 - r sessions (earliest deadline first).
 */
export function familiesInTurn({
  past,
  templates,
}: Pick<ChoiceInput, 'past' | 'templates'>): ReadonlySet<Family> {
  const familyOf = new Map(templates.map(({ id, family }) => [id, family]));
  const waited = [...new Set(templates.map(({ family }) => family))]
    .map((family) => {
      const last = past.findIndex(({ id }) => familyOf.get(id) === family);
      return { family, sessions: last < 0 ? past.length : last };
    })
    .sort((a, b) => b.sessions - a.sessions);
  // The shortest such row: of a longer one that holds it, another family could take the session it cannot wait for.
  const tight = waited.findIndex(({ sessions }, r) => sessions >= CHOICE.familySessions - 1 - r);
  return new Set(waited.slice(0, tight + 1).map(({ family }) => family));
}

/** The question as it is put: `{person}` filled in. */
export function wording(template: Pick<PromptTemplate, 'text'>, person: string | null): string {
  return person === null ? template.text : template.text.replaceAll('{person}', person);
}

interface Pairing {
  readonly template: PromptTemplate;
  readonly person: Person | null;
}

function candidates({ templates, people }: ChoiceInput): Pairing[] {
  const present = people.filter(({ state }) => state === 'active');
  return templates.flatMap((template): Pairing[] =>
    template.about === 'person'
      ? present.map((person) => ({ template, person }))
      : [{ template, person: null }],
  );
}

function mayBePut({ template, person }: Pairing, { on, past, templates }: ChoiceInput): boolean {
  if (past.slice(0, CHOICE.sessionsBetweenUses).some(({ id }) => id === template.id)) return false;
  if (template.sensitive) {
    const sensitive = new Set(templates.filter((each) => each.sensitive).map(({ id }) => id));
    // Days compare as text; counting the days between each of a thousand pairs of them costs half of the start-up.
    const since = addDays(on, 1 - CHOICE.sensitiveDays);
    if (past.some((each) => each.on >= since && sensitive.has(each.id))) return false;
  }
  if (person === null) return true;
  const { most, of } = CHOICE.aboutPeople;
  if (past.slice(0, of - 1).filter((each) => each.person !== null).length >= most) return false;
  const recently = past
    .slice(0, CHOICE.samePersonSessions)
    .some((each) => each.person === person.code);
  return !recently || overdueRatio(person, on) >= CHOICE.driftingRatio;
}

function scoreOf({ template, person }: Pairing, input: ChoiceInput): Candidate {
  const { on, past, pairs, coverage, followUps } = input;
  const { weights } = CHOICE;
  const familyOf = new Map(input.templates.map(({ id, family }) => [id, family]));
  const uses = past.filter(({ id }) => id === template.id);
  const familyAsked = past.find(({ id }) => familyOf.get(id) === template.family)?.on;
  const known = person && coverage?.get(person.code);
  const terms: Terms = {
    overdue: person
      ? (weights.overdue * Math.min(overdueRatio(person, on), CHOICE.overdueCap)) /
        CHOICE.overdueCap
      : 0,
    unknown: known === null || known === undefined ? 0 : weights.unknown * (1 - known / 100),
    weak: weights.weak * weakness(PAIR_OF[template.family], pairs),
    neglect:
      weights.neglect *
      (familyAsked ? Math.min(1, daysBetween(familyAsked, on) / CHOICE.neglectDays) : 1),
    followUp: followUps?.has(template.family) ? weights.followUp : 0,
    balance: template.tone === 'strength' && onlyProblems(input) ? weights.balance : 0,
    skipped: -weights.skipped * shareSkipped(uses.slice(0, CHOICE.offersLookedAt)),
  };
  const score = Object.values(terms).reduce((sum: number, term: number) => sum + term, 0);
  const pair = PAIR_OF[template.family];
  const own = pair && pairs[pair];
  const counted = pair && own && own.n >= CHOICE.pairNeeds ? { pair, ...own } : null;
  return {
    template,
    person: person?.code ?? null,
    terms,
    score,
    counted,
    known: known ?? null,
    lastUsed: uses[0]?.on ?? null,
  };
}

function weakness(pair: Pair | undefined, pairs: ChoiceInput['pairs']): number {
  if (pair === undefined) return 0;
  const counted = pairs[pair];
  return counted && counted.n >= CHOICE.pairNeeds ? 1 - counted.share : CHOICE.weakUnknown;
}

function onlyProblems({ past, templates }: ChoiceInput): boolean {
  const last = past.slice(0, CHOICE.problemRun);
  const toneOf = new Map(templates.map(({ id, tone }) => [id, tone]));
  return last.length === CHOICE.problemRun && last.every(({ id }) => toneOf.get(id) === 'problem');
}

function shareSkipped(uses: readonly PastPrompt[]): number {
  return uses.length === 0 ? 0 : uses.filter(({ skipped }) => skipped).length / uses.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
