import { EXIT, UserError } from '../errors.ts';
import { listText } from '../render/list.ts';
import { sessionDocument } from '../render/session.ts';
import { shortIds } from '../store/reference.ts';
import { listSessions } from '../store/session.ts';
import { positive, withExamples } from './args.ts';
import type { Register } from './register.ts';

const SHOWN = 20;

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('list')
      .description(`The last ${SHOWN} entries; all of them with --json.`)
      .option('--limit <n>', 'how many')
      .option('--calendar', 'the days of practice instead, a column a week')
      .action(async ({ limit, calendar: asCalendar }: { limit?: string; calendar?: boolean }) => {
        const ctx = await context();
        if (asCalendar) {
          if (limit !== undefined) {
            throw new UserError(
              '--limit is for entries, and --calendar shows days.',
              'Choose one.',
              EXIT.usage,
            );
          }
          const { calendar } = await import('./list-calendar.ts');
          await calendar(ctx);
          return;
        }
        const asked = limit === undefined ? undefined : positive('--limit', limit);
        const most = asked ?? (ctx.options.json ? undefined : SHOWN);
        await ctx.reading((journal) => {
          const sessions = listSessions(journal, most === undefined ? {} : { limit: most });
          ctx.answer({ schema: 'praxis.sessions/1', sessions: sessions.map(sessionDocument) }, () =>
            listText(
              sessions,
              shortIds(
                journal,
                sessions.map(({ id }) => id),
              ),
              ctx.today,
              ctx.style,
            ),
          );
        });
      }),
    'praxis list',
    'praxis list --calendar',
    "praxis list --json | jq -r '.sessions[0].id'",
  );
};
