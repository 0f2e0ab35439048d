import { EXIT, UserError } from '../errors.ts';
import { addDays, type Day } from './day.ts';
import type { Counted } from './facts.ts';
import { didYouMean } from './nearest.ts';
import type { Person } from './person.ts';

export const REVERSIBILITIES = ['easily', 'with-effort', 'hardly'] as const;
export type Reversibility = (typeof REVERSIBILITIES)[number];

export const REVERSIBILITY_WORDS: Readonly<Record<Reversibility, string>> = {
  easily: 'easily',
  'with-effort': 'with effort',
  hardly: 'hardly',
};

/** What a look back on a decision found. */
export const LOOK_BACK_VERDICTS = ['stands', 'changed', 'reversed'] as const;
export type LookBackVerdict = (typeof LOOK_BACK_VERDICTS)[number];

export const VERDICT_WORDS: Readonly<Record<LookBackVerdict, string>> = {
  stands: 'it stands',
  changed: 'it was changed',
  reversed: 'it was reversed',
};

/** What is said of an option. All may be filled in later. */
export interface OptionFields {
  readonly benefits: string | null;
  readonly costs: string | null;
  /** Who carries the costs. */
  readonly bearers: string | null;
  readonly reversibility: Reversibility | null;
  /** How sure one is that it will do what is said of it, 0 to 1. */
  readonly confidence: number | null;
}

export interface NewOption extends OptionFields {
  readonly title: string;
  /** It leaves things as they are. */
  readonly statusQuo: boolean;
}

export interface DecisionOption extends NewOption {
  readonly id: string;
  /** 1 and up, as on the page. */
  readonly place: number;
}

export interface LookBack {
  readonly id: string;
  readonly dueOn: Day;
  /** Null while it is to come. */
  readonly heldOn: Day | null;
  readonly verdict: LookBackVerdict | null;
  readonly text: string | null;
}

/** An options page. People by their codes. */
export interface Decision {
  readonly id: string;
  readonly openedOn: Day;
  readonly question: string;
  /** Whose decision it is; null: mine. */
  readonly owner: string | null;
  readonly dueOn: Day | null;
  /** Who argues against the favourite. */
  readonly challenger: string | null;
  /** By place. */
  readonly options: readonly DecisionOption[];
  /** The place of the option that was chosen. */
  readonly chosen: number | null;
  readonly chosenOn: Day | null;
  /** What would show that it was wrong. */
  readonly sign: string | null;
  /** Whether nothing was missing when it was chosen. */
  readonly complete: boolean | null;
  /** By the day they are due. */
  readonly lookBacks: readonly LookBack[];
}

/** A page as it is opened. */
export interface NewDecision {
  readonly question: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly challenger: string | null;
  readonly sign: string | null;
  readonly options: readonly NewOption[];
}

export const NO_FIELDS: OptionFields = {
  benefits: null,
  costs: null,
  bearers: null,
  reversibility: null,
  confidence: null,
};

/** The option that every page has: doing nothing is a choice too, with costs of its own. */
export const STATUS_QUO: NewOption = {
  ...NO_FIELDS,
  title: 'Leave things as they are',
  statusQuo: true,
};

/** Fewer than this, leaving things as they are included, is hardly a comparison. */
const LEAST_OPTIONS = 3;

/** The days after a choice on which one looks back on it. */
export const LOOK_BACK_DAYS = [30, 90] as const;

/** The same options, with that of leaving things as they are if none is. */
export function withStatusQuo(options: readonly NewOption[]): NewOption[] {
  return options.some(({ statusQuo }) => statusQuo) ? [...options] : [...options, STATUS_QUO];
}

/** @throws UserError (usage) for two options of one title, and for two that leave things as they are. */
export function checkOptions(options: readonly NewOption[]): void {
  const titles = options.map(({ title }) => folded(title));
  const twice = options.find(({ title }, i) => titles.indexOf(folded(title)) !== i);
  if (twice) {
    throw new UserError(
      `"${twice.title}" stands there twice.`,
      'Name each option once. Nothing was stored.',
      EXIT.usage,
    );
  }
  if (options.filter(({ statusQuo }) => statusQuo).length > 1) {
    throw new UserError(
      'Two options leave things as they are.',
      'Mark one of them with "statusQuo". Nothing was stored.',
      EXIT.usage,
    );
  }
}

const FIELD_WORDS: Readonly<Record<keyof OptionFields, string>> = {
  benefits: 'benefits',
  costs: 'costs',
  bearers: 'who carries the costs',
  reversibility: 'how easily it is undone',
  confidence: 'how sure you are',
};

/** What is to be there before a choice and is not, in words; empty when the page is whole. */
export function missingIn({ options, sign }: Pick<Decision, 'options' | 'sign'>): string[] {
  const few = LEAST_OPTIONS - options.length;
  return [
    ...(few > 0 ? [few === 1 ? 'one more option' : `${few} more options`] : []),
    ...(options.some(({ statusQuo }) => statusQuo)
      ? []
      : ['an option of leaving things as they are']),
    ...options.flatMap((option) => {
      const fields = (Object.keys(FIELD_WORDS) as (keyof OptionFields)[])
        .filter((field) => option[field] === null)
        .map((field) => FIELD_WORDS[field]);
      return fields.length === 0 ? [] : [`option ${option.place}: ${fields.join(', ')}`];
    }),
    ...(sign === null ? ['the sign that would show it was wrong'] : []),
  ];
}

export const DECISION_STATES = ['open', 'chosen', 'looked-back'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** Open until it is chosen; looked back once no look back is to come. */
export function stateOf(decision: Decision): DecisionState {
  if (decision.chosen === null) return 'open';
  return nextLookBack(decision) ? 'chosen' : 'looked-back';
}

/** The look back that is to be held next. */
export function nextLookBack({ lookBacks }: Pick<Decision, 'lookBacks'>): LookBack | undefined {
  return lookBacks.find(({ heldOn }) => heldOn === null);
}

export function optionAt({ options }: Decision, place: number | null): DecisionOption | undefined {
  return options.find((option) => option.place === place);
}

/**
 * The option that a word names: its number, its title, or a beginning of one title only.
 * @throws UserError (usage) when none fits, naming the nearest, or several.
 */
export function optionNamed({ options }: Pick<Decision, 'options'>, given: string): DecisionOption {
  const word = folded(given);
  const titled = options.filter(({ title }) => folded(title) === word);
  const begun = options.filter(({ title }) => word !== '' && folded(title).startsWith(word));
  const numbered = options.filter(({ place }) => String(place) === word);
  const [found, ...others] = numbered[0] ? numbered : titled[0] ? titled : begun;
  if (found && others.length === 0) return found;
  throw new UserError(
    found
      ? `"${given}" fits more than one option.`
      : `There is no option "${given}".${didYouMean(
          given,
          options.map(({ title }) => title),
        )}`,
    `Name it by its number, 1 to ${options.length}. Nothing was stored.`,
    EXIT.usage,
  );
}

/** Two titles that differ only in case and space are one. */
export function folded(title: string): string {
  return title.trim().replaceAll(/\s+/g, ' ').normalize('NFC').toLowerCase();
}

/** Days that count as the last quarter. */
const QUARTER_DAYS = 91;

/** Of the people one leads now, how many opened a page of their own in the last quarter (concepts 23). */
export function writersIn(
  decisions: readonly Decision[],
  people: readonly Person[],
  today: Day,
): Counted {
  const from = addDays(today, 1 - QUARTER_DAYS);
  const owners = new Set(
    decisions
      .filter(({ openedOn }) => openedOn >= from && openedOn <= today)
      .map(({ owner }) => owner),
  );
  const active = people.filter(({ state }) => state === 'active');
  return { x: active.filter(({ code }) => owners.has(code)).length, n: active.length };
}
