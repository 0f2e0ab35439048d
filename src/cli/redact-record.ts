import type { Redactor } from '../domain/redact.ts';
import { TABLES, type TableName } from '../store/tables.ts';

/** Columns that somebody wrote, beside those that are searched. */
const MORE: Readonly<Partial<Record<TableName, readonly string[]>>> = { asked: ['question'] };
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
    ...(table === 'exercise_log' ? { values_json: hiddenIn(columns['values_json'], hide) } : {}),
  };
}

/** Values by field, as JSON; those that are words are hidden. */
function hiddenIn(json: unknown, hide: (value: unknown) => unknown): string {
  const values = JSON.parse(String(json)) as Columns;
  return JSON.stringify(
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, hide(value)])),
  );
}
