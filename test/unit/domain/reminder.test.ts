import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommandWords,
  cronEntry,
  joinCrontab,
  nextTime,
  REMINDER_DAYS,
  type Reminder,
  readReminder,
  reminderInWords,
  splitCrontab,
  systemdUnits,
  unsealed,
  unsealedCron,
} from '../../../src/domain/reminder.ts';
import { EXIT } from '../../../src/errors.ts';
import { anyCharacter } from '../../support/characters.ts';
import { Folder } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const COMMAND: CommandWords = ['/usr/bin/node', '/opt/praxis/bin/praxis.js', '--no-input', 'due'];
const reminder = (given: Partial<Reminder> = {}): Reminder => ({ ...readReminder({}), ...given });

/** Paths as somebody may have them: no control characters, and for cron no backslash. */
const path = fc
  .string({ unit: anyCharacter, minLength: 1 })
  .filter((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));
const ODD = [
  '/home/me/my notes/journal.db',
  '/100%/a%b',
  "/it's/here",
  '/a"b',
  '/$HOME/`id`/$(id)',
  '/a;b&c|d>e<f',
  '/#x/~/*/{a,b}/!',
  '/zoë/日記',
];

describe('a reminder that is asked for', () => {
  test('has usual times: what is due on weekdays, the check-in on Friday', () => {
    expect(readReminder({})).toEqual({ run: 'due', day: 'weekdays', at: '16:50' });
    expect(readReminder({ run: 'checkin' })).toMatchObject({ day: 'friday', at: '16:50' });
    expect(readReminder({ day: 'FRI', at: '9:05' })).toMatchObject({ day: 'friday', at: '09:05' });
  });

  test.each([
    [{ at: '24:00' }, '--at is "24:00"'],
    [{ at: '16:60' }, '--at'],
    [{ at: '1650' }, '--at'],
    [{ at: '' }, '--at'],
    [{ at: '16:50\n* * * * *' }, '--at'],
    [{ day: 'fryday' }, 'Did you mean "friday"?'],
    [{ day: 't' }, '--day is "t"'],
    [{ day: '' }, '--day'],
    [{ run: 'dew' }, 'Did you mean "due"?'],
    [{ run: 'due; rm -rf /' }, '--run'],
  ])('%j is refused', (given, says) => {
    const refusal = refusalOf(() => readReminder(given));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain(says);
  });
});

describe('the next time', () => {
  // 20 November 2026 is a Friday.
  test.each<[Partial<Reminder>, string, string]>([
    [{ day: 'daily', at: '16:50' }, '2026-11-20T16:49', '2026-11-20 16:50'],
    [{ day: 'daily', at: '16:50' }, '2026-11-20T16:50', '2026-11-21 16:50'],
    [{ day: 'weekdays', at: '16:50' }, '2026-11-20T18:10', '2026-11-23 16:50'],
    [{ day: 'friday', at: '18:11' }, '2026-11-20T18:10', '2026-11-20 18:11'],
    [{ day: 'friday', at: '18:10' }, '2026-11-20T18:10', '2026-11-27 18:10'],
    [{ day: 'sunday', at: '00:00' }, '2026-12-31T23:59', '2027-01-03 00:00'],
  ])('of %j after %s is %s', (given, wall, expected) => {
    const { on, at } = nextTime(reminder(given), { wall });
    expect(`${on} ${at}`).toBe(expected);
  });
});

describe('an entry in a crontab', () => {
  const lineOf = (entry: string) => entry.split('\n')[1] ?? '';

  test('says when, and what by full paths, between two lines that say whose it is', () => {
    expect(cronEntry(reminder(), COMMAND)).toMatch(
      /^# praxis remind: due on weekdays at 16:50 \[[0-9a-f]{8}\]\n50 16 \* \* 1-5 \/usr\/bin\/node \/opt\/praxis\/bin\/praxis\.js --no-input due\n# praxis remind: end\n$/,
    );
    const at = (given: Partial<Reminder>) =>
      lineOf(cronEntry(reminder(given), COMMAND)).slice(0, 10);
    expect(at({ day: 'sunday', at: '09:05' })).toBe('5 9 * * 0 ');
    expect(at({ day: 'daily', at: '00:00' })).toBe('0 0 * * * ');
  });

  /** What cron hands to sh: up to the first percent sign without a backslash before it. */
  const asCronReads = (line: string) =>
    line
      .replace(/^(\S+ ){5}/, '')
      .replace(/(?<!\\)%[\s\S]*$/, '')
      .replaceAll('\\%', '%');
  const argsOf = (command: string) => {
    const shown = command.replace(/^\S+/, "printf '%s\\0'");
    return spawnSync('sh', ['-c', shown], { encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
  };

  test.each(ODD)('runs %s as one word', (odd) => {
    const entry = cronEntry(reminder(), ['/usr/bin/node', odd, 'due']);
    expect(entry.split('\n')).toHaveLength(4);
    expect(argsOf(asCronReads(lineOf(entry)))).toEqual([odd, 'due']);
  });

  test('runs whatever a path holds as one word', () => {
    fc.assert(
      fc.property(fc.array(path.filter((text) => !text.includes('\\'))), (words) => {
        const entry = cronEntry(reminder(), ['/usr/bin/node', ...words]);
        expect(argsOf(asCronReads(lineOf(entry)))).toEqual(words.length === 0 ? [''] : words);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  test.each(['/a\nb', '/a\\b', '/a\u0000b'])('%j cannot be told to cron', (odd) => {
    expect(refusalOf(() => cronEntry(reminder(), ['/usr/bin/node', odd])).exitCode).toBe(1);
  });

  const entry = cronEntry(reminder(), COMMAND);
  const others = fc
    .array(fc.string({ unit: anyCharacter }).map((line) => line.replaceAll(/[\n\r]/g, '')))
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .filter((text) => !text.includes('# praxis remind'));

  test('goes in and comes out, and everything else stays as it was', () => {
    fc.assert(
      fc.property(others, others, (before, after) => {
        expect(splitCrontab(joinCrontab(before, entry))).toEqual({ entry, rest: before });
        expect(splitCrontab(before + entry + after)).toEqual({ entry, rest: before + after });
        expect(splitCrontab(before)).toEqual({ entry: undefined, rest: before });
      }),
      { seed: 1 },
    );
  });

  test('begins on a line of its own', () => {
    expect(joinCrontab('1 * * * * x', entry)).toBe(`1 * * * * x\n${entry}`);
  });

  test.each([
    ['without its end', entry.replace('# praxis remind: end\n', '')],
    ['without its beginning', entry.replace(/^.*\n/, '')],
    ['twice', entry + entry],
    ['with a second beginning', entry.replace(/^.*\n/, '$&$&') + entry],
  ])('%s is refused, not guessed at', (_, crontab) => {
    expect(refusalOf(() => splitCrontab(`x\n${crontab}y\n`)).exitCode).toBe(EXIT.conflict);
  });

  test('says what it is, until somebody changes it', () => {
    expect(unsealedCron(entry)).toEqual(reminder());
    for (const [from, to] of [
      ['50 16', '51 16'],
      ['16:50 [', '16:51 ['],
      ['due\n#', 'due \n#'],
    ] as const)
      expect(unsealedCron(entry.replace(from, to))).toBeUndefined();
  });
});

describe('the units for systemd', () => {
  test('say when and what', () => {
    const { service, timer } = systemdUnits(reminder({ day: 'friday' }), COMMAND, 2);
    expect(service).toContain(
      '\nExecStart=/usr/bin/node /opt/praxis/bin/praxis.js --no-input due\n',
    );
    expect(timer).toContain('\nOnCalendar=Fri *-*-* 16:50:00\n');
    expect(systemdUnits(reminder({ day: 'daily' }), COMMAND, 0).timer).toContain(
      '=*-*-* 16:50:00\n',
    );
    expect([unsealed(service), unsealed(timer)]).toEqual(
      Array(2).fill(reminder({ day: 'friday' })),
    );
    expect(unsealed(timer.replace('Fri ', 'Sat '))).toBeUndefined();
  });

  /** The words of an ExecStart line by the rules of systemd.service(5): C escapes in quotes, %% and, behind the program, $$. */
  function wordsOf(service: string): string[] {
    const start = 'ExecStart=';
    const line =
      service
        .split('\n')
        .find((each) => each.startsWith(start))
        ?.slice(start.length) ?? '';
    const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gu)].map(
      ([, within, plain]) => within?.replaceAll(/\\(.)/gu, '$1') ?? plain ?? '',
    );
    return words.map((word, i) => {
      const whole = word.replaceAll('%%', '%');
      return i === 0 ? whole : whole.replaceAll('$$', '$');
    });
  }

  test.each(ODD)('run %s as one word', (odd) => {
    const { service } = systemdUnits(reminder(), ['/a 100%/$x/node', odd, 'due'], 0);
    expect(wordsOf(service)).toEqual(['/a 100%/$x/node', odd, 'due']);
    expect(service).not.toMatch(/(?<!%)%(%%)*(?!%)[a-zA-Z]/);
  });

  test('run whatever a path holds as one word', () => {
    fc.assert(
      fc.property(path, (word) => {
        const { service } = systemdUnits(reminder(), ['/usr/bin/node', word], 0);
        expect(wordsOf(service)).toEqual(['/usr/bin/node', word]);
      }),
      { seed: 1 },
    );
  });

  test.each<[CommandWords]>([
    [['/a\nb']],
    [['/usr/bin/node', '/a\nb']],
    [["/it's/node"]],
    [['/a\\b']],
  ])('cannot hold %j', (words) => {
    expect(refusalOf(() => systemdUnits(reminder(), words, 0)).exitCode).toBe(1);
  });

  const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  test.skipIf(analyze('--version').status !== 0)('are units to systemd itself', () => {
    using folder = new Folder();
    for (const day of REMINDER_DAYS) {
      const { service, timer } = systemdUnits(reminder({ day }), [process.execPath, ...ODD], 3);
      writeFileSync(folder.at('praxis-remind.service'), service);
      writeFileSync(folder.at('praxis-remind.timer'), timer);
      const calendar = /^OnCalendar=(.*)$/m.exec(timer)?.[1] ?? '';
      expect(analyze('calendar', calendar).status, calendar).toBe(0);
    }
    const { stderr } = analyze(
      'verify',
      folder.at('praxis-remind.service'),
      folder.at('praxis-remind.timer'),
    );
    expect(stderr).not.toContain('praxis');
  });
});

test('in words', () => {
  expect(reminderInWords(reminder({ day: 'daily' }))).toBe('due daily at 16:50');
  expect(reminderInWords(reminder())).toBe('due on weekdays at 16:50');
});
