import { Option } from 'commander';
import { EXERCISE_STATES, MOVEMENT_STAGES } from '../domain/checkin.ts';
import { didYouMean } from '../domain/nearest.ts';
import { RATIO_ITEMS, RATIOS, type RatioItem } from '../domain/ratio.ts';
import { checkCount, parseTallyWord, TALLY_KEYS, tallyKey } from '../domain/tally.ts';
import { EXIT, UserError } from '../errors.ts';
import { oneOf } from './args.ts';

/** The answers of a check-in that a flag each can give. */
export interface AnswerFlags {
  readonly kept?: string;
  readonly loops?: string;
  readonly listening?: string;
  readonly questions?: string;
  readonly badNews?: string;
  readonly clarity?: string;
  readonly tally?: readonly string[];
  readonly contact?: readonly string[];
  readonly movement?: string;
  readonly joined?: string;
  readonly exercise?: string;
  readonly choice?: string;
  readonly copied?: string;
  readonly norm?: string;
  readonly improved?: string;
  readonly threatened?: string;
  readonly note?: string;
  readonly if?: string;
  readonly then?: string;
}

const RATIO_FLAGS: Readonly<Record<RatioItem, string>> = {
  kept: '--kept',
  loops: '--loops',
  listening: '--listening',
  questions: '--questions',
  badNews: '--bad-news',
};
const TEXT_FLAGS = ['choice', 'copied', 'norm', 'improved', 'threatened', 'note'] as const;

/** Out of the list of options, which would not fit one screen with them; the help names them in three lines. */
export const ANSWER_OPTIONS: readonly Option[] = [
  ...RATIO_ITEMS.map((item) => {
    const { x, n, words } = RATIOS[item];
    return new Option(`${RATIO_FLAGS[item]} <${x}/${n}>`, words);
  }),
  new Option('--clarity <step>', 'who could state the focus: 1 nobody to 5 anyone'),
  new Option('--tally <codes...>', 'counts of the whole week, such as "a3 c9"'),
  new Option('--contact <person...>', 'whom you talked with'),
  new Option('--movement <stage>', MOVEMENT_STAGES.join(', ')),
  new Option('--joined <text>', 'who joined, with --movement'),
  new Option('--exercise <run>', `X5=${EXERCISE_STATES.join(', X5=')}`),
  ...TEXT_FLAGS.map((item) => new Option(`--${item} <text>`, item)),
  new Option('--if <cue>', "next week's plan: the moment you will recognise"),
  new Option('--then <act>', "next week's plan: what you will do"),
].map((option) => option.hideHelp());

export const ANSWER_HELP = `
Answers by flag: --kept 4/5 --loops 1/2 --listening 2/2 --questions 7/11
  --bad-news 1/2 --clarity 4 --tally "a3 c9" --contact lee --exercise X5=planned
  --movement two --joined --choice --copied --norm --improved --threatened
  --note --if --then`;

/** True when one of the flags was given. */
export function hasAnswers(flags: AnswerFlags): boolean {
  return Object.keys(answersFromFlags(flags)).length > 0;
}

/**
 * The flags as an answers file would say it.
 * @throws UserError (usage) for one that says nothing of its kind.
 */
export function answersFromFlags(flags: AnswerFlags): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  const set = (key: string, value: unknown) => {
    if (value !== undefined) answers[key] = value;
  };
  set('tallies', flags.tally && talliesFrom(flags.tally));
  for (const item of RATIO_ITEMS) set(item, ratioFrom(item, flags[item]));
  const step = oneOf('--clarity', flags.clarity, ['1', '2', '3', '4', '5']);
  set('R4', step === null ? undefined : Number(step));
  set('movement', movementFrom(flags));
  set('contacts', flags.contact);
  set('exercise', exerciseFrom(flags.exercise));
  for (const item of TEXT_FLAGS) set(item, flags[item]);
  if (flags.if !== undefined || flags.then !== undefined)
    set('intention', { if: flags.if ?? '', then: flags.then ?? '' });
  return answers;
}

function ratioFrom(item: RatioItem, given: string | undefined): unknown {
  if (given === undefined) return undefined;
  const [, x, n] = /^(\d{1,3})\/(\d{1,3})$/.exec(given.trim()) ?? [];
  if (x !== undefined && n !== undefined)
    return { [RATIOS[item].x]: Number(x), [RATIOS[item].n]: Number(n) };
  throw new UserError(
    `${RATIO_FLAGS[item]} is "${given}"; it takes two counts, such as 4/5.`,
    `The first is of the second: ${RATIOS[item].words}. Nothing was stored.`,
    EXIT.usage,
  );
}

function talliesFrom(given: readonly string[]): Record<string, number> {
  const tallies: Record<string, number> = {};
  for (const word of given.flatMap((each) => each.split(/\s+/)).filter((each) => each !== '')) {
    const parsed = parseTallyWord(word);
    if (!parsed) {
      throw new UserError(
        `"${word}" is no counter.${didYouMean(word, TALLY_KEYS)}`,
        'praxis tally --explain says what each one means. Nothing was stored.',
        EXIT.usage,
      );
    }
    const key = tallyKey(parsed);
    const n = parsed.n + (tallies[key] ?? 0);
    checkCount(n, word);
    tallies[key] = n;
  }
  return tallies;
}

function movementFrom({ movement, joined }: AnswerFlags): unknown {
  if (movement === undefined && joined === undefined) return undefined;
  const stage = oneOf('--movement', movement, MOVEMENT_STAGES);
  if (stage !== null) return { stage, joined: joined ?? null };
  throw new UserError(
    '--joined goes with --movement.',
    `Name the stage: --movement ${MOVEMENT_STAGES.join(', ')}. Nothing was stored.`,
    EXIT.usage,
  );
}

function exerciseFrom(given: string | undefined): unknown {
  if (given === undefined) return undefined;
  const [id = '', state] = given.split('=');
  if (id !== '' && state !== undefined)
    return { id, state: oneOf('--exercise', state, EXERCISE_STATES) };
  throw new UserError(
    `--exercise is "${given}"; it takes an exercise and its state, such as X5=planned.`,
    `The state is ${EXERCISE_STATES.join(', ')}. Nothing was stored.`,
    EXIT.usage,
  );
}
