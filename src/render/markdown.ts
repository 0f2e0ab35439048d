import { type Day, inWords, monthInWords, weekdayOf } from '../domain/day.ts';
import { OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { ENTRY_RATINGS, RATING_TITLES } from '../domain/rating.ts';
import type { Answers, Session } from '../domain/session.ts';
import { CODES, COUNTERS, parseTallyKey } from '../domain/tally.ts';
import { checkinLines, writtenAnswers } from './checkin.ts';
import { onTheWall } from './clock.ts';
import { KIND_WORDS } from './session.ts';

/** How a file is known to be an export of praxis's own. */
export const MARKDOWN_MARK = 'generator: praxis';

export interface MarkdownFile {
  readonly name: string;
  readonly text: string;
}

export type Per = 'day' | 'month';

/** Something of a day that is no entry of its own: a plan made at a command, a talk, an exercise. */
export interface DayLine {
  readonly on: Day;
  readonly text: string;
  /** A text of several lines that stands under it. */
  readonly page?: string;
}

/** One day of the journal. */
interface DayPage {
  readonly on: Day;
  readonly sessions: readonly Session[];
  readonly lines: readonly DayLine[];
}

/** One file a month or a day, the earliest first: front matter, headings by date, tables for counts. */
export function markdownFiles(
  sessions: readonly Session[],
  per: Per,
  lines: readonly DayLine[] = [],
): MarkdownFile[] {
  const files = new Map<string, DayPage[]>();
  for (const page of pages(sessions, lines)) {
    const key = per === 'day' ? page.on : page.on.slice(0, 7);
    files.set(key, [...(files.get(key) ?? []), page]);
  }
  return [...files].map(([key, held]) => ({ name: `${key}.md`, text: file(held, per) }));
}

/** The same as one document. */
export function markdownDocument(
  sessions: readonly Session[],
  lines: readonly DayLine[] = [],
): string {
  const all = pages(sessions, lines);
  const body = all.map((page) => day(page, '##'));
  return `${frontMatter(all, 'praxis journal')}\n# praxis journal\n\n${body.join('\n')}`;
}

function pages(sessions: readonly Session[], lines: readonly DayLine[]): DayPage[] {
  const days = [...new Set([...sessions, ...lines].map(({ on }) => on))].sort();
  const byDay = Map.groupBy(
    [...sessions].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ on }) => on,
  );
  const linesByDay = Map.groupBy(lines, ({ on }) => on);
  return days.map((on) => ({ on, sessions: byDay.get(on) ?? [], lines: linesByDay.get(on) ?? [] }));
}

function file(held: readonly DayPage[], per: Per): string {
  const first = held[0]?.on ?? ('' as Day);
  const title = per === 'day' ? inWords(first, '0000-01-01' as Day) : monthInWords(first);
  const days = held.map((page) => day(page, per === 'day' ? '#' : '##'));
  const heading = per === 'day' ? '' : `# ${title}\n\n`;
  return `${frontMatter(held, title)}\n${heading}${days.join('\n')}`;
}

function frontMatter(held: readonly DayPage[], title: string): string {
  const days = held.map(({ on }) => on);
  const people = [...new Set(held.flatMap(({ sessions }) => sessions.flatMap(peopleOf)))].sort();
  return [
    '---',
    MARKDOWN_MARK,
    `title: ${title}`,
    ...(days.length === 1 ? [`date: ${days[0]}`] : []),
    ...(days.length > 1 ? [`from: ${days[0]}`, `to: ${days.at(-1)}`] : []),
    'tags:',
    '  - praxis',
    ...(people.length > 0 ? ['people:', ...people.map((code) => `  - "${code}"`)] : []),
    '---',
    '',
  ].join('\n');
}

function peopleOf({ person, answers }: Session): string[] {
  return [person, answers.prompt?.person].filter((code) => code != null);
}

function day({ on, sessions, lines }: DayPage, heading: string): string {
  const parts = sessions.map((session) => entry(session, `${heading}#`));
  const list = lines.map(lineOf).join('');
  const blocks = [...parts, ...(list === '' ? [] : [list])];
  return `${heading} ${on} ${weekdayOf(on)}\n\n${blocks.join('\n')}`;
}

function lineOf({ text, page }: DayLine): string {
  const line = `- ${text.replaceAll(/\s*\n\s*/g, ' ')}\n`;
  return page === undefined ? line : `${line}\n${quoted(page).replaceAll(/^/gm, '  ')}\n\n`;
}

function entry(session: Session, heading: string): string {
  const { kind, person, revision, late, startedAt, zone, answers } = session;
  const words = KIND_WORDS[kind];
  const title = `${onTheWall(startedAt, zone).slice(11)} ${words}${person ? `, ${person}` : ''}`;
  const facts = [
    ...(revision > 1 ? [`revision ${revision}`] : []),
    ...(late ? ['counted late: in no index'] : []),
  ];
  const blocks = [
    `${heading} ${title}`,
    ...(facts.length > 0 ? [`*${facts.join(', ')}*`] : []),
    ...holds(answers),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function holds(answers: Answers): string[] {
  const { yesterday, followUp, prompt, note, intention } = answers;
  const ratings = ENTRY_RATINGS.flatMap((item) =>
    answers[item] == null ? [] : [`${RATING_TITLES[item]}: ${answers[item]} of 5`],
  );
  return [
    ...(yesterday ? [`The plan before: ${OUTCOME_WORDS[yesterday]}.`] : []),
    ...tallyTable(answers),
    ...ratings,
    ...checkinLines(answers),
    ...(followUp?.text ? [`**${followUp.question}**`, quoted(followUp.text)] : []),
    ...(prompt
      ? [
          `**${prompt.question}**`,
          ...(prompt.text === null ? ['*skipped*'] : [quoted(prompt.text)]),
        ]
      : []),
    ...writtenAnswers(answers).flatMap(({ question, text }) => [`**${question}**`, quoted(text)]),
    ...(note ? [quoted(note)] : []),
    ...(intention ? [`Next: ${planInWords(intention)}.`] : []),
  ];
}

// The user's own words as a quotation: an open code fence or a heading in them ends with them.
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
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
