import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Day, parseDay } from '../domain/day.ts';
import { OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { knownPerson } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';
import { valuesText } from '../render/exercise.ts';
import { jsonLine } from '../render/json.ts';
import {
  type DayLine,
  MARKDOWN_MARK,
  markdownDocument,
  markdownFiles,
} from '../render/markdown.ts';
import { visible, visibleLine } from '../render/text.ts';
import { listLogs, listRuns } from '../store/exercise.ts';
import { makeFolder, refuseForeign, writeWhole } from '../store/files.ts';
import { listIntentions } from '../store/intention.ts';
import { shownPath } from '../store/location.ts';
import type { Journal } from '../store/open.ts';
import { listPeople } from '../store/person.ts';
import { listSessions } from '../store/session.ts';
import { JOURNAL_SCHEMA, type Part, records, sessionIds } from '../store/transfer.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import { focusLines } from './export-focus.ts';
import { knowledgeLines } from './export-knowledge.ts';
import { decisionLines, promiseLines } from './export-lines.ts';
import { personLines } from './export-person.ts';
import type { Register } from './register.ts';

interface Options {
  readonly out?: string;
  readonly per?: string;
  readonly from?: string;
  readonly to?: string;
  readonly person?: string;
  readonly force?: boolean;
}

export const register: Register = (program, context) => {
  const command = withExamples(
    program
      .command('export')
      .description('The journal as files you own. Without --out it goes to stdout.'),
    'praxis export markdown --out ~/notes/praxis',
    'praxis export markdown --per day --out ~/vault/journal --from 2026-11-01',
    'praxis export jsonl --out journal.jsonl',
  );
  const format = (name: string, about: string) =>
    command
      .command(name)
      .description(about)
      .option('--out <path>', 'where to')
      .option('--from <day>', 'from this day on')
      .option('--to <day>', 'up to this day')
      .option('--person <code>', 'only entries about this person')
      .option('--force', 'replace files that praxis did not write');
  format(
    'markdown',
    'Markdown with front matter, one file a month or a day: Obsidian reads it as it is.',
  )
    .option('--per <unit>', 'day or month', 'month')
    .action(async (options: Options) => exportMarkdown(await context(), options));
  format(
    'jsonl',
    'Every record, one a line: praxis import jsonl restores the same journal.',
  ).action(async (options: Options) => exportJsonl(await context(), options));
};

/** @throws UserError (usage) for a path that is none, and for JSON around what has a format of its own. */
function checkOut(context: Context, { out }: Options): void {
  if (out?.trim() === '') {
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

async function exportMarkdown(context: Context, options: Options): Promise<void> {
  checkOut(context, options);
  const { per = 'month', out, force = false } = options;
  if (per !== 'day' && per !== 'month') {
    throw new UserError(
      `--per is "${per}"; it takes day or month.`,
      'Nothing was written.',
      EXIT.usage,
    );
  }
  await context.reading((journal) => {
    const part = partOf(journal, context, options);
    const ids = new Set(sessionIds(journal.db, part));
    const sessions = listSessions(journal).filter(({ id }) => ids.has(id));
    const lines = linesOf(journal, part);
    if (out === undefined) {
      const text = markdownDocument(sessions, lines);
      // A screen obeys control characters; a file and a pipe keep every byte.
      return context.say(context.world.isTerminal('stdout') ? visible(text) : text);
    }
    const files = out.endsWith('.md')
      ? [{ path: resolve(out), text: markdownDocument(sessions, lines) }]
      : inFolder(resolve(out), markdownFiles(sessions, per, lines));
    for (const { path } of files) refuseForeign(path, MARKDOWN_MARK, force);
    for (const { path, text } of files) writeWhole(path, [text]);
    told(
      context,
      files.map(({ path }) => path),
    );
  });
}

function inFolder(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): { path: string; text: string }[] {
  makeFolder(folder);
  return files.map(({ name, text }) => ({ path: join(folder, name), text }));
}

/** Plans made at a command, talks and exercises: they belong to a day and to no entry. */
function linesOf(
  journal: Journal,
  { from = '' as Day, to = '9999' as Day, person }: Part,
): DayLine[] {
  const plans =
    person === undefined
      ? listIntentions(journal)
          .filter(({ sessionId }) => sessionId === null)
          .map((plan) => ({
            on: plan.madeOn,
            text: `Plan: ${planInWords(plan)}${plan.outcome ? ` (${OUTCOME_WORDS[plan.outcome]})` : ''}`,
          }))
      : [];
  const runs = listRuns(journal).map((run) => ({
    on: run.on,
    code: run.person,
    text: `Exercise ${run.exercise} ${run.state}${run.person ? ` with ${run.person}` : ''}`,
  }));
  const logs = listLogs(journal).map((log) => ({
    on: log.on,
    code: log.person,
    text: `${log.exercise}: ${valuesText(log.values)}`,
  }));
  const about = [...personLines(journal), ...runs, ...logs, ...knowledgeLines(journal)].filter(
    ({ code }) => person === undefined || code === person,
  );
  const between = [...promiseLines(journal), ...decisionLines(journal)].filter(
    ({ codes }) => person === undefined || codes.includes(person),
  );
  const lines: readonly DayLine[] = [
    ...plans,
    ...about,
    ...between,
    ...focusLines(journal, person),
  ];
  return lines
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => (a.on + a.text < b.on + b.text ? -1 : 1))
    .map(({ on, text, page }) => ({ on, text, ...(page === undefined ? {} : { page }) }));
}

async function exportJsonl(context: Context, options: Options): Promise<void> {
  checkOut(context, options);
  const { out, force = false } = options;
  await context.reading((journal) => {
    const part = partOf(journal, context, options);
    if (out === undefined) {
      for (const line of jsonLines(journal, part)) context.say(line);
      return;
    }
    const isFolder = existsSync(out) && statSync(out).isDirectory();
    const path = resolve(isFolder ? join(out, 'journal.jsonl') : out);
    refuseForeign(path, JOURNAL_SCHEMA, force);
    writeWhole(path, jsonLines(journal, part));
    told(context, [path]);
  });
}

function* jsonLines(journal: Journal, part: Part): Generator<string> {
  for (const record of records(journal, part)) yield jsonLine(record);
}

function partOf(journal: Journal, context: Context, { from, to, person }: Options): Part {
  const day = (text: string): Day => parseDay(text, context.today);
  const codes = listPeople(journal).map(({ code }) => code);
  if (from !== undefined && to !== undefined && day(from) > day(to)) {
    throw new UserError('--from lies after --to.', 'Nothing was written.', EXIT.usage);
  }
  return {
    ...(from === undefined ? {} : { from: day(from) }),
    ...(to === undefined ? {} : { to: day(to) }),
    ...(person === undefined ? {} : { person: knownPerson(person, codes) }),
  };
}

function told(context: Context, files: readonly string[]): void {
  context.answer({ schema: 'praxis.export/1', files }, () =>
    files.length === 0
      ? '  There is nothing to export yet.'
      : files.map((file) => `  ${visibleLine(shownPath(context.world, file))}`).join('\n'),
  );
}
