import { type Day, inWords, monthInWords, weekdayOf } from '../domain/day.ts';
import { OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { ENTRY_RATINGS, RATING_TITLES } from '../domain/rating.ts';
import type { Answers, Session } from '../domain/session.ts';
import { CODES, COUNTERS, parseTallyKey } from '../domain/tally.ts';
import { checkinLines, writtenAnswers } from './checkin.ts';
import { onTheWall } from './clock.ts';
import { dataComment, type PlanFacts, sessionData } from './markdown-data.ts';
import { KIND_WORDS } from './session.ts';

/** How a file is known to be an export of praxis's own. */
export const MARKDOWN_MARK = 'generator: praxis';

export type Per = 'day' | 'month';

/** Something of a day that is no entry of its own: a plan made at a command, a talk, an exercise. */
export interface DayLine {
  readonly on: Day;
  readonly text: string;
  /** Codes of the people that it names. */
  readonly codes?: readonly string[];
  /** What lets it come back, where it can. */
  readonly data?: object;
  /** A text of several lines that stands under it. */
  readonly page?: string;
}

/** One day of the journal, its entries in the order in which they came. */
export interface DayPage {
  readonly on: Day;
  readonly sessions: readonly Session[];
  readonly lines: readonly DayLine[];
}

/** How an export is to look. */
export interface Look {
  /** People as links of a wiki: `[[lee]]`. */
  readonly links: boolean;
  /** A comment behind each entry, so that it can come back; none in what was redacted. */
  readonly data: boolean;
  /** The plan made in a session. */
  readonly planOf?: (sessionId: string) => PlanFacts | undefined;
}

export const PLAIN_LOOK: Look = { links: false, data: true };

/** What the front matter of a file says. */
export interface Front {
  readonly title: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly people: readonly string[];
}

/** The name of the file that a day belongs to. */
export function fileName(on: Day, per: Per): string {
  return `${per === 'day' ? on : on.slice(0, 7)}.md`;
}

/** One file of a month or a day, the earliest day first: front matter, headings by date, tables for counts. */
export function markdownFile(pages: readonly DayPage[], per: Per, look: Look): string {
  const first = pages[0]?.on ?? ('' as Day);
  const title = per === 'day' ? inWords(first, '0000-01-01' as Day) : monthInWords(first);
  const people = [...new Set(pages.flatMap(({ sessions }) => sessions.flatMap(peopleOf)))].sort();
  const front = { title, from: first, to: pages.at(-1)?.on ?? first, people };
  const days = pages.map((page) => day(page, per === 'day' ? '#' : '##', look));
  const heading = per === 'day' ? '' : `# ${title}\n\n`;
  return `${frontMatter(front, look)}\n${heading}${days.join('\n')}`;
}

/** The same as one document, piece by piece: a journal of any length takes the memory of one of its days. */
export function* markdownPieces(
  front: Front,
  pages: Iterable<DayPage>,
  look: Look,
): Generator<string> {
  yield `${frontMatter(front, look)}\n# ${front.title}\n\n`;
  let first = true;
  for (const page of pages) {
    yield `${first ? '' : '\n'}${day(page, '##', look)}`;
    first = false;
  }
}

/** Entries and lines by day, the earliest first. */
export function pagesOf(sessions: readonly Session[], lines: readonly DayLine[] = []): DayPage[] {
  const days = [...new Set([...sessions, ...lines].map(({ on }) => on))].sort();
  const byDay = Map.groupBy(
    [...sessions].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ on }) => on,
  );
  const linesByDay = Map.groupBy(lines, ({ on }) => on);
  return days.map((on) => ({ on, sessions: byDay.get(on) ?? [], lines: linesByDay.get(on) ?? [] }));
}

function frontMatter({ title, from, to, people }: Front, { links }: Look): string {
  const named = people.map((code) => `  - "${links ? `[[${code}]]` : code}"`);
  return [
    '---',
    MARKDOWN_MARK,
    `title: ${title}`,
    ...(from !== null && from === to ? [`date: ${from}`] : []),
    ...(from !== null && from !== to ? [`from: ${from}`, `to: ${to}`] : []),
    'tags:',
    '  - praxis',
    ...(named.length > 0 ? ['people:', ...named] : []),
    '---',
    '',
  ].join('\n');
}

/** Codes of the people that an entry is about. */
export function peopleOf({ person, answers }: Session): string[] {
  const { prompt, contacts, R5, leads } = answers;
  const all = [person, prompt?.person, ...(contacts ?? []), ...Object.keys({ ...R5, ...leads })];
  return [...new Set(all.filter((code) => code != null))];
}

function day({ on, sessions, lines }: DayPage, heading: string, look: Look): string {
  const parts = sessions.map((session) => {
    const plan = session.answers.intention ? look.planOf?.(session.id) : undefined;
    const data = look.data ? `\n${dataComment(sessionData(session, plan))}\n` : '';
    return entry(session, `${heading}#`, look) + data;
  });
  const list = lines.map((line) => lineOf(line, look)).join('');
  const blocks = [...parts, ...(list === '' ? [] : [list])];
  return `${heading} ${on} ${weekdayOf(on)}\n\n${blocks.join('\n')}`;
}

function lineOf({ text, codes = [], page, data }: DayLine, look: Look): string {
  const shown = look.links ? linked(oneLine(text), codes) : oneLine(text);
  // What somebody wrote may look like such a comment; on a line that has none it would be taken for one.
  const plain = shown.replaceAll('<!--', '&lt;!--');
  const line = `- ${look.data && data ? `${shown} ${dataComment(data)}` : plain}\n`;
  return page === undefined ? line : `${line}\n${quoted(page, '  > ')}\n\n`;
}

// Each line says whom it is about before what was written about them, which begins behind a colon.
function linked(line: string, codes: readonly string[]): string {
  const end = line.indexOf(': ');
  const head = end < 0 ? line : line.slice(0, end);
  const places = codes.reduce(
    (words, code) =>
      words.replace(
        new RegExp(`(?<![\\p{L}\\p{N}\\p{M}_[-])${code}(?![\\p{L}\\p{N}\\p{M}_\\]-])`, 'u'),
        `[[${code}]]`,
      ),
    head,
  );
  return places + line.slice(head.length);
}

/** One entry as it stands in an export, without its comment. */
export function entry(session: Session, heading: string, { links }: Pick<Look, 'links'>): string {
  const { kind, person, revision, late, startedAt, zone, answers, starred, tags } = session;
  const words = KIND_WORDS[kind];
  const whom = person && (links ? `[[${person}]]` : person);
  const title = `${onTheWall(startedAt, zone).slice(11)} ${words}${whom ? `, ${whom}` : ''}`;
  const facts = [
    ...(starred ? ['starred'] : []),
    ...(revision > 1 ? [`revision ${revision}`] : []),
    ...(late ? ['counted late: in no index'] : []),
  ];
  const blocks = [
    `${heading} ${title}`,
    ...(facts.length > 0 ? [`*${facts.join(', ')}*`] : []),
    ...holds(answers, links),
    ...(tags ? [`Tags: ${tags.map(oneLine).join(', ')}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Only quotations run over several lines: nothing else that somebody wrote may begin a line. */
export function oneLine(text: string): string {
  return text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
    : text;
}

function holds(answers: Answers, links: boolean): string[] {
  const { yesterday, followUp, prompt, note, intention } = answers;
  const ratings = ENTRY_RATINGS.flatMap((item) =>
    answers[item] == null ? [] : [`${RATING_TITLES[item]}: ${answers[item]} of 5`],
  );
  return [
    ...(yesterday ? [`The plan before: ${OUTCOME_WORDS[yesterday]}.`] : []),
    ...tallyTable(answers),
    ...ratings,
    ...checkinLines(answers, links ? (code) => `[[${code}]]` : undefined),
    ...(followUp?.text != null ? [`**${oneLine(followUp.question)}**`, quoted(followUp.text)] : []),
    ...(prompt
      ? [
          `**${oneLine(prompt.question)}**`,
          ...(prompt.text === null ? ['*skipped*'] : [quoted(prompt.text)]),
        ]
      : []),
    ...writtenAnswers(answers).flatMap(({ question, text }) => [`**${question}**`, quoted(text)]),
    ...(note != null ? [quoted(note)] : []),
    ...(intention ? [`Next: ${oneLine(planInWords(intention))}.`] : []),
  ];
}

// The user's own words as a quotation: an open code fence or a heading in them ends with them.
function quoted(text: string, mark = '> '): string {
  return text
    .split('\n')
    .map((line) => mark + line)
    .join('\n');
}

function tallyTable({ tallies = {} }: Answers): string[] {
  const order = (key: string) => CODES.indexOf(parseTallyKey(key)?.code ?? 'a');
  const rows = Object.entries(tallies)
    .filter(([, n]) => n !== null)
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([key, n]) => {
      const parsed = parseTallyKey(key);
      const label = parsed ? COUNTERS[parsed.code].label : key;
      const kind = parsed?.warranted
        ? ', it had to be you'
        : parsed?.subtype
          ? `, ${parsed.subtype}`
          : '';
      return `| ${label}${kind} | ${n} |`;
    });
  return rows.length === 0 ? [] : [['| counted | n |', '| --- | ---: |', ...rows].join('\n')];
}
