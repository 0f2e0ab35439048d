import { type Day, parseDay } from '../domain/day.ts';
import { knownPerson } from '../domain/person.ts';
import type { Redactor } from '../domain/redact.ts';
import { EXIT, UserError } from '../errors.ts';
import { visibleLine } from '../render/text.ts';
import type { Journal } from '../store/journal.ts';
import { shownPath } from '../store/location.ts';
import { listPeople } from '../store/person.ts';
import type { Part } from '../store/transfer.ts';
import type { Context } from './context.ts';
import { tellRedacted } from './export-redact.ts';
import { Progress } from './progress.ts';

/** What every export takes. */
export interface ExportOptions {
  readonly out?: string;
  readonly from?: string;
  readonly to?: string;
  readonly person?: string;
  readonly force?: boolean;
}

/** @throws UserError (usage) for a path that is none, and for JSON around what has a format of its own. */
export function checkOut(context: Context, { out }: ExportOptions): void {
  if (out !== undefined && (out.trim() === '' || out.includes('\0'))) {
    throw new UserError(
      '--out names no path.',
      'Name a file or a folder, or leave it away.',
      EXIT.usage,
    );
  }
  if (out === undefined && context.options.json) {
    throw new UserError(
      'An export has a format of its own.',
      'With --out PATH, --json prints the names of the files.',
      EXIT.usage,
    );
  }
}

export function partOf(
  journal: Journal,
  context: Context,
  { from, to, person }: ExportOptions,
): Part {
  const day = (text: string): Day => parseDay(text, context.today);
  const codes = listPeople(journal).map(({ code }) => code);
  if (from !== undefined && to !== undefined && day(from) > day(to)) {
    throw new UserError(
      '--from lies after --to.',
      `Name the earlier day first: --from ${day(to)} --to ${day(from)}. Nothing was written.`,
      EXIT.usage,
    );
  }
  return {
    ...(from === undefined ? {} : { from: day(from) }),
    ...(to === undefined ? {} : { to: day(to) }),
    ...(person === undefined ? {} : { person: knownPerson(person, codes, true) }),
  };
}

/** The bar of an export; none where its text goes to the same screen. */
export function progressOf(context: Context, whole: number, out: string | undefined): Progress {
  const shown = out === undefined && context.world.isTerminal('stdout');
  return new Progress(context, shown ? 0 : whole);
}

/** Says which files were written. */
export function told(context: Context, files: readonly string[], redactor?: Redactor): void {
  if (redactor) tellRedacted(context, redactor);
  const redacted = redactor && { replaced: redactor.replaced, maybe: redactor.maybe };
  const document = { schema: 'praxis.export/1', files, ...(redacted ? { redacted } : {}) };
  context.answer(document, () =>
    files.length === 0
      ? '  There is nothing to export yet.'
      : filesText(files.map((file) => visibleLine(shownPath(context.world, file)))),
  );
}

/** Files of an export that are named one by one; of more, the first and the last are. */
const NAMED = 40;

function filesText(files: readonly string[]): string {
  const shown =
    files.length <= NAMED
      ? files
      : [files[0] ?? '', `… ${files.length - 2} more, --json names them`, files.at(-1) ?? ''];
  return shown.map((file) => `  ${file}`).join('\n');
}
