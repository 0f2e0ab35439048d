import { addDays, type Day, daysBetween } from '../domain/day.ts';
import { type Due, inOrderOfDue, talksDue } from '../domain/due.ts';
import { checkinDue, reviewsDue, verdictsDue } from '../domain/due-dates.ts';
import { followUpsDue } from '../domain/exercise.ts';
import { pauseOn } from '../domain/pause.ts';
import { SCENE } from '../domain/scene.ts';
import { lookBacksDue } from '../store/decision.ts';
import { listRuns } from '../store/exercise.ts';
import type { Journal } from '../store/journal.ts';
import { milestonesDue } from '../store/milestone.ts';
import { listPauses } from '../store/pause.ts';
import { listPeople } from '../store/person.ts';
import { promisesDue } from '../store/promise.ts';
import { sceneDue } from '../store/statement.ts';
import { latestVerdicts, sessionDates } from '../store/week.ts';
import type { Context } from './context.ts';

/** All that is due on a day; in a pause nothing is. The library is read only when an exercise's question comes back. */
export async function dueOn(context: Context, journal: Journal, on: Day): Promise<Due[]> {
  const pauses = listPauses(journal);
  if (pauseOn(pauses, on)) return [];
  const dates = sessionDates(journal, on);
  const checkin = checkinDue(dates, pauses, on);
  const scene = sceneDue(journal, on);
  return inOrderOfDue([
    ...talksDue(listPeople(journal), on),
    ...promises(journal, on),
    ...(await followUps(context, journal, on)),
    ...looksBack(journal, on),
    ...milestones(journal, on),
    ...(checkin ? [checkin] : []),
    ...reviewsDue(dates, on),
    ...verdictsDue(latestVerdicts(journal), on),
    ...(scene
      ? [{ kind: 'scene' as const, on: addDays(scene.on, SCENE.againFrom), id: scene.id }]
      : []),
  ]);
}

function promises(journal: Journal, today: Day): Due[] {
  return promisesDue(journal, today).map(({ id, by, to, text, dueOn }) => {
    const on = dueOn ?? today;
    return { kind: 'promise', on, id, by, to, text, days: daysBetween(on, today) };
  });
}

function looksBack(journal: Journal, today: Day): Due[] {
  return lookBacksDue(journal, today).map(({ decision: { id, question }, lookBack }) => ({
    kind: 'look-back',
    on: lookBack.dueOn,
    id,
    question,
  }));
}

function milestones(journal: Journal, today: Day): Due[] {
  return milestonesDue(journal, today).map(({ id, text, dueOn }) => ({
    kind: 'milestone',
    on: dueOn,
    id,
    text,
    days: daysBetween(dueOn, today),
  }));
}

async function followUps(context: Context, journal: Journal, on: Day): Promise<Due[]> {
  const runs = followUpsDue(listRuns(journal), on);
  if (runs.length === 0) return [];
  const { loadLibrary } = await import('./library.ts');
  const { exercises } = await loadLibrary(context);
  return runs.flatMap((run): Due[] => {
    const exercise = exercises.find(({ id }) => id === run.exercise);
    if (!exercise) return [];
    const { id, title, followUp } = exercise;
    const question = `${title}: ${followUp.prompt}`;
    return [{ kind: 'follow-up', on: run.followUpOn ?? on, exercise: id, question }];
  });
}
