import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Machine } from '../support/machine.ts';
import { PROGRAM } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const OTHERS = 'MAILTO=""\r\n# caf\xe9\n5 4 * * * echo 100\\% "quoted"\n\n';

interface Standing {
  readonly scheduler: string;
  readonly run: string | null;
  readonly at: string | null;
  readonly asWritten: boolean;
  readonly active: boolean;
  readonly next: string | null;
  readonly texts: { file: string | null; text: string }[];
}

const units = (machine: Machine) => join(machine.path, '.config/systemd/user');
const below = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : [];

function standing(machine: Machine): Standing[] {
  return machine.ask<{ reminders: Standing[] }>(['remind', 'status']).reminders;
}

function install(machine: Machine, ...flags: string[]): Standing {
  return machine.ask<Standing & Record<string, unknown>>(['remind', 'install', '--yes', ...flags]);
}

describe('by cron, where there is no systemd', () => {
  test('install writes two lines around one; status says when it comes; remove leaves nothing', () => {
    using machine = new Machine('crontab');
    const { code, stdout, stderr } = machine.run(['remind', 'install', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      '  praxis due on weekdays at 16:50, by your crontab. Next: Monday 23 November at\n  16:50.\n',
    );
    expect(machine.crontab).toContain(
      `50 16 * * 1-5 ${process.execPath} ${PROGRAM} --no-input due\n`,
    );
    // Shown before it was written.
    for (const line of machine.crontab?.trimEnd().split('\n') ?? []) expect(stderr).toContain(line);
    expect(standing(machine)).toMatchObject([
      { scheduler: 'cron', run: 'due', at: '16:50', asWritten: true, next: '2026-11-23T16:50' },
    ]);
    expect(machine.run(['remind']).stdout).toBe(machine.run(['remind', 'status']).stdout);
    expect(machine.run(['remind', 'remove'])).toMatchObject({ code: 0, stdout: '  Removed.\n' });
    expect(machine.crontab).toBeUndefined();
    expect(standing(machine)).toEqual([]);
    expect(machine.run(['remind', 'remove'])).toMatchObject({
      code: 0,
      stdout: '  No reminder is installed.\n',
    });
  });

  test('what others wrote stays byte for byte, whatever its encoding', () => {
    using machine = new Machine('crontab');
    machine.crontab = OTHERS;
    install(machine);
    expect(machine.crontab?.startsWith(OTHERS)).toBe(true);
    machine.crontab = `${machine.crontab}1 2 3 4 5 later\n`;
    install(machine, '--day', 'fri');
    expect(machine.crontab?.startsWith(`${OTHERS}1 2 3 4 5 later\n# praxis`)).toBe(true);
    machine.run(['remind', 'remove']);
    expect(machine.crontab).toBe(`${OTHERS}1 2 3 4 5 later\n`);
  });

  test('installed twice it is there once, as it was asked for last', () => {
    using machine = new Machine('crontab');
    install(machine);
    const last = install(machine, '--run', 'checkin', '--at', '9:05');
    expect(last).toMatchObject({ run: 'checkin', day: 'friday', at: '09:05' });
    expect(machine.crontab?.match(/--no-input/g)).toHaveLength(1);
    expect(standing(machine)).toEqual(
      [{ ...last, schema: undefined }].map(({ schema: _, ...each }) => each),
    );
  });

  test('a changed entry is said, and removed only when that is agreed to', () => {
    using machine = new Machine('crontab');
    install(machine);
    const changed = machine.crontab?.replace('50 16', '51 16') ?? '';
    machine.crontab = changed;
    expect(standing(machine)).toMatchObject([{ asWritten: false, run: null, next: null }]);
    expect(machine.run(['remind', 'status']).stdout).toContain('changed since');
    expect(machine.run(['remind', 'remove'])).toMatchObject({ code: 2, stdout: '' });
    expect(machine.crontab).toBe(changed);
    expect(machine.run(['remind', 'remove', '--yes']).code).toBe(0);
    expect(machine.crontab).toBeUndefined();
  });

  test('an entry without its end is not guessed at', () => {
    using machine = new Machine('crontab');
    install(machine);
    machine.crontab = machine.crontab?.replace('# praxis remind: end\n', 'mine\n') ?? '';
    const before = machine.crontab;
    for (const args of [['install', '--yes'], ['remove', '--yes'], ['status']])
      expect(machine.run(['remind', ...args])).toMatchObject({ code: 5, stdout: '' });
    expect(machine.crontab).toBe(before);
  });

  test.each([
    ['-l', 2],
    ['-', 1],
  ])('when crontab %s is refused, says so and changes nothing', (command) => {
    using machine = new Machine('crontab');
    machine.crontab = OTHERS;
    machine.break(command);
    const { code, stdout, stderr } = machine.run(['remind', 'install', '--yes']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`praxis: crontab refused: ${command} is broken.\n`);
    expect(stderr).toContain('--print');
    expect(machine.crontab).toBe(OTHERS);
  });
});

describe('by systemd, where it can be reached', () => {
  test('install writes two units and starts the timer; remove leaves no file and no folder', () => {
    using machine = new Machine('crontab', 'systemctl');
    expect(install(machine, '--day', 'friday')).toMatchObject({
      scheduler: 'systemd',
      day: 'friday',
      active: true,
      next: '2026-11-27T16:50',
    });
    expect(machine.crontab).toBeUndefined();
    expect(below(units(machine))).toEqual([
      'praxis-remind.service',
      'praxis-remind.timer',
      'timers.target.wants',
      'timers.target.wants/praxis-remind.timer',
    ]);
    expect(readFileSync(join(units(machine), 'praxis-remind.service'), 'utf8')).toContain(
      `ExecStart=${process.execPath} ${PROGRAM} --no-input due\n`,
    );
    expect(machine.told).toMatch(
      /daemon-reload\nenable praxis-remind\.timer\nrestart praxis-remind\.timer\n/,
    );
    expect(machine.run(['remind', 'remove']).code).toBe(0);
    expect(below(join(machine.path, '.config'))).toEqual([]);
    expect(existsSync(join(machine.path, '.config'))).toBe(false);
    expect(standing(machine)).toEqual([]);
  });

  test('folders that were there, and what else is in them, stay', () => {
    using machine = new Machine('systemctl');
    mkdirSync(join(machine.path, '.config/systemd'), { recursive: true });
    install(machine);
    install(machine, '--at', '10:00');
    machine.run(['remind', 'remove']);
    expect(below(join(machine.path, '.config'))).toEqual(['systemd']);
    install(machine);
    writeFileSync(join(units(machine), 'mine.service'), '');
    machine.run(['remind', 'remove']);
    expect(below(units(machine))).toEqual(['mine.service']);
  });

  test('installed twice it is one timer with the new time', () => {
    using machine = new Machine('systemctl');
    install(machine);
    install(machine, '--at', '08:15');
    expect(below(units(machine)).filter((each) => each.endsWith('.timer'))).toHaveLength(2);
    expect(standing(machine)).toMatchObject([{ at: '08:15', next: '2026-11-23T08:15' }]);
  });

  test('takes the place of an entry in the crontab', () => {
    using machine = new Machine('crontab', 'systemctl');
    machine.crontab = OTHERS;
    machine.break('bus');
    expect(install(machine).scheduler).toBe('cron');
    using other = new Machine('crontab', 'systemctl');
    other.crontab = machine.crontab ?? '';
    expect(install(other).scheduler).toBe('systemd');
    expect(other.crontab).toBe(OTHERS);
  });

  test('status says when a unit was changed, and when the timer is off', () => {
    using machine = new Machine('systemctl');
    install(machine);
    machine.shell('systemctl --user disable --now praxis-remind.timer', {
      env: { PATH: `${machine.tools}:${process.env['PATH']}` },
    });
    expect(standing(machine)).toMatchObject([{ asWritten: true, active: false, next: null }]);
    expect(machine.run(['remind', 'status']).stdout).toContain('It is off');
    const timer = join(units(machine), 'praxis-remind.timer');
    writeFileSync(timer, readFileSync(timer, 'utf8').replace('16:50:00', '17:50:00'));
    expect(standing(machine)).toMatchObject([{ asWritten: false }]);
    refused(machine.run(['remind', 'remove', '--no-input'], {}), 2, /asked about first/);
  });

  test.each(['daemon-reload', 'enable', 'restart'])('when %s fails, nothing is left', (command) => {
    using machine = new Machine('systemctl');
    machine.break(command);
    const { code, stderr } = machine.run(['remind', 'install', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain(`systemctl refused: ${command} is broken.`);
    expect(existsSync(join(machine.path, '.config'))).toBe(false);
  });

  test('its files can be removed where it cannot be reached any more', () => {
    using machine = new Machine('systemctl');
    install(machine);
    machine.break('bus');
    expect(machine.run(['remind', 'remove']).code).toBe(0);
    expect(existsSync(join(machine.path, '.config'))).toBe(false);
  });

  test('XDG_CONFIG_HOME is honoured, and the journal of the moment is kept', () => {
    using machine = new Machine('systemctl');
    const env = { XDG_CONFIG_HOME: join(machine.path, 'my config'), PATH: machine.tools };
    machine.run(['remind', 'install', '--yes'], { env });
    const service = join(machine.path, 'my config/systemd/user/praxis-remind.service');
    expect(readFileSync(service, 'utf8')).toContain(`--journal ${machine.journal} --no-input due`);
  });
});

describe('the journal that was named', () => {
  test.each([
    ['--journal', ['--journal', "my 100% o'journal.db"], {}],
    ['PRAXIS_JOURNAL', [], { PRAXIS_JOURNAL: "my 100% o'journal.db" }],
  ])('with %s is named in the entry, in full and quoted', (_, flags, more) => {
    using machine = new Machine('crontab');
    const env = { PATH: machine.tools, ...more };
    machine.run(['remind', 'install', '--yes', ...flags], { env });
    const file = resolve(machine.path, "my 100\\% o'\\''journal.db");
    expect(machine.crontab).toContain(` --journal '${file}' --no-input due\n`);
    expect(standing(machine)).toMatchObject([{ asWritten: true }]);
  });

  test('is kept also in other letters than ASCII', () => {
    using machine = new Machine('crontab');
    install(machine, '--journal', '日記 é.db');
    expect(Buffer.from(machine.crontab ?? '', 'latin1').toString()).toContain('日記 é.db');
    expect(standing(machine)).toMatchObject([{ asWritten: true }]);
  });

  test('with a line break is refused', () => {
    using machine = new Machine('crontab');
    const { code } = machine.run(['remind', 'install', '--yes', '--journal', 'a\n* * * * * b']);
    expect(code).toBe(1);
    expect(machine.crontab).toBeUndefined();
  });
});

describe('asking first', () => {
  test('a script has to say --yes', () => {
    using machine = new Machine('crontab');
    const outcome = machine.run(['remind', 'install']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('In a script, say --yes');
    expect(machine.crontab).toBeUndefined();
  });

  test.each([
    ['y', true],
    ['n', false],
  ])('at a terminal, %s', async (key, written) => {
    using machine = new Machine('crontab');
    using terminal = new Terminal(machine, ['remind', 'install']);
    await terminal.until('# praxis remind: due');
    await terminal.until('Install this?');
    expect(machine.crontab).toBeUndefined();
    terminal.type(`${key}\r`);
    await terminal.until(written ? 'Next:' : 'Nothing was installed');
    expect(await terminal.end()).toBe(0);
    expect(machine.crontab !== undefined).toBe(written);
  });

  test('--print writes nothing, asks nothing, and needs no scheduler', () => {
    for (const machine of [
      new Machine(),
      new Machine('crontab'),
      new Machine('crontab', 'systemctl'),
    ]) {
      using each = machine;
      const { code, stdout, stderr } = each.run(['remind', 'install', '--print']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('--no-input due');
      expect(each.crontab).toBeUndefined();
      expect(below(join(each.path, '.config'))).toEqual([]);
      expect(each.told).not.toMatch(/enable|reload/);
    }
  });

  test('what --print prints is what install writes', () => {
    using machine = new Machine('crontab');
    const { stdout } = machine.run(['remind', 'install', '--print']);
    install(machine);
    expect(machine.crontab).toBe(stdout);
  });
});

describe('what is refused', () => {
  test('a machine without a scheduler: exit 1, with what to do', () => {
    using machine = new Machine();
    refused(machine.run(['remind', 'install', '--yes']), 1, /--print/);
    refusedAsJson(machine.run(['remind', 'install', '--yes', '--json']), 1);
    expect(machine.run(['remind', 'status'])).toMatchObject({ code: 0, stderr: '' });
    expect(machine.run(['remind', 'remove'])).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    [['--at', '25:00'], /--at is "25:00"/],
    [['--day', 'fryday'], /Did you mean "friday"\?/],
    [['--run', 'dew'], /Did you mean "due"\?/],
  ])('%j', (flags, says) => {
    using machine = new Machine('crontab');
    refused(machine.run(['remind', 'install', '--yes', ...flags]), 2, says);
    expect(machine.crontab).toBeUndefined();
  });

  test('a reminder makes no journal', () => {
    using machine = new Machine('crontab');
    install(machine);
    standing(machine);
    expect(existsSync(machine.journal)).toBe(false);
  });
});
