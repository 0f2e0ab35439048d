import { type DailyPlan, pairsOf } from '../domain/daily.ts';
import { madeWhen, planInWords } from '../domain/intention.ts';
import type { Ask } from '../domain/question.ts';
import type { Rating, RatingScale } from '../domain/rating.ts';
import type { Answers, Outcome } from '../domain/session.ts';
import {
  COUNTERS,
  type Code,
  MOST_AT_ONCE,
  PAIR_HEADINGS,
  PAIRS,
  type Pair,
  WARRANTED_LABEL,
  WARRANTED_MEANING,
} from '../domain/tally.ts';
import { askText } from './boundary.ts';

/** What the conversation needs besides the plan. */
export interface Evening {
  readonly plan: DailyPlan;
  readonly scale: RatingScale | null;
  readonly ask: Ask;
  /** Prints a paragraph of the page; an empty one is a blank line. */
  readonly say: (text: string) => void;
  /** Puts the answers on disk; the next question appears only after it returns. */
  readonly keep: (answers: Answers) => void;
  /** What was logged at the moment today, by code: shown, and not asked for again. */
  readonly logged: ReadonlyMap<Code, number>;
  /** Ask everything again, with what was answered as what stays. */
  readonly amend: boolean;
  /** The plan was read out just now, with the welcome. */
  readonly greeted?: boolean;
}

/**
 * Holds the daily session: yesterday's if-then, the counts, one rating, one prompt, an if-then for tomorrow.
 * `given` are answers from a draft or an earlier revision; unless amending, what they hold is not asked again.
 */
export async function holdEvening(evening: Evening, given: Answers): Promise<Answers> {
  const { plan, ask, say, keep, amend } = evening;
  let answers: Answers = { ...given };
  const open = (key: keyof Answers) => amend || answers[key] === undefined;
  const take = (more: Answers) => {
    answers = { ...answers, ...more };
    keep(answers);
  };

  if (plan.yesterday && open('yesterday')) {
    const { madeOn } = plan.yesterday;
    const outcome = await ask({
      kind: 'key',
      name: 'yesterday',
      text: evening.greeted
        ? 'What became of it?'
        : `${madeWhen(madeOn, plan.on)}: ${planInWords(plan.yesterday)}.`,
      options: [
        { key: 'd', value: 'done', label: 'done' },
        { key: 'p', value: 'partly', label: 'partly' },
        { key: 'n', value: 'no-cue', label: 'the moment never came' },
        { key: 's', value: 'skipped', label: 'skipped' },
      ],
      enter: 'not answered',
      explain: 'What became of the plan. Any answer is a fact, none is a mark.',
    });
    take({ yesterday: (outcome as Outcome | null) ?? answers.yesterday ?? null });
    say('');
  }

  if (plan.followUp && open('followUp')) {
    const before = answers.followUp?.text;
    const text = await askText(ask, {
      kind: 'text',
      name: 'followUp',
      text: plan.followUp.question,
      label: '',
      explain: `What became of exercise ${plan.followUp.exercise}. praxis exercise show ${plan.followUp.exercise} has it whole.`,
      editor: true,
      ...(before ? { now: before } : {}),
    });
    take({ followUp: { ...plan.followUp, text: text ?? before ?? null } });
    say('');
  }

  for (const pair of pairsOf(plan)) {
    const sides: readonly Code[] = [PAIRS[pair].left, PAIRS[pair].right];
    const left = sides.filter((code) => amend || isOpen(answers, code));
    if (left.length === 0) continue;
    say(headingOf(pair, evening));
    for (const code of left) await countOne(evening, code, () => answers, take);
    say('');
  }

  const { scale } = evening;
  if (scale && open(scale.item)) {
    const value = await ask({
      kind: 'key',
      name: scale.item,
      text: scale.question,
      options: scale.anchors.map((label, i) => ({ key: `${i + 1}`, value: `${i + 1}`, label })),
      enter: 'skipped',
      explain:
        'Your own reading of today, on words that stay the same. Counts and feeling are kept apart.',
    });
    take({
      [scale.item]: value === null ? (answers[scale.item] ?? null) : (Number(value) as Rating),
    });
    say('');
  }

  if (plan.prompt && (amend || answers.prompt === undefined)) {
    const before = answers.prompt?.text;
    const text = await askText(ask, {
      kind: 'text',
      name: 'prompt',
      text: plan.prompt.question + (plan.oneSentence ? ' One sentence is enough.' : ''),
      label: '',
      explain:
        'Write what happened, was said, or will be done. praxis why shows how the question was chosen.',
      editor: true,
      ...(before ? { now: before } : {}),
    });
    take({ prompt: { ...plan.prompt, text: text ?? before ?? null } });
    say('');
  }

  await planTomorrow(evening, () => answers, take);
  return answers;
}

/** Whether a counter is still to be asked. A count of answers is whole only with its second half: an interruption may have come between the two. */
export function isOpen({ tallies = {} }: Answers, code: Code): boolean {
  if (tallies[code] === undefined) return true;
  return code === 'a' && (tallies['a'] ?? 0) > 0 && tallies['a!'] === undefined;
}

/** Asks for one counter, and of answers also how many had to be one's own. */
export async function countOne(
  evening: Pick<Evening, 'ask' | 'amend' | 'say'>,
  code: Code,
  now: () => Answers,
  take: (more: Answers) => void,
): Promise<void> {
  const { ask, amend, say } = evening;
  const { label, meaning } = COUNTERS[code];
  const set = (more: Record<string, number | null>) =>
    take({ tallies: { ...now().tallies, ...more } });
  const before = now().tallies?.[code];
  const hadToBe = code === 'a' ? now().tallies?.['a!'] : undefined;
  // What is entered is all of them; what is stored are the two parts.
  let all = typeof before === 'number' ? before + (hadToBe ?? 0) : null;
  if (amend || before === undefined) {
    const shown = all === null ? {} : { now: all };
    const typed = await ask({
      kind: 'count',
      name: code,
      label,
      most: MOST_AT_ONCE,
      explain: meaning,
      ...shown,
    });
    if (typed === null && before === undefined) set({ [code]: null });
    if (typed !== null) {
      all = typed;
      const kept = Math.min(hadToBe ?? 0, typed);
      set({ [code]: typed - kept, ...(hadToBe ? { 'a!': kept } : {}) });
    }
  } else if (all !== null) say(`  ${label}: ${all}`);
  if (code !== 'a' || all === null || all === 0) return;
  const kept = now().tallies?.['a!'];
  const typed = await ask({
    kind: 'count',
    name: 'a!',
    label: WARRANTED_LABEL,
    most: all,
    explain: WARRANTED_MEANING,
    ...(typeof kept === 'number' ? { now: kept } : {}),
  });
  // Kept apart, so that neither holds the other.
  if (typed !== null) set({ a: all - typed, 'a!': typed });
  else if (kept === undefined) set({ 'a!': null });
}

async function planTomorrow(
  { plan, ask, say, amend }: Evening,
  now: () => Answers,
  take: (more: Answers) => void,
): Promise<void> {
  const before = now().intention;
  const half = before != null && before.then === '';
  if (before !== undefined && !amend && !half) return;
  let cue = before?.if ?? null;
  if (amend || !half) {
    const typed = await askText(ask, {
      kind: 'text',
      name: 'if',
      label: 'Tomorrow, if …   ',
      explain:
        'A moment you will recognise when it comes: a person, a place, a question you expect.',
      editor: false,
      ...(before ? { now: before.if } : plan.cue ? { suggestion: plan.cue } : {}),
    });
    cue = typed ?? cue;
    take({ intention: cue === null ? null : { if: cue, then: before?.then ?? '' } });
  }
  if (cue === null) return;
  const typed = await askText(ask, {
    kind: 'text',
    name: 'then',
    label: '     then I …    ',
    explain: 'One thing that you will say or do, small enough to happen.',
    editor: false,
    ...(before && !half ? { now: before.then } : {}),
  });
  const made = { if: cue, then: typed ?? before?.then ?? '' };
  take({ intention: made });
  if (made.then !== '') say(`Say it once in your head: ${planInWords(made, 'I')}.`);
}

function headingOf(pair: Pair, { logged }: Evening): string {
  const { left, right } = PAIRS[pair];
  const before = [left, right].flatMap((code) => {
    const n = logged.get(code) ?? 0;
    return n > 0 ? [`${n} ${COUNTERS[code].label}`] : [];
  });
  const already = before.length > 0 ? `   (logged already: ${before.join(', ')})` : '';
  return `${PAIR_HEADINGS[pair]}${already}`;
}
