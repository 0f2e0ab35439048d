import { addDays, weekOf } from '../domain/day.ts';
import { pauseOn } from '../domain/pause.ts';
import { type Today, todayDocument, todayText } from '../render/today.ts';
import { listDrafts } from '../store/draft.ts';
import { loggedOn, pairCounts } from '../store/facts.ts';
import { latestIntention, openPlans } from '../store/intention.ts';
import { listPauses } from '../store/pause.ts';
import { dailySession, listSessions } from '../store/session.ts';
import { withExamples } from './args.ts';
import { dueOn } from './due-items.ts';
import type { Register } from './register.ts';
import { shareOf } from './share.ts';
import { todayTrend } from './today-trend.ts';

/** Days of the counts shown: four weeks, today included. */
const WINDOW_DAYS = 28;

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('today')
      .description('What today holds: the plan, what was logged, who is due, what the counts say.')
      .action(async () => {
        const ctx = await context();
        const { today } = ctx;
        await ctx.reading(async (journal) => {
          const due = await dueOn(ctx, journal, today);
          const facts: Today = {
            on: today,
            pause: pauseOn(listPauses(journal), today) ?? null,
            plans: openPlans(journal, today),
            logged: loggedOn(journal, today),
            due,
            stance: shareOf(
              pairCounts(journal, addDays(today, 1 - WINDOW_DAYS), today, weekOf(today)),
              'stance',
            ),
            trend: todayTrend(journal, today),
            reflected: dailySession(journal, today) !== undefined,
            unfinished: listDrafts(journal).map(({ on, kind }) => ({ on, kind })),
            empty:
              listSessions(journal, { limit: 1 }).length === 0 &&
              latestIntention(journal, today) === undefined &&
              due.length === 0 &&
              listDrafts(journal).length === 0,
          };
          ctx.answer(todayDocument(facts), () => todayText(facts, ctx.style));
        });
      }),
    'praxis',
    'praxis --json',
  );
};
