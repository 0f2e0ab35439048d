import { mapStrings } from '../domain/json-text.ts';
import type { Redactor } from '../domain/redact.ts';
import { isShipped } from '../domain/series.ts';
import { SERIES_UNITS, VERDICTS } from '../domain/verdict.ts';
import { TABLES, type TableName } from '../store/tables.ts';

/** Columns that somebody wrote, beside those that are searched. */
const MORE: Readonly<Partial<Record<TableName, readonly string[]>>> = { asked: ['question'] };
/** Words of praxis's own in the working of a verdict, which may also be somebody's code. */
const OWN = new Set<string>([...VERDICTS, ...SERIES_UNITS]);
/** Answers whose text is a word of praxis's own. */
const OWN_WORDS = new Set(['yesterday', 'exercise', 'star', 'origin']);

type Columns = Readonly<Record<string, unknown>>;

/**
 * A record of a jsonl export with everybody's code in place of their names; undefined for a former revision, which
 * stays behind. What is left is a journal that can be imported.
 */
export function redactedRecord(record: object, redactor: Redactor): object | undefined {
  const columns = record as Columns;
  const table = columns['record'] as TableName | undefined;
  if (table === undefined) return record;
  if (table === 'revision') return undefined;
  if (table === 'answer' && OWN_WORDS.has(String(columns['item']))) return record;
  const hide = (value: unknown) => (typeof value === 'string' ? redactor.text(value) : value);
  const written = [...TABLES[table].searched, ...(MORE[table] ?? [])];
  return {
    ...record,
    ...Object.fromEntries(written.map((column) => [column, hide(columns[column])])),
    ...(table === 'person' ? { code: redactor.code(String(columns['code'])), name: null } : {}),
    ...(table === 'exercise_log'
      ? { values_json: redactedFields(String(columns['values_json']), redactor) }
      : {}),
    ...(table === 'verdict'
      ? {
          series: redactedSeries(String(columns['series']), redactor),
          detail: redactedReport(String(columns['detail']), redactor),
        }
      : {}),
  };
}

/** The name of a series: those of one's own may name somebody, and some that are shipped are as short as a code. */
export function redactedSeries(name: string, redactor: Redactor): string {
  return isShipped(name) ? name : redactor.text(name);
}

/** The working of a verdict, as JSON. */
export function redactedReport(detail: string, redactor: Redactor): string {
  return mapStrings(detail, (text) => (OWN.has(text) ? text : redactedSeries(text, redactor)));
}

/** Values by field, as JSON; those that are words are hidden. */
export function redactedFields(json: string, redactor: Redactor): string {
  return mapStrings(json, (text) => redactor.text(text));
}
