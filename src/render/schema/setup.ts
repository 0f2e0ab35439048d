import * as z from 'zod';
import { EXIT } from '../../errors.ts';
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
  list('schemas', 'these names: schema', described),
  error,
];
