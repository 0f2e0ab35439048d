import { type Day, inWords, monthInWords, weekdayOf } from '../domain/day.ts';
import { OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import type { DailyAnswers, Session } from '../domain/session.ts';
import { CODES, COUNTERS, parseTallyKey } from '../domain/tally.ts';
import { onTheWall } from './clock.ts';
import { KIND_WORDS } from './session.ts';

/** How a file is known to be an export of praxis's own. */
export const MARKDOWN_MARK = 'generator: praxis';

export interface MarkdownFile {
  readonly name: string;
  readonly text: string;
}

export type Per = 'day' | 'month';

/** One file a month or a day, the earliest first: front matter, headings by date, tables for counts. */
export function markdownFiles(sessions: readonly Session[], per: Per): MarkdownFile[] {
  return [...groups(sessions, per)].map(([key, held]) => ({
    name: `${key}.md`,
    text: file(held, per),
  }));
}

/** The same as one document. */
export function markdownDocument(sessions: readonly Session[]): string {
  const body = [...groups(sessions, 'day')].map(([, held]) => day(held, '##'));
  return `${frontMatter(sessions, 'praxis journal')}\n# praxis journal\n\n${body.join('\n')}`;
}

function groups(sessions: readonly Session[], per: Per): Map<string, Session[]> {
  const ordered = [...sessions].sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1));
  const found = new Map<string, Session[]>();
  for (const session of ordered) {
    const key = per === 'day' ? session.on : session.on.slice(0, 7);
    const group = found.get(key);
    if (group) group.push(session);
    else found.set(key, [session]);
  }
  return found;
}

function file(sessions: readonly Session[], per: Per): string {
  const first = sessions[0]?.on ?? ('' as Day);
  const title = per === 'day' ? inWords(first, '0000-01-01' as Day) : monthInWords(first);
  const days = [...groups(sessions, 'day')].map(([, held]) =>
    day(held, per === 'day' ? '#' : '##'),
  );
  const heading = per === 'day' ? '' : `# ${title}\n\n`;
  return `${frontMatter(sessions, title)}\n${heading}${days.join('\n')}`;
}

function frontMatter(sessions: readonly Session[], title: string): string {
  const days = [...new Set(sessions.map(({ on }) => on))].sort();
  const people = [...new Set(sessions.flatMap((session) => peopleOf(session)))].sort();
  return [
    '---',
    MARKDOWN_MARK,
    `title: ${title}`,
    ...(days.length === 1 ? [`date: ${days[0]}`] : []),
    ...(days.length > 1 ? [`from: ${days[0]}`, `to: ${days.at(-1)}`] : []),
    'tags:',
    '  - praxis',
    ...(people.length > 0 ? ['people:', ...people.map((code) => `  - ${code}`)] : []),
    '---',
    '',
  ].join('\n');
}

function peopleOf({ person, answers }: Session): string[] {
  return [person, answers.prompt?.person].filter((code) => code != null);
}

function day(sessions: readonly Session[], heading: string): string {
  const on = sessions[0]?.on ?? ('' as Day);
  const parts = sessions.map((session) => entry(session, `${heading}#`));
  return `${heading} ${on} ${weekdayOf(on)}\n\n${parts.join('\n')}`;
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

function holds(answers: DailyAnswers): string[] {
  const { yesterday, prompt, note, intention } = answers;
  const ratings = (['R1', 'R2', 'R3'] as const).flatMap((item) =>
    answers[item] == null ? [] : [`${RATING_TITLES[item]}: ${answers[item]} of 5`],
  );
  return [
    ...(yesterday ? [`The plan before: ${OUTCOME_WORDS[yesterday]}.`] : []),
    ...tallyTable(answers),
    ...ratings,
    ...(prompt
      ? [`**${prompt.question}**`, ...(prompt.text === null ? ['*skipped*'] : [prompt.text])]
      : []),
    ...(note ? [note] : []),
    ...(intention ? [`Next: ${planInWords(intention)}.`] : []),
  ];
}

const RATING_TITLES = { R1: 'Stance felt', R2: 'Ease', R3: 'Closeness' } as const;

function tallyTable({ tallies = {} }: DailyAnswers): string[] {
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
