import { addDays, type Day, firstDayOf, type Week } from '../domain/day.ts';
import { talksDue } from '../domain/due.ts';
import { rankOffers } from '../domain/exercise.ts';
import type { Library } from '../domain/library.ts';
import { recordedIn } from '../domain/trust.ts';
import { lastDayOf } from '../domain/week.ts';
import type { OfferedExercise, Settlement, WeekAnswers, WeekTalk } from '../prompts/weekly-talk.ts';
import { talkLine, whenDue } from '../render/due.ts';
import { fitText } from '../render/exercise.ts';
import { visibleLine } from '../render/text.ts';
import { listRuns } from '../store/exercise.ts';
import { pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { promisesDue } from '../store/promise.ts';
import { trustRecords } from '../store/trust.ts';
import type { Settled } from './keep-weekly.ts';

/** Talks asked about at most: a list of everybody is no question. */
const MOST_TALKS = 5;
/** Exercises offered one after the other at most. */
const MOST_OFFERS = 4;

type AskedOf = Pick<WeekTalk, 'recorded' | 'talks' | 'promises' | 'offers'>;

/** What is asked from the journal: the records, those who are due, my promises, the exercises that fit. */
export function askedOf(journal: Journal, library: Library, week: Week, today: Day): AskedOf {
  const [from, to] = [firstDayOf(week), lastDayOf(week)];
  const records = trustRecords(journal, from, to);
  const talks = talksDue(listPeople(journal), today).filter(({ kind }) => kind === 'person');
  const promises = promisesDue(journal, to).filter(({ by }) => by === null);
  return {
    recorded: (settled: WeekAnswers['settled']) => {
      const outcomes = new Map(
        settledOn(settled, journal, to, today).map((each) => [each.id, each]),
      );
      return recordedIn(
        week,
        {
          ...records,
          promises: records.promises.map((each) => {
            const now = outcomes.get(each.id);
            return now ? { ...each, outcome: now.outcome, settledOn: now.on } : each;
          }),
        },
        today,
      );
    },
    talks: talks
      .slice(0, MOST_TALKS)
      .map((talk) => ({ code: talk.person, line: `${talkLine(talk)}.` })),
    promises: promises.map(({ id, to: receiver, text, dueOn }) => ({
      id,
      line: visibleLine(
        `Your promise${receiver ? ` to ${receiver}` : ''}: ${text}, ${whenDue(dueOn ?? today, today)}`,
      ),
      past: dueOn !== null && dueOn < today,
    })),
    offers: offersOf(journal, library, today),
  };
}

function offersOf(journal: Journal, library: Library, today: Day): OfferedExercise[] {
  const counts = pairCounts(journal, addDays(today, -27), today);
  const pairs = Object.fromEntries(counts.map(({ pair, right, all }) => [pair, { right, all }]));
  return rankOffers(library.exercises, listRuns(journal), pairs, today)
    .slice(0, MOST_OFFERS)
    .map(({ exercise: { id, title, purpose, when, steps }, fit }) => ({
      id,
      title,
      about: `${purpose} ${fitText(fit)}`,
      cue: when,
      act: steps[0] ?? '',
    }));
}

/** The day on which each promise counts as settled: kept in time is on its day at the latest. Those settled since are left. */
export function settledOn(
  settled: Readonly<Record<string, Settlement>>,
  journal: Journal,
  to: Day,
  today: Day,
): Settled[] {
  return promisesDue(journal, to).flatMap(({ id, dueOn }): Settled[] => {
    const how = settled[id];
    if (how === undefined) return [];
    const onTime = how === 'kept' && dueOn !== null && dueOn < today;
    return [{ id, outcome: how === 'dropped' ? 'dropped' : 'kept', on: onTime ? dueOn : today }];
  });
}
