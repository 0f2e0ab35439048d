import { join, resolve } from 'node:path';
import { type Day, isDay, LAST_DAY } from '../domain/day.ts';
import type { Redactor } from '../domain/redact.ts';
import type { Session } from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import {
  type DayLine,
  type DayPage,
  type Front,
  fileName,
  type Look,
  MARKDOWN_MARK,
  markdownFile,
  markdownPieces,
  type Per,
  pagesOf,
  peopleOf,
} from '../render/markdown.ts';
import { visible } from '../render/text.ts';
import {
  clearHalves,
  makeFolder,
  refuseForeign,
  writeExport,
  writeOneOfMany,
} from '../store/export-file.ts';
import { syncFolder } from '../store/files.ts';
import { listIntentions } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { listSessions } from '../store/session.ts';
import { type Part, readThrough, sessionDays, sessionIds } from '../store/transfer.ts';
import type { Context } from './context.ts';
import { linesOf } from './export-days.ts';
import { checkOut, type ExportOptions, partOf, progressOf, told } from './export-part.ts';
import { redactorFor, tellRedacted } from './export-redact.ts';

export interface MarkdownOptions extends ExportOptions {
  readonly per?: string;
  readonly links?: boolean;
  readonly redact?: boolean;
}

/** Markdown with front matter: a file a month or a day, or all in one. */
export async function exportMarkdown(context: Context, options: MarkdownOptions): Promise<void> {
  checkOut(context, options);
  const { per = 'month', out, force = false, links = false } = options;
  if (per !== 'day' && per !== 'month') {
    throw new UserError(
      `--per is "${per}"; it takes day or month.`,
      'Leave --per away for one file a month. Nothing was written.',
      EXIT.usage,
    );
  }
  await context.reading((journal) => {
    readThrough(journal);
    const redactor = options.redact ? redactorFor(journal) : undefined;
    const pages = new Pages(journal, partOf(journal, context, options), redactor);
    const look: Look = redactor
      ? { links, data: false }
      : { links, data: true, planOf: plansBySession(journal) };
    const folder = out !== undefined && !out.endsWith('.md');
    // One document says in front whom it names, so it is read twice.
    const progress = progressOf(context, pages.days.length * (folder ? 1 : 2), out);
    pages.onMonth = (days) => progress.add(days);
    const document = () => markdownPieces(pages.front(), pages.all(), look);
    return progress.while(() => {
      if (out === undefined) {
        // A screen obeys control characters; a file and a pipe keep every byte.
        const shown = context.world.isTerminal('stdout') ? visible : (text: string) => text;
        for (const piece of document()) context.world.write('stdout', shown(piece));
        if (redactor) tellRedacted(context, redactor);
        return;
      }
      const path = resolve(out);
      if (!folder) refuseForeign(path, MARKDOWN_MARK, force);
      const files = folder ? intoFolder(context, path, { pages, per, look, force }) : [path];
      if (!folder) writeExport(path, document(), context.world);
      progress.end();
      told(context, files, redactor);
    });
  });
}

function intoFolder(
  { world }: Context,
  folder: string,
  {
    pages,
    per,
    look,
    force,
  }: {
    readonly pages: Pages;
    readonly per: Per;
    readonly look: Look;
    readonly force: boolean;
  },
): string[] {
  const stray = pages.days.map(String).find((on) => !isDay(on));
  // A day is the name of its file here, and what another program wrote in its place may be a way out of the folder.
  if (stray !== undefined) {
    throw new UserError(
      `The journal has "${stray.slice(0, 40)}" where a day belongs: no file can bear that name.`,
      'praxis doctor tells what another program changed. Nothing was written.',
      EXIT.journal,
    );
  }
  makeFolder(folder);
  clearHalves(folder, world);
  const names = [...new Set(pages.days.map((on) => fileName(on, per)))];
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) refuseForeign(path, MARKDOWN_MARK, force);
  for (const month of pages.months()) {
    const files = per === 'day' ? month.map((page) => [page]) : [month];
    for (const held of files) {
      const [first] = held;
      if (first)
        writeOneOfMany(
          join(folder, fileName(first.on, per)),
          [markdownFile(held, per, look)],
          world,
        );
    }
  }
  syncFolder(folder);
  return paths;
}

function redactedLine({ on, text, codes = [], page }: DayLine, redactor: Redactor): DayLine {
  return {
    on,
    text: redactor.text(text),
    codes: codes.map((code) => redactor.code(code)),
    ...(page === undefined ? {} : { page: redactor.text(page) }),
  };
}

/** What became of the plan of each session: stored with the plan, not with the session. */
function plansBySession(journal: Journal): NonNullable<Look['planOf']> {
  const plans = new Map(
    listIntentions(journal).flatMap(({ sessionId, id, outcome, settledOn }) =>
      sessionId === null ? [] : [[sessionId, { id, outcome, settledOn }] as const],
    ),
  );
  return (sessionId) => plans.get(sessionId);
}

/** The days of a part of the journal, read a month at a time. */
class Pages {
  readonly days: readonly Day[];
  readonly #journal: Journal;
  readonly #part: Part;
  readonly #lines: ReadonlyMap<string, readonly DayLine[]>;
  readonly #ids: ReadonlySet<string> | undefined;

  readonly #redactor: Redactor | undefined;
  /** Told after each month that was read how many days it had. */
  onMonth: (days: number) => void = () => {};

  constructor(journal: Journal, part: Part, redactor?: Redactor) {
    this.#redactor = redactor;
    this.#journal = journal;
    this.#part = part;
    const lines = linesOf(journal, part);
    this.#lines = Map.groupBy(lines, ({ on }) => on.slice(0, 7));
    this.#ids = part.person === undefined ? undefined : new Set(sessionIds(journal.db, part));
    const days = new Set([...sessionDays(journal.db, part), ...lines.map(({ on }) => on)]);
    this.days = [...days].sort();
  }

  *months(): Generator<DayPage[]> {
    const hide = this.#redactor;
    for (const { month, sessions } of this.#sessions()) {
      const lines = this.#lines.get(month) ?? [];
      yield hide
        ? pagesOf(
            sessions.map((session) => hide.session(session)),
            lines.map((line) => redactedLine(line, hide)),
          )
        : pagesOf(sessions, lines);
    }
  }

  *all(): Generator<DayPage> {
    for (const month of this.months()) yield* month;
  }

  *#sessions(): Generator<{ month: string; sessions: Session[] }> {
    const { from = '' as Day, to = LAST_DAY } = this.#part;
    for (const month of new Set(this.days.map((on) => on.slice(0, 7)))) {
      const first = `${month}-01` as Day;
      const last = `${month}-31` as Day;
      const sessions = listSessions(this.#journal, {
        from: [from, first].sort()[1] ?? first,
        to: [to, last].sort()[0] ?? last,
      });
      yield { month, sessions: sessions.filter(({ id }) => this.#ids?.has(id) ?? true) };
      this.onMonth(new Set(sessions.map(({ on }) => on)).size);
    }
  }

  /** What a document of all of it says in front. Reads it once. */
  front(): Front {
    const people = new Set<string>();
    for (const { sessions } of this.#sessions()) {
      for (const code of sessions.flatMap(peopleOf)) people.add(this.#redactor?.code(code) ?? code);
    }
    return {
      title: 'praxis journal',
      from: this.days[0] ?? null,
      to: this.days.at(-1) ?? null,
      people: [...people].sort(),
    };
  }
}
