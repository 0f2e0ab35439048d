import { join, resolve } from 'node:path';
import { didYouMean } from '../domain/nearest.ts';
import type { Redactor } from '../domain/redact.ts';
import { VIEWS, type View } from '../domain/views.ts';
import { EXIT, UserError } from '../errors.ts';
import { csv, csvRows } from '../render/csv.ts';
import { visible } from '../render/text.ts';
import { makeFolder, refuseForeign, writeExport } from '../store/export-file.ts';
import type { Journal } from '../store/journal.ts';
import { TABLE_NAMES } from '../store/tables.ts';
import { type Part, readThrough, roughSize } from '../store/transfer.ts';
import { PEOPLE, viewRows } from '../store/view-rows.ts';
import type { Context } from './context.ts';
import { checkOut, type ExportOptions, partOf, progressOf, told } from './export-part.ts';
import { redactorFor, tellRedacted } from './export-redact.ts';
import type { Progress } from './progress.ts';
import { redactedFields, redactedReport, redactedSeries } from './redact-record.ts';

export interface CsvOptions extends ExportOptions {
  readonly view?: string;
  readonly redact?: boolean;
}

/** The documented views as CSV: one file a view in a folder, or one view on stdout or in a file. */
export async function exportCsv(context: Context, options: CsvOptions): Promise<void> {
  checkOut(context, options);
  const { out, force = false } = options;
  const views = options.view === undefined ? VIEWS : [viewNamed(options.view)];
  if (out === undefined && options.view === undefined) {
    throw new UserError(
      'CSV is one file a view, so it needs a folder.',
      'praxis export csv --out FOLDER, or one view: praxis export csv --view v_tally.',
      EXIT.usage,
    );
  }
  await context.reading((journal) => {
    readThrough(journal);
    const part = partOf(journal, context, options);
    const redactor = options.redact ? redactorFor(journal) : undefined;
    // Most views have a row for each of their table's.
    const tables = TABLE_NAMES.filter((table) => views.some(({ view }) => view === `v_${table}`));
    const progress = progressOf(context, roughSize(journal, tables), out);
    const piecesOf = (view: View) => pieces(journal, view, part, redactor, progress);
    return progress.while(() => {
      const [only] = views;
      if (out === undefined && only) {
        const terminal = context.world.isTerminal('stdout');
        // A screen obeys control characters; a file and a pipe keep every byte.
        const shown = (text: string) => (terminal ? visible(text.replaceAll('\r\n', '\n')) : text);
        for (const piece of piecesOf(only) ?? []) context.world.write('stdout', shown(piece));
        if (redactor) tellRedacted(context, redactor);
        return;
      }
      const files = into(resolve(out ?? ''), options.view === undefined, views).flatMap((file) => {
        const rows = piecesOf(file.view);
        return rows === null ? [] : [{ ...file, rows }];
      });
      for (const { path, view } of files) refuseForeign(path, header(view), force);
      for (const { path, rows } of files) writeExport(path, rows, context.world);
      progress.end();
      told(
        context,
        files.map(({ path }) => path),
        redactor,
      );
    });
  }, Number.MAX_SAFE_INTEGER);
}

function viewNamed(name: string): View {
  const view = VIEWS.find((each) => each.view === name || each.view === `v_${name}`);
  if (view) return view;
  const names = VIEWS.map((each) => each.view);
  throw new UserError(
    `There is no view "${name}".${didYouMean(name, names)}`,
    'praxis query --schema shows the views. Nothing was written.',
    EXIT.usage,
  );
}

function into(
  out: string,
  folder: boolean,
  views: readonly View[],
): { readonly path: string; readonly view: View }[] {
  if (!folder && out.endsWith('.csv')) return views.map((view) => ({ path: out, view }));
  makeFolder(out);
  return views.map((view) => ({ path: join(out, `${view.view}.csv`), view }));
}

/** The first line of a view's file: also how a file is known to be an export of it. */
function header({ columns }: View): string {
  return Object.keys(columns).join(',');
}

/** Rows that are turned into text at a time. */
const AT_ONCE = 50;

function pieces(
  journal: Journal,
  view: View,
  part: Part,
  redactor: Redactor | undefined,
  progress: Progress,
): Iterable<string> | null {
  const found = viewRows(journal, view, part);
  if (found === null) return null;
  return (function* () {
    const rows = progress.over(redactor ? redactedRows(found(), view, redactor) : found());
    yield csv({ columns: Object.keys(view.columns), rows: [] });
    let batch: (string | number | null)[][] = [];
    for (const row of rows) {
      batch.push(row);
      if (batch.length < AT_ONCE) continue;
      yield csvRows(batch);
      batch = [];
    }
    if (batch.length > 0) yield csvRows(batch);
  })();
}

/** Columns that hold what somebody wrote. */
const WRITTEN = new Set(
  'text if_text then_text reason leave_reason growth cost future_role because word moment source sign success why title benefits costs bearers learned answer fields focus chosen question about name series detail'.split(
    ' ',
  ),
);
/** Columns of such a name that hold a word of praxis's own. */
const OWN_WORDS = new Set(['v_session.source', 'v_heard.about']);

/** Columns that are more than a text. */
const HIDING: Readonly<Record<string, (value: string, redactor: Redactor) => string>> = {
  fields: redactedFields,
  detail: redactedReport,
  series: redactedSeries,
};
const hiddenText = (value: string, redactor: Redactor) => redactor.text(value);

function* redactedRows(
  rows: Iterable<(string | number | null)[]>,
  { view, columns }: View,
  redactor: Redactor,
): Generator<(string | number | null)[]> {
  const names = Object.keys(columns);
  const codes = new Set<string>(view === 'v_person' ? ['code'] : PEOPLE);
  for (const row of rows) {
    yield row.map((value, i) => {
      const name = names[i] ?? '';
      if (typeof value !== 'string') return value;
      if (codes.has(name)) return redactor.code(value);
      if (view === 'v_person' && name === 'name') return null;
      // Several codes in one cell.
      if (name === 'together')
        return value
          .split(' ')
          .map((code) => redactor.code(code))
          .join(' ');
      if (!WRITTEN.has(name) || OWN_WORDS.has(`${view}.${name}`)) return value;
      return (HIDING[name] ?? hiddenText)(value, redactor);
    });
  }
}
