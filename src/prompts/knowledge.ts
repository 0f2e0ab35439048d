import type { BetOutcome, KnowledgeState } from '../domain/knowledge.ts';
import type { Ask } from '../domain/question.ts';
import type { Rating, RatingScale } from '../domain/rating.ts';
import { askText } from './boundary.ts';

/** A facet as it is put to the user. */
export interface FacetStep {
  readonly title: string;
  /** What is known of it now, in words. */
  readonly now: string;
  /** The question that opens it. */
  readonly ask: string;
  /** What was noted before, offered with Tab. */
  readonly before: string | null;
  /** A text that was given already. */
  readonly text: string | null;
  /** Whether a guess may be a bet: not about oneself. */
  readonly bets: boolean;
}

/** What was answered: a state with its text, nothing, or that it is enough. */
export type FacetAnswer =
  | {
      readonly kind: 'kept';
      readonly state: Exclude<KnowledgeState, 'unknown'>;
      readonly text: string | null;
      readonly confidence: number | null;
    }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'enough' };

/** Five steps from a coin toss to certain. */
const SURE = [
  ['0.5', '50 %, a coin toss'],
  ['0.6', '60 %'],
  ['0.75', '75 %'],
  ['0.9', '90 %'],
  ['1', '100 %, certain'],
] as const;

/** Asks what is known of a facet: one key for how, a line for what, and of a guess one key for how sure. */
export async function askFacet(ask: Ask, step: FacetStep): Promise<FacetAnswer> {
  const how = await ask({
    kind: 'key',
    name: 'how',
    text: `${step.title}: ${step.now}\n${step.ask}`,
    options: [
      { key: 'a', value: 'assumed', label: 'guess' },
      { key: 't', value: 'told', label: 'told me' },
      { key: 's', value: 'seen', label: 'I have seen it, at least twice' },
      ...(step.text === null ? [{ key: 'x', value: 'na', label: 'does not apply' }] : []),
      { key: 'q', value: 'enough', label: 'enough' },
    ],
    enter: 'skipped',
    explain:
      'A guess is yours. Told: they said it. Seen: you watched it at least twice. Only the last two are knowledge.',
  });
  if (how === 'enough') return { kind: 'enough' };
  if (how === 'na') return { kind: 'kept', state: 'na', text: null, confidence: null };
  if (how !== 'assumed' && how !== 'told' && how !== 'seen') return { kind: 'skipped' };
  const text =
    step.text ??
    (await askText(ask, {
      kind: 'text',
      name: 'text',
      label: '',
      explain: 'About work, in words that the person may read.',
      editor: true,
      ...(step.before === null ? {} : { suggestion: step.before }),
    }));
  if (text === null) return { kind: 'skipped' };
  const confidence = how === 'assumed' && step.bets ? await askSure(ask) : null;
  return { kind: 'kept', state: how, text, confidence };
}

async function askSure(ask: Ask): Promise<number | null> {
  const sure = await ask({
    kind: 'key',
    name: 'sure',
    text: 'How sure are you?',
    options: SURE.map(([value, label], i) => ({ key: `${i + 1}`, value, label })),
    enter: 'no bet',
    explain:
      'A guess with a number is a bet. Once they told you or you saw it, you say whether it was right.',
  });
  return sure === null ? null : Number(sure);
}

/** Asks what became of a guess, one key. */
export async function askOutcome(ask: Ask, guess: string): Promise<BetOutcome | null> {
  const outcome = await ask({
    kind: 'key',
    name: 'was',
    text: guess,
    options: [
      { key: 'r', value: 'right', label: 'right' },
      { key: 'w', value: 'wrong', label: 'wrong' },
      { key: 'h', value: 'half', label: 'half right' },
    ],
    enter: 'still open',
    explain: 'Any answer is a fact, none is a mark. Half right counts as wrong.',
  });
  return outcome as BetOutcome | null;
}

/** Asks for a rating of one person; `{person}` in the question is their code. */
export async function askAbout(
  ask: Ask,
  scale: Omit<RatingScale, 'item'> & { readonly item: string },
  person: string,
): Promise<Rating | null> {
  const value = await ask({
    kind: 'key',
    name: scale.item,
    text: scale.question.replaceAll('{person}', person),
    options: scale.anchors.map((label, i) => ({ key: `${i + 1}`, value: `${i + 1}`, label })),
    enter: 'skipped',
    explain: 'Your own reading. The counts with this person stand beside it in praxis audit.',
  });
  return value === null ? null : (Number(value) as Rating);
}
