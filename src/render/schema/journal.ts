import * as z from 'zod';
import { FOUND_NOUNS } from '../../domain/found.ts';
import { NAMED } from '../../domain/named.ts';
import { count, day, document, id, instant, list, person, text } from './shape.ts';

const action = {
  id,
  at: instant,
  command: text,
  changes: z.record(text, count).describe('rows that it changed, by table'),
  undone: z.boolean(),
};

const found = z.strictObject({
  id: id.describe('what show takes'),
  noun: z.enum(FOUND_NOUNS),
  on: day,
  item: text,
  person: person.nullable(),
  text,
});

const view = z.strictObject({ view: text, about: text, columns: z.record(text, text) });

const cell = z.union([text, z.number(), z.null()]);

const word = z.strictObject({ word: text, n: count });

const remarks = z.strictObject({
  count,
  first: z.array(
    z.strictObject({ file: text.nullable(), line: count.nullable(), why: text, text }),
  ),
});

/** Of a journal of another program, and of a Markdown export. */
const foreign = {
  from: day.nullable().optional(),
  to: day.nullable().optional(),
  linked: count.optional().describe('entries that tag somebody you lead'),
  people: z.array(person).optional().describe('who came with it'),
  dateFormat: text.nullable().optional().describe('how its dates were read'),
  first: z.array(z.strictObject({ on: day, text })).optional(),
  doubtful: remarks.optional().describe('what came in and wants a look'),
  leftOut: remarks.optional().describe('what did not come in'),
};

export const JOURNAL = [
  document('action', 'a command turned back, or back again: undo, redo', action),
  list('actions', 'commands, the latest first: history', z.strictObject(action)),
  document('deleted', 'what was removed: delete', {
    noun: z.enum(NAMED),
    id,
    forGood: z.literal(true).optional(),
    backups: z.array(text).optional().describe('copies that still hold it: with --for-good'),
    removedBackups: z.array(text).optional().describe('with --for-good --backups'),
  }),
  list('results', 'texts found, the latest first: search', found),
  document('query', 'rows of a query: query', {
    rows: z.array(z.record(text, cell)),
    truncated: z.literal(true).optional().describe('there were more than --limit'),
  }),
  list('views', 'what can be queried: query --schema', view),
  document('export', 'files that were written: export --out', {
    files: z.array(text),
    redacted: z
      .strictObject({ replaced: z.array(word), maybe: z.array(word) })
      .optional()
      .describe('--redact: words that were replaced in texts, and words that may be names'),
  }),
  document('import', 'what came in: import', {
    added: count.describe('entries; of import jsonl, records'),
    unchanged: count.describe('there already'),
    ...foreign,
    dryRun: z.literal(true).optional().describe('nothing was stored'),
  }),
];
