import * as z from 'zod';
import { BACKUP_KINDS } from '../../domain/backup.ts';
import { CHECKS, SEVERITIES } from '../../domain/finding.ts';
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
  document('pruned', 'what was older than keep_months and went: delete --older', {
    before: day,
    dryRun: z.literal(true).optional().describe('nothing was removed'),
    removed: z.record(text, count).describe('by table'),
    backups: z.array(text).describe('copies that still hold some of it'),
    removedBackups: z.array(text).describe('with --backups'),
  }),
  document('salvaged', 'what was read of a damaged journal: doctor --salvage', {
    records: z.record(text, count).describe('by table'),
    fromLog: count.describe('of them, those that only the change log still had'),
    loose: count.describe('records whose parents are lost'),
    drafts: count.describe('unfinished sessions'),
    lost: count.describe('records that the indexes know of and that could not be read'),
    files: z.array(text),
  }),
  document('doctor', 'what is wrong, why it matters, what to do: doctor', {
    damaged: z.boolean().describe('the exit code is 4 then, else 0'),
    findings: z.array(
      z.strictObject({
        check: z.enum(CHECKS),
        severity: z.enum(SEVERITIES),
        what: text,
        why: text,
        next: text,
        fixed: text.nullable().describe('what --fix did about it'),
      }),
    ),
    journal: z.strictObject({
      file: text,
      bytes: count.nullable().describe('null: there is none yet'),
      entries,
      schema: count.nullable(),
    }),
    versions: z.strictObject({ praxis: text, node: text, sqlite: text, schema: count }),
  }),
];
