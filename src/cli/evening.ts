import { type ChoiceInput, rankPrompts, wording } from '../domain/choice.ts';
import { type DailyPlan, planEvening } from '../domain/daily.ts';
import { addDays, type Day } from '../domain/day.ts';
import { type Exercise, followUpsDue, type Run } from '../domain/exercise.ts';
import type { Library } from '../domain/library.ts';
import { PACE_SESSIONS, paceFor } from '../domain/pace.ts';
import { dueForContact } from '../domain/person.ts';
import { RATING_ITEMS } from '../domain/rating.ts';
import { nextInTurn } from '../domain/rotation.ts';
import { type PromptAnswer, RECALL_DAYS, recallLag } from '../domain/session.ts';
import { PAIRS, ROTATING_PAIRS, type RotatingPair } from '../domain/tally.ts';
import { listRuns } from '../store/exercise.ts';
import { lastAsked, pairCounts, pastPrompts, recentDurations } from '../store/facts.ts';
import { intentionToSettle } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { coverageByPerson } from './known.ts';

/** Days over which shares count for the choice of a prompt. */
const WINDOW_DAYS = 28;

/** What the choice of a day's prompt depends on: what was true when the day began, so that the day keeps its prompt. */
export function choiceInput(journal: Journal, library: Library, on: Day): ChoiceInput {
  const counts = pairCounts(journal, addDays(on, -WINDOW_DAYS), addDays(on, -1));
  return {
    on,
    templates: library.prompts,
    coverage: coverageByPerson(journal, on),
    followUps: new Set(
      exercisesDue(unanswered(listRuns(journal), on), library, on).map(({ family }) => family),
    ),
    people: listPeople(journal, on),
    past: pastPrompts(journal, on),
    pairs: Object.fromEntries(
      counts
        .filter(({ all }) => all > 0)
        .map(({ pair, right, all }) => [pair, { share: right / all, n: all }]),
    ),
  };
}

/** Exercises whose question comes back on a day, the longest waiting first. */
function exercisesDue(runs: readonly Run[], { exercises }: Library, on: Day): Exercise[] {
  return followUpsDue(runs, on).flatMap(
    (run) => exercises.find(({ id }) => id === run.exercise) ?? [],
  );
}

/** Runs as they were when the day began: an answer given on it does not change its prompt. */
function unanswered(runs: readonly Run[], on: Day): Run[] {
  return runs.map((run) => (run.followedUpOn === on ? { ...run, followedUpOn: null } : run));
}

/** The questions that come back on a day. */
export function followUpQuestions(
  journal: Journal,
  library: Library,
  on: Day,
): { exercise: string; question: string }[] {
  return exercisesDue(listRuns(journal), library, on).map(({ id, title, followUp }) => ({
    exercise: id,
    question: `${title}: ${followUp.prompt}`,
  }));
}

/** The prompt of a day, as it would be put. */
export function promptFor(journal: Journal, library: Library, on: Day): PromptAnswer | null {
  const [chosen] = rankPrompts(choiceInput(journal, library, on));
  if (!chosen) return null;
  const { template, person } = chosen;
  return {
    id: template.id,
    version: template.version,
    question: wording(template, person),
    person,
    text: null,
  };
}

/** What the daily session of a day asks. */
export function planFor(
  journal: Journal,
  library: Library,
  on: Day,
  today: Day,
  {
    quick = false,
    short = false,
    late = false,
  }: { readonly quick?: boolean; readonly short?: boolean; readonly late?: boolean },
): DailyPlan {
  const codes = ROTATING_PAIRS.flatMap((pair) => Object.values(PAIRS[pair]));
  const asked = lastAsked(journal, [...codes, ...RATING_ITEMS], on);
  const pairsAsked = new Map(
    ROTATING_PAIRS.flatMap((pair): [RotatingPair, Day][] => {
      const last = Object.values(PAIRS[pair])
        .flatMap((code) => asked.get(code) ?? [])
        .sort()
        .at(-1);
      return last ? [[pair, last]] : [];
    }),
  );
  const due = dueForContact(listPeople(journal), on)[0];
  return planEvening({
    on,
    yesterday: intentionToSettle(journal, on) ?? null,
    followUp: followUpQuestions(journal, library, on)[0] ?? null,
    pair: nextInTurn(ROTATING_PAIRS, pairsAsked),
    rating: nextInTurn(RATING_ITEMS, asked),
    prompt: promptFor(journal, library, on),
    cue: due ? `I meet ${due.code}` : null,
    pace: paceFor(recentDurations(journal, PACE_SESSIONS)),
    quick,
    short,
    countable: late || recallLag(on, today) <= RECALL_DAYS,
  });
}
