import * as z from 'zod';
import { REMINDED, REMINDER_DAYS } from '../../domain/reminder.ts';
import { EXIT } from '../../errors.ts';
import { SHELLS } from '../completion.ts';
import { count, type Described, document, list, schemaName, text } from './shape.ts';

const setting = { key: text, value: text.nullable() };

const problem = z.strictObject({
  file: text,
  line: count.nullable(),
  message: text,
});

const described = z.strictObject({
  name: text,
  id: text.describe(`as it stands in the document: ${schemaName('session')}`),
  use: z.enum(['printed', 'taken']),
  about: text,
});

const reminder = {
  scheduler: z.enum(['systemd', 'cron']),
  run: z.enum(REMINDED).nullable(),
  day: z.enum(REMINDER_DAYS).nullable(),
  at: text.nullable().describe('on the wall clock'),
  asWritten: z.boolean().describe('false: it was changed since, and the three above are null'),
  active: z.boolean().describe('whether it will run; false for --print'),
  next: text.nullable().describe('on the wall clock, such as 2026-11-23T16:50'),
  texts: z.array(z.strictObject({ file: text.nullable(), text })),
};

const { done: _, ...failures } = EXIT;

/** On stderr, alone, when a command with `--json` ends in an error. It carries no "schema": its one key says it. */
const error: Described = {
  name: 'error',
  about: 'why a command with --json failed: on stderr',
  use: 'printed',
  shape: z.strictObject({
    error: z.strictObject({
      code: z.literal(Object.values(failures)).describe('the exit code'),
      message: text.describe('what happened'),
      hint: text.describe('what to do next'),
    }),
  }),
};

export const SETUP = [
  document('packs', 'packs and what is wrong with them: pack list', {
    packs: z.array(
      z.strictObject({
        pack: text,
        title: text,
        entries: count,
        shipped: z.boolean(),
        file: text.nullable(),
      }),
    ),
    problems: z.array(problem),
  }),
  document('pack-check', 'packs in order: pack check', { problems: z.array(problem).max(0) }),
  document('pack-new', 'a pack that was started: pack new', { pack: text, path: text }),
  document('setting', 'one setting: config get, config set', setting),
  document('config', 'all settings: config list', {
    settings: z.array(z.strictObject({ ...setting, about: text })),
  }),
  document('reminder', 'a reminder: remind install', reminder),
  list('reminders', 'reminders on this machine: remind status', z.strictObject(reminder)),
  document('completion', "a shell's completion script: completion", {
    shell: z.enum(SHELLS),
    script: text,
  }),
  list('schemas', 'these names: schema', described),
  error,
];
