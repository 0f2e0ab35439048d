import { cronScheduler } from './reminder-cron.ts';
import { systemdScheduler } from './reminder-systemd.ts';
import type { Outside, Scheduler } from './scheduler.ts';

/** The schedulers that praxis knows, the one to be preferred first. */
export function schedulers(outside: Outside): readonly Scheduler[] {
  return [systemdScheduler(outside), cronScheduler(outside)];
}
