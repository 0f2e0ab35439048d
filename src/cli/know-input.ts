import {
  BET_OUTCOMES,
  type BetOutcome,
  isConfirmed,
  KNOWLEDGE_STATES,
  type KnowledgeState,
  parseConfidence,
} from '../domain/knowledge.ts';
import { didYouMean } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { readAll } from './args.ts';
import type { Context } from './context.ts';

/** The flags of `praxis know`, as they were written. */
export interface KnowOptions {
  readonly how?: string;
  readonly sure?: string;
  readonly source?: string;
  readonly on?: string;
  readonly was?: string;
  readonly question?: string;
  readonly contact?: boolean;
  readonly rate?: string;
}

/** Something to be stored, read from words and flags. */
export interface Learning {
  readonly kind: 'learn';
  readonly state: KnowledgeState;
  readonly text: string | null;
  readonly source: string | null;
  readonly confidence: number | null;
  readonly was: BetOutcome | null;
  readonly question: string | null;
}

/** What a command about one facet asks for: store something, only settle a bet, or be asked at the terminal. */
export type KnowInput =
  | Learning
  | { readonly kind: 'settle'; readonly was: BetOutcome }
  | { readonly kind: 'ask'; readonly text: string | null };

/** @throws UserError (usage) for flags and words that do not go together; the journal is not looked into. */
export async function inputFrom(
  context: Context,
  words: readonly string[],
  options: KnowOptions,
): Promise<KnowInput> {
  const { how, sure, source, question, rate, on, contact } = options;
  if (rate !== undefined) throw wrong('--rate goes without a facet.', 'praxis know lee --rate 4.');
  const was = options.was === undefined ? null : outcomeFrom(options.was);
  const text = await textFrom(context, words);
  if (how === undefined) {
    const others = sure ?? source ?? question;
    if (was !== null && text === null && others === undefined) return { kind: 'settle', was };
    const plain = others === undefined && on === undefined && contact === undefined;
    if (was === null && plain && context.interactive) return { kind: 'ask', text };
    throw wrong('How do you know it?', `Say --how ${KNOWLEDGE_STATES.join(', --how ')}.`);
  }
  const state = KNOWLEDGE_STATES.find((each) => each === how);
  if (!state) {
    throw wrong(
      `--how is "${how}".${didYouMean(how, KNOWLEDGE_STATES)}`,
      `It takes ${KNOWLEDGE_STATES.join(', ')}.`,
    );
  }
  const wordless = state === 'na' || state === 'unknown';
  if (wordless && text !== null)
    throw wrong(`--how ${state} takes no text.`, 'Leave the text away, or say assumed.');
  if (!wordless && text === null)
    throw wrong('There is no text to keep.', `praxis know lee FACET "TEXT" --how ${state}.`);
  if (sure !== undefined && state !== 'assumed')
    throw wrong('--sure goes with a guess.', '--how assumed --sure 0.8.');
  if (was !== null && !isConfirmed(state))
    throw wrong(
      '--was goes with what confirms a facet.',
      '--how told --was right, or --was alone.',
    );
  if (question !== undefined && !isConfirmed(state))
    throw wrong('--question goes with what confirms a facet.', 'Say --how told or --how seen.');
  return {
    kind: 'learn',
    state,
    text,
    source: source === undefined ? null : checkedText(source, '--source'),
    confidence: sure === undefined ? null : confidenceFrom(sure),
    was,
    question: question ?? null,
  };
}

/** @throws UserError (usage) for what is no outcome of a bet, naming the nearest. */
export function outcomeFrom(given: string): BetOutcome {
  const outcome = BET_OUTCOMES.find((each) => each === given.toLowerCase());
  if (outcome) return outcome;
  throw wrong(
    `--was is "${given}".${didYouMean(given, BET_OUTCOMES)}`,
    `It takes ${BET_OUTCOMES.join(', ')}.`,
  );
}

/** @throws UserError (usage) for less than a coin toss and more than certain. */
export function confidenceFrom(given: string): number {
  const confidence = parseConfidence(given);
  if (confidence !== undefined) return confidence;
  throw wrong(
    `--sure is "${given}"; it takes 0.5, a coin toss, to 1, certain.`,
    'Write 0.8, 80 or 80%. Less than 0.5 sure is a guess at the contrary.',
  );
}

/** The words of a command as one text; `-` alone reads stdin; null when there are none. */
export async function textFrom(context: Context, words: readonly string[]): Promise<string | null> {
  if (words.length === 0) return null;
  const piped = words.length === 1 && words[0] === '-';
  const text = piped
    ? decode(await readAll(context.world.stdin)).replace(/\r?\n$/, '')
    : words.join(' ');
  return checkedText(text, 'The text');
}

/** @throws UserError (usage) for an empty text, and for half a character. */
export function checkedText(text: string, what: string): string {
  if (text.trim() === '') throw wrong(`${what} is empty.`, 'Write a few words.');
  if (!text.isWellFormed())
    throw wrong(`${what} ends or begins in half a character.`, 'Write it again.');
  return text;
}

function wrong(message: string, hint: string): UserError {
  return new UserError(message, `${hint} Nothing was stored.`, EXIT.usage);
}
