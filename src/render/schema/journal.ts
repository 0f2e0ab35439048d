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
  document('export', 'files that were written: export --out', { files: z.array(text) }),
  document('import', 'records that came in: import', {
    added: count,
    unchanged: count,
    dryRun: z.literal(true).optional().describe('nothing was stored'),
  }),
];
