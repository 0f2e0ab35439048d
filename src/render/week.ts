import { type Day, inShort, inWords } from '../domain/day.ts';
import { type Due, isTalk } from '../domain/due.ts';
import { planInWords } from '../domain/intention.ts';
import { RATIO_ITEMS, type RatioItem } from '../domain/ratio.ts';
import { seriesTitle } from '../domain/series.ts';
import type { Session } from '../domain/session.ts';
import type { Pair, PairCount } from '../domain/tally.ts';
import type { IssuedVerdict } from '../domain/verdict.ts';
import type { WeekSummary } from '../domain/week-summary.ts';
import { WRITTEN_ITEMS } from '../domain/written.ts';
import { dueDocument, dueLine, dueLineWithoutText } from './due.ts';
import { sessionDocument } from './session.ts';
import { counted, INDENT, inColumns, type Style, visibleLine } from './text.ts';
import { shareText } from './today.ts';
import { VERDICT_PHRASES } from './verdict.ts';

/** How much of a journal an answer shows: counts and codes, or the texts too. */
export const SUMMARIES = ['counts', 'full'] as const;
export type Summary = (typeof SUMMARIES)[number];

/** The leader side of each pair, short enough for a line of several. */
export const SIDES: Readonly<Record<Pair, string>> = {
  stance: 'handed back',
  arrival: 'with a proposal',
  questions: 'asked why',
  motion: 'started unprompted',
  routing: 'settled among them',
};

export const RATIO_WORDS: Readonly<Record<RatioItem, string>> = {
  kept: 'promises',
  loops: 'openings met',
  listening: 'playbacks',
  questions: 'open questions',
  badNews: 'early bad news',
};

/** A week as JSON has it. With `counts` no text of the journal is in it, and nobody's name ever. */
export function weekDocument(week: WeekSummary, summary: Summary): Record<string, unknown> {
  const { stored, fourWeeks, trust, people, due, verdict, next } = week;
  return {
    schema: 'praxis.checkin/1',
    week: week.week,
    from: week.from,
    to: week.to,
    stored: stored !== null,
    revision: stored?.revision ?? null,
    counted: week.counted,
    fourWeeks: fourWeeks.map(({ pair, right, all, value, ci95 }) => ({
      pair,
      x: right,
      n: all,
      value,
      ci95,
    })),
    trust,
    people,
    due: due.map((item) => dueDocument(item, summary === 'full')),
    verdict,
    ...(summary === 'full' ? { next } : {}),
  };
}

/** A check-in as JSON has it; with `counts` the texts are left out of its answers. */
export function checkinDocument(session: Session, summary: Summary): Record<string, unknown> {
  const document = sessionDocument(session);
  if (summary === 'full') return document;
  const answers = { ...(document['answers'] as Record<string, unknown>) };
  for (const item of [...WRITTEN_ITEMS, 'intention', 'note']) delete answers[item];
  const { movement } = session.answers;
  if (movement) answers['movement'] = { stage: movement.stage };
  return { ...document, answers };
}

const LABEL = 22;

/** A week on one screen: what was counted, what is due, what comes next. */
export function weekText(week: WeekSummary, summary: Summary, today: Day, style: Style): string {
  const { stored, people, verdict, next } = week;
  const state = stored
    ? `stored, revision ${stored.revision}${stored.late ? ', late: in no index' : ''}`
    : 'not stored';
  const lines = [
    `${INDENT}${style.bold(`Weekly check-in  ${week.week}`)}   ${style.dim(state)}`,
    `${INDENT}${style.dim(`${inWords(week.from, today)} to ${inWords(week.to, today)}`)}`,
    '',
  ];
  const row = (label: string, parts: readonly string[]) => {
    if (parts.length > 0) lines.push(...inColumns(label, LABEL, parts, style.width));
  };
  row(
    'Counted this week',
    week.counted.filter(({ all, warranted }) => all + warranted > 0).map(countText),
  );
  if (lines.length === 3) row('Counted this week', ['nothing yet']);
  row(
    'Your last four weeks',
    week.fourWeeks.map(
      (share) => `${SIDES[share.pair]} ${share.right} of ${share.all}, ${shareText(share)}`,
    ),
  );
  const ratio = (item: RatioItem) => {
    const found = week.trust[item];
    return found && found.n > 0 ? [`${RATIO_WORDS[item]} ${found.x}/${found.n}`] : [];
  };
  row('Trust practice', RATIO_ITEMS.filter((item) => item !== 'badNews').flatMap(ratio));
  row('Candour', ratio('badNews'));
  const talk = ({ person, days, cadence }: { person: string; days: number; cadence: number }) =>
    `${visibleLine(person)} (${counted(days, 'day')}, you wanted ${cadence})`;
  row('People', [
    ...people.drifting.map((each) => `drifting: ${talk(each)}`),
    ...people.due.map((each) => `due: ${talk(each)}`),
    ...(people.leastKnown
      ? [
          `least known: ${visibleLine(people.leastKnown.person)} (${Math.round(people.leastKnown.ac)} %)`,
        ]
      : []),
  ]);
  const say = summary === 'full' ? dueLine : dueLineWithoutText;
  const rest = week.due.filter((item: Due) => !isTalk(item) || item.kind === 'alumni');
  for (const [i, item] of rest.entries()) row(i === 0 ? 'Due' : '', [say(item)]);
  if (verdict) row('Last verdict', [verdictText(verdict, today)]);
  if (next && summary === 'full') row('Next', [visibleLine(planInWords(next))]);
  return lines.join('\n');
}

function countText({ pair, right, all, warranted }: PairCount): string {
  const left = warranted > 0 ? ` (${warranted} that had to be yours left out)` : '';
  return `${SIDES[pair]} ${right} of ${all}${left}`;
}

/** `handed back: no evidence yet (11 points, issued Sun 1 Nov, next Tue 1 Dec)`. */
function verdictText(
  { series, verdict, issuedOn, nextOn, points }: IssuedVerdict,
  today: Day,
): string {
  const stands = points === null ? '' : `${counted(points, 'point')}, `;
  const when = `issued ${inShort(issuedOn, today)}, next ${inShort(nextOn, today)}`;
  return `${visibleLine(seriesTitle(series))}: ${VERDICT_PHRASES[verdict]} (${stands}${when})`;
}
