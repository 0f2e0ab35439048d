import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { wilson } from '../analysis/wilson.ts';
import { addDays, type Day, inWords } from '../domain/day.ts';
import type { Redactor } from '../domain/redact.ts';
import { seriesTitle } from '../domain/series.ts';
import type { Session } from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { writtenAnswers } from '../render/checkin.ts';
import { coachText } from '../render/coach.ts';
import { MARKDOWN_MARK } from '../render/markdown.ts';
import { listRuns } from '../store/exercise.ts';
import { refuseForeign, writeExport } from '../store/export-file.ts';
import { pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import { resolveId } from '../store/reference.ts';
import { listSessions, sessionById } from '../store/session.ts';
import { verdictsUpTo } from '../store/verdict.ts';
import type { Context } from './context.ts';
import { checkOut, type ExportOptions, partOf, told } from './export-part.ts';
import { redactorFor, tellRedacted } from './export-redact.ts';
import { loadLibrary } from './library.ts';

export interface CoachOptions extends ExportOptions {
  readonly entry?: readonly string[];
}

/** Twelve weeks: what verdicts look at. */
const DAYS = 84;
/** Reflections that are offered at a terminal. */
const OFFERED = 30;

/** One redacted file for a human coach. */
export async function exportForCoach(context: Context, options: CoachOptions): Promise<void> {
  checkOut(context, options);
  if (options.person !== undefined) throw notByPerson();
  const path = options.out === undefined ? undefined : placeOf(options.out);
  // Before anything is asked.
  if (path !== undefined) refuseForeign(path, MARKDOWN_MARK, options.force ?? false);
  const library = await loadLibrary(context);
  await context.reading(async (journal) => {
    const part = partOf(journal, context, options);
    const to = part.to ?? context.today;
    const from = part.from ?? addDays(to, 1 - DAYS);
    const redactor = redactorFor(journal);
    const chosen = await choose(context, journal, redactor, options.entry, from, to);
    const within = ({ on }: { readonly on: Day }) => on >= from && on <= to;
    const text = coachText({
      from,
      to,
      counts: pairCounts(journal, from, to)
        .filter(({ all }) => all > 0)
        .map((count) => ({ ...count, ...wilson(count.right, count.all) })),
      verdicts: verdictsUpTo(journal, to).map(({ series, issuedOn, report }) => {
        return {
          series: redactor.text(seriesTitle(series)),
          verdict: report.verdict,
          on: issuedOn,
        };
      }),
      exercises: listRuns(journal)
        .filter(within)
        .reverse()
        .map(({ exercise, state, on, person }) => {
          const title = library.exercises.find(({ id }) => id === exercise)?.title ?? exercise;
          return { title: redactor.text(title), state, on, person: redactor.code(person) };
        }),
      chosen: chosen.map((session) => redactor.session(session)),
    });
    if (path === undefined) {
      context.sayWhole(text);
      tellChosen(context, options);
      return tellRedacted(context, redactor);
    }
    writeExport(path, [text], context.world);
    tellChosen(context, options);
    told(context, [path], redactor);
  });
}

function placeOf(out: string): string {
  const folder = existsSync(out) && statSync(out).isDirectory();
  return resolve(folder ? join(out, 'coach.md') : out);
}

function notByPerson(): UserError {
  return new UserError(
    '--person does not go with --for coach: a coach sees counts of all, and names nobody.',
    'Name the reflections that go along with --entry. Nothing was written.',
    EXIT.usage,
  );
}

/** Afterwards: an export that fails says that alone. */
function tellChosen(context: Context, { entry }: CoachOptions): void {
  if (entry === undefined && !context.interactive)
    context.notice('praxis: no reflection goes along; --entry ID takes one.');
}

/** The reflections that go along: those that were named, or at a terminal those that are said yes to. */
async function choose(
  context: Context,
  journal: Journal,
  redactor: Redactor,
  named: readonly string[] | undefined,
  from: Day,
  to: Day,
): Promise<Session[]> {
  if (named) {
    const ids = new Set(named.map((id) => resolveId(journal, id, ['session']).id));
    return [...ids].map((id) => sessionById(journal, id)).sort(earliestFirst);
  }
  if (!context.interactive) return [];
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  const chosen: Session[] = [];
  const written = listSessions(journal, { from, to }).filter((session) => wordsOf(session) !== '');
  for (const session of written.slice(0, OFFERED)) {
    const answer = await ask({
      kind: 'key',
      name: 'along',
      text: `${inWords(session.on, context.today)}\n${redactor.text(wordsOf(session))}`,
      options: [
        { key: 'y', value: 'yes', label: 'take it along' },
        { key: 'n', value: 'no', label: 'leave it' },
        { key: 'e', value: 'end', label: 'no more' },
      ],
      enter: 'left',
    });
    if (answer === 'end') break;
    if (answer === 'yes') chosen.push(session);
  }
  return chosen.sort(earliestFirst);
}

function wordsOf({ answers }: Session): string {
  const written = writtenAnswers(answers).map(({ text }) => text);
  return [answers.followUp?.text, answers.prompt?.text, ...written, answers.note]
    .filter((text) => text)
    .join('\n\n');
}

function earliestFirst(a: Session, b: Session): number {
  return a.on + a.id < b.on + b.id ? -1 : 1;
}
