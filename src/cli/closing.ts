import { CLOSING_DAYS, type Closing, type PeopleKnown } from '../domain/closing.ts';
import { addDays, type Day, daysBetween } from '../domain/day.ts';
import { firstWords, totals } from '../store/closing.ts';
import { pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import { practisedDays } from '../store/practice.ts';
import { type TeamOn, teamOver } from './team-coverage.ts';

/** What a practice came to; undefined where nothing was written. */
export function closingOf(journal: Journal, today: Day): Closing | undefined {
  const { first, last, ...numbers } = totals(journal);
  if (first === null || last === null) return undefined;
  const fourWeeksIn = addDays(first, CLOSING_DAYS - 1);
  const [then, now] = teamOver(journal, [fourWeeksIn < today ? fourWeeksIn : today, today]);
  // A check-in stands on its week's Sunday, which may be still to come.
  const upToToday = (day: Day) => (day < today ? day : today);
  return {
    first: upToToday(first),
    last: upToToday(last),
    ...numbers,
    days: practisedDays(journal, first, last).length,
    counts: ends(journal, first, last),
    people: { then: known(then), now: known(now) },
    words: firstWords(journal),
  };
}

/** Counts of both ends, where they do not overlap. */
function ends(journal: Journal, first: Day, last: Day): Closing['counts'] {
  if (daysBetween(first, last) + 1 < 2 * CLOSING_DAYS) return null;
  const counts = {
    first: pairCounts(journal, first, addDays(first, CLOSING_DAYS - 1)),
    last: pairCounts(journal, addDays(last, 1 - CLOSING_DAYS), last),
  };
  return counts.first.length === 0 && counts.last.length === 0 ? null : counts;
}

function known(found: TeamOn | undefined): PeopleKnown {
  if (!found) return { people: 0, known: null };
  return {
    people: found.people.length,
    known: found.team.kind === 'value' ? found.team.ac : null,
  };
}
