import { addDays, firstDayOf, type Week } from '../domain/day.ts';
import { type DueTalk, isTalk } from '../domain/due.ts';
import { isDrifting } from '../domain/person.ts';
import { PAIRS, type Pair } from '../domain/tally.ts';
import { ratiosOf } from '../domain/trust.ts';
import { lastDayOf } from '../domain/week.ts';
import type { WeekSummary } from '../domain/week-summary.ts';
import { pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { trustRecords } from '../store/trust.ts';
import { latestVerdicts, weeklySession } from '../store/week.ts';
import type { Context } from './context.ts';
import { dueOn } from './due-items.ts';
import { coverageByPerson } from './known.ts';
import { shareOf } from './share.ts';

/** Days of the counts that stand beside the week's own: it and the three before it. */
const WINDOW_DAYS = 28;

/** A week as its check-in looks at it; what is due is what is due today. */
export async function weekSummary(
  context: Context,
  journal: Journal,
  week: Week,
): Promise<WeekSummary> {
  const { today } = context;
  const [from, to] = [firstDayOf(week), lastDayOf(week)];
  const session = weeklySession(journal, week);
  const due = await dueOn(context, journal, today);
  const four = pairCounts(journal, addDays(to, 1 - WINDOW_DAYS), to);
  return {
    week,
    from,
    to,
    stored: session ? { revision: session.revision, late: session.late } : null,
    counted: pairCounts(journal, from, to),
    fourWeeks: (Object.keys(PAIRS) as Pair[]).flatMap((pair) => {
      const share = shareOf(four, pair);
      return share ? [{ pair, ...share }] : [];
    }),
    trust: ratiosOf(week, trustRecords(journal, from, to), today),
    people: peopleNow(journal, context, due.filter(isTalk)),
    due,
    verdict: latestVerdicts(journal)[0] ?? null,
    next: session?.answers.intention ?? null,
  };
}

function peopleNow(
  journal: Journal,
  { today }: Context,
  talks: readonly DueTalk[],
): WeekSummary['people'] {
  const team = talks.filter(({ kind }) => kind === 'person');
  const active = listPeople(journal).filter(({ state }) => state === 'active');
  const far = new Set(active.filter((each) => isDrifting(each, today)).map(({ code }) => code));
  const known = coverageByPerson(journal, addDays(today, 1));
  const [least] = active
    .flatMap(({ code }) => {
      const ac = known.get(code);
      return ac === undefined ? [] : [{ person: code, ac }];
    })
    .sort((a, b) => a.ac - b.ac || (a.person < b.person ? -1 : 1));
  return {
    due: team.filter(({ person }) => !far.has(person)),
    drifting: team.filter(({ person }) => far.has(person)),
    leastKnown: least ?? null,
  };
}
