import * as z from 'zod';
import { BACKUP_KINDS } from '../../domain/backup.ts';
import { count, day, document, id, instant, list, text } from './shape.ts';

const backup = z.strictObject({
  file: text.describe('what restore takes'),
  at: instant,
  bytes: count,
  kind: z.enum(BACKUP_KINDS),
  schema: count.nullable().describe('of the journal in it; null when it does not say'),
});

const entries = count.nullable().describe('null when they cannot be counted');

export const SAFETY = [
  document('backup', 'a copy that was made and checked: backup', { backup }),
  list('backups', 'copies of the journal, the newest first: backup list', backup),
  document('verified', 'copies that were checked: backup verify', {
    backups: z.array(
      z.strictObject({
        file: text,
        problem: text.nullable().describe('null: it can be restored'),
        entries,
      }),
    ),
  }),
  document('restored', 'a copy put in the place of the journal: backup restore', {
    file: text,
    kept: text.nullable().describe('what was replaced, as a backup; null where nothing stood'),
    entries,
  }),
  document('hold', 'whether deleting is stopped, and when it was: hold', {
    standing: z.boolean(),
    since: day.nullable(),
    reason: text.nullable(),
    holds: z.array(
      z.strictObject({ id, on: day, reason: text.nullable(), liftedOn: day.nullable() }),
    ),
  }),
];
