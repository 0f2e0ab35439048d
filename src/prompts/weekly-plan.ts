import { planInWords } from '../domain/intention.ts';
import type { Ask } from '../domain/question.ts';
import type { Plan } from '../domain/session.ts';
import { askText } from './boundary.ts';
import type { WeekAnswers, WeekTalk } from './weekly-talk.ts';

/** Offers exercises one after the other, the best fit first, until one is planned or enough. */
export async function askExercise(
  { ask, say, offers }: WeekTalk,
  said: WeekAnswers,
): Promise<Partial<WeekAnswers>> {
  const before = said.answers.exercise;
  if (before) say(`Exercise ${before.id} is ${before.state} in this check-in.`);
  for (const [i, offer] of offers.entries()) {
    say(`${offer.id}  ${offer.title}`);
    say(offer.about);
    const last = i === offers.length - 1;
    const choice = await ask({
      kind: 'key',
      name: 'exercise',
      text: 'One thing to try next week?',
      options: [
        { key: 'p', value: 'plan', label: 'plan it' },
        ...(last ? [] : [{ key: 'o', value: 'other', label: 'another one' }]),
      ],
      enter: before ? 'stays' : 'none',
      explain: `praxis exercise show ${offer.id} has it whole.`,
    });
    if (choice === 'other') continue;
    if (choice !== 'plan') break;
    const plan = await askPlan(ask, '', offer.cue, offer.act, null);
    say('');
    return {
      answers: { ...said.answers, exercise: { id: offer.id, state: 'planned' } },
      exercisePlan: plan && plan.then !== '' ? plan : null,
    };
  }
  say('');
  return { answers: { ...said.answers, exercise: before ?? null } };
}

/** Asks for the if-then of next week. */
export async function askNextPlan(
  { ask, say }: WeekTalk,
  said: WeekAnswers,
): Promise<Partial<WeekAnswers>> {
  const before = said.answers.intention ?? null;
  const plan = await askPlan(
    ask,
    'Next week, if one moment goes as you mean it to:',
    '',
    '',
    before,
  );
  if (plan && plan.then !== '') say(`Say it once in your head: ${planInWords(plan, 'I')}.`);
  return { answers: { ...said.answers, intention: plan } };
}

/** Half a plan is kept as half a plan; what stood there before stays where nothing is typed. */
async function askPlan(
  ask: Ask,
  text: string,
  cue: string,
  act: string,
  before: Plan | null,
): Promise<Plan | null> {
  const first = await askText(ask, {
    kind: 'text',
    name: 'if',
    ...(text ? { text } : {}),
    label: 'If …      ',
    explain: 'A moment you will recognise when it comes: a person, a place, a question you expect.',
    editor: false,
    ...(before ? { now: before.if } : cue ? { suggestion: cue } : {}),
  });
  const when = first ?? before?.if;
  if (when === undefined) return null;
  const second = await askText(ask, {
    kind: 'text',
    name: 'then',
    label: 'then I …  ',
    explain: 'One thing that you will say or do, small enough to happen.',
    editor: false,
    ...(before ? { now: before.then } : act ? { suggestion: act } : {}),
  });
  return { if: when, then: second ?? before?.then ?? '' };
}
