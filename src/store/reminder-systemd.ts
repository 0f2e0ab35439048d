import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { foldersMadeFor, systemdUnits, unsealed } from '../domain/reminder.ts';
import { UserError } from '../errors.ts';
import { writeWhole } from './files.ts';
import type { Installed, Outside, Scheduler } from './scheduler.ts';
import { runTool, toolFailed } from './tool.ts';

const TIMER = 'praxis-remind.timer';
const SERVICE = 'praxis-remind.service';

/** The user's own systemd: two units in its folder. */
export function systemdScheduler({ env, home }: Outside): Scheduler {
  const folder = unitFolder(env, home);
  const file = { service: join(folder, SERVICE), timer: join(folder, TIMER) };
  const systemctl = (...args: string[]) => runTool('systemctl', ['--user', ...args], env);
  const texts: Scheduler['texts'] = (reminder, command) => {
    const made =
      foldersMadeFor(textOf(file.timer)) ||
      around(folder).filter((each) => !existsSync(each)).length;
    const { service, timer } = systemdUnits(reminder, command, made);
    return [
      { file: file.service, text: service },
      { file: file.timer, text: timer },
    ];
  };
  const installed = (): Installed | undefined => {
    const found = [file.service, file.timer]
      .filter((each) => existsSync(each))
      .map((each) => ({ file: each, text: textOf(each) }));
    if (found.length === 0) return undefined;
    const [service, timer] = found.map(({ text }) => unsealed(text));
    const reminder =
      service && timer && service.at + service.day === timer.at + timer.day ? timer : null;
    const active = systemctl('is-active', TIMER).status === 0;
    return { scheduler: 'systemd', texts: found, reminder, active };
  };
  const remove = () => {
    const made = foldersMadeFor(textOf(file.timer));
    systemctl('disable', '--now', TIMER);
    rmSync(file.service, { force: true });
    rmSync(file.timer, { force: true });
    // Where systemd cannot be reached, nobody else takes the link away.
    const wants = join(folder, 'timers.target.wants');
    rmSync(join(wants, TIMER), { force: true });
    removeEmpty([wants, ...around(folder).slice(0, made)]);
    systemctl('daemon-reload');
    systemctl('reset-failed', SERVICE);
  };
  return {
    name: 'systemd',
    available: () => home !== '' && systemctl('show-environment').status === 0,
    texts,
    installed,
    install: (reminder, command) => {
      const entries = texts(reminder, command);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
      } catch {
        throw new UserError(
          `The folder ${folder} cannot be made.`,
          'praxis remind install --print prints the entry, to put it where you like.',
        );
      }
      for (const each of entries) writeWhole(each.file ?? '', [each.text]);
      // A timer that runs already takes its new time only when it is started again.
      for (const args of [['daemon-reload'], ['enable', TIMER], ['restart', TIMER]]) {
        const run = systemctl(...args);
        if (run.status === 0) continue;
        remove();
        throw toolFailed('systemctl', run);
      }
    },
    remove,
  };
}

function unitFolder(env: Outside['env'], home: string): string {
  const named = env['XDG_CONFIG_HOME'];
  return join(named && isAbsolute(named) ? named : join(home, '.config'), 'systemd', 'user');
}

/** The folder, and the two around it: ~/.config/systemd and ~/.config. */
function around(folder: string): string[] {
  return [folder, dirname(folder), dirname(dirname(folder))];
}

/** Removes folders from the innermost on, as long as nobody else put something into them. */
function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders) if (existsSync(folder)) rmdirSync(folder);
  } catch {
    // Something of somebody's is in it: it stays, and so do those around it.
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
