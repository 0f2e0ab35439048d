import { cronEntry, joinCrontab, splitCrontab, unsealedCron } from '../domain/reminder.ts';
import type { Outside, Scheduler } from './scheduler.ts';
import { runTool, toolFailed } from './tool.ts';

/** The user's crontab, read and written by crontab(1). What others wrote in it stays byte for byte. */
export function cronScheduler({ env }: Outside): Scheduler {
  const split = () => splitCrontab(readCrontab(env));
  return {
    name: 'cron',
    available: () => !runTool('crontab', ['-l'], env).missing,
    texts: (reminder, command) => [{ file: null, text: cronEntry(reminder, command) }],
    installed: () => {
      const { entry } = split();
      if (entry === undefined) return undefined;
      const text = Buffer.from(entry, 'latin1').toString();
      const reminder = unsealedCron(text) ?? null;
      return { scheduler: 'cron', texts: [{ file: null, text }], reminder, active: true };
    },
    install: (reminder, command) => {
      const entry = Buffer.from(cronEntry(reminder, command)).toString('latin1');
      writeCrontab(env, joinCrontab(split().rest, entry));
    },
    remove: () => {
      const { entry, rest } = split();
      if (entry !== undefined) writeCrontab(env, rest);
    },
  };
}

// A byte is a character here (latin1), so that a crontab in any encoding comes back as it was.
function readCrontab(env: Outside['env']): string {
  const list = runTool('crontab', ['-l'], env);
  if (list.missing) return '';
  if (list.status === 0) return list.stdout.toString('latin1');
  // An exit code of 1 also says that there is none yet; what is there may only be replaced when that is certain.
  if (/no crontab for|no such file/i.test(list.complaint)) return '';
  throw toolFailed('crontab', list);
}

function writeCrontab(env: Outside['env'], crontab: string): void {
  // An empty crontab would be a trace of praxis where there was none.
  const args = crontab === '' ? ['-r'] : ['-'];
  const run = runTool('crontab', args, env, Buffer.from(crontab, 'latin1'));
  if (run.status !== 0) throw toolFailed('crontab', run);
}
