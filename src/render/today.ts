import { type Day, dateInWords, inWords } from '../domain/day.ts';
import type { Due, DueTalk } from '../domain/due.ts';
import type { Logged, Share } from '../domain/facts.ts';
import { type Intention, planInWords } from '../domain/intention.ts';
import type { Pause } from '../domain/pause.ts';
import { seriesTitle } from '../domain/series.ts';
import { COUNTERS } from '../domain/tally.ts';
import type { TodayTrend } from '../domain/verdict.ts';
import { dueLine } from './due.ts';
import { pauseText } from './pause.ts';
import { counted, INDENT, padEnd, paragraph, type Style, visibleLine } from './text.ts';
import { VERDICT_PHRASES } from './verdict.ts';

/** What a day holds. */
export interface Today {
  readonly on: Day;
  /** The pause it lies in, or null. */
  readonly pause: Pause | null;
  /** The open if-thens of the last day that had any, the latest first. */
  readonly plans: readonly Intention[];
  readonly logged: readonly Logged[];
  /** All that is due, in the order it is told. */
  readonly due: readonly Due[];
  /** Handed back over four weeks, or null when nothing was counted. */
  readonly stance: Share | null;
  readonly trend: TodayTrend | null;
  readonly reflected: boolean;
  /** Unfinished sessions, by the day they are about. */
  readonly unfinished: readonly { readonly on: Day; readonly kind: keyof typeof HELD_BY }[];
  /** Nothing was ever written. */
  readonly empty: boolean;
}

export function todayDocument(today: Today): Record<string, unknown> {
  const { on, pause, plans, logged, due, stance, trend, reflected, unfinished } = today;
  const plan = plans[0] ?? null;
  return {
    schema: 'praxis.today/1',
    on,
    pause,
    intention: plan && { id: plan.id, madeOn: plan.madeOn, if: plan.if, then: plan.then },
    logged,
    due,
    handedBack: stance && {
      x: stance.right,
      n: stance.all,
      value: stance.value,
      ci95: stance.ci95,
    },
    trend,
    reflected,
    unfinished: unfinished.map((each) => each.on),
  };
}

/** The command that goes on with an unfinished session. */
const HELD_BY = {
  daily: 'praxis reflect',
  weekly: 'praxis checkin',
  monthly: 'praxis review month',
  quarterly: 'praxis review quarter',
} as const;

const LABEL = 12;

/** More than this is no longer read at a glance. */
const MOST_DUE = 7;
const MOST_PLANS = 3;

export function todayText(today: Today, style: Style): string {
  const { on, pause, plans, logged, due, stance, trend, reflected, unfinished, empty } = today;
  const lines: string[] = [`${INDENT}${style.bold(inWords(on))}`, ''];
  if (pause) lines.push(paragraph(pauseText(pause, on), style.width), '');
  const row = (label: string, text: string) => {
    const wrapped = paragraph(text, style.width, ' '.repeat(INDENT.length + LABEL));
    lines.push(INDENT + padEnd(label, LABEL) + wrapped.trimStart());
  };
  if (empty) {
    lines.push(
      paragraph(
        'Nothing is written yet. praxis reflect takes three minutes this evening; praxis tally handed-back counts a moment as it happens.',
        style.width,
      ),
    );
    return lines.join('\n');
  }
  for (const [i, plan] of plans.slice(0, MOST_PLANS).entries()) {
    const when = plan.madeOn === on ? 'Tomorrow' : 'Tonight';
    row(i === 0 ? when : '', visibleLine(planInWords(plan)));
  }
  if (plans.length > MOST_PLANS)
    row('', `and ${plans.length - MOST_PLANS} more: praxis intentions`);
  if (logged.length > 0) row('Logged', logged.map(loggedText).join(', '));
  for (const [i, item] of due.slice(0, MOST_DUE).entries())
    row(i === 0 ? 'Due' : '', style.amber(dueLine(item)));
  if (due.length > MOST_DUE) row('', `and ${due.length - MOST_DUE} more: praxis due`);
  for (const each of unfinished)
    row('Unfinished', `${inWords(each.on, on)}: ${HELD_BY[each.kind]} goes on from there`);
  if (stance) {
    row(
      'Counted',
      `handed back ${stance.right} of ${stance.all} in four weeks   ${shareText(stance)}`,
    );
  }
  if (trend) row('Trend', trendText(trend, on));
  if (lines.length === 2 && !pause) lines.push(`${INDENT}Nothing is due.`);
  const someone = due.find((item): item is DueTalk => item.kind === 'person')?.person;
  const tally = `praxis tally handed-back${someone === undefined ? '' : ` @${visibleLine(someone)}`}`;
  const next = reflected ? 'praxis list' : 'praxis reflect';
  lines.push('', style.dim(paragraph(`${next} · ${tally} · praxis why`, style.width)));
  return lines.join('\n');
}

/** `handed back: a hint of rising, said on 1 November`; without a verdict, how far it is to the first one. */
function trendText(trend: TodayTrend, on: Day): string {
  const title = visibleLine(seriesTitle(trend.series));
  if (trend.verdict === null) {
    const points = counted(trend.points, 'weekly point');
    return trend.needs > 0
      ? `${title}: no evidence yet, ${points}; a verdict needs ${trend.points + trend.needs}`
      : `${title}: ${points}; praxis review month says what they show`;
  }
  const points = /evidence|few/.test(trend.verdict)
    ? ` (${counted(trend.points, 'weekly point')})`
    : '';
  return `${title}: ${VERDICT_PHRASES[trend.verdict]}${points}, as of ${dateInWords(trend.issuedOn, on)}`;
}

/** `51 % [39-63]`. */
export function shareText({ value, ci95: [lower, upper] }: Share): string {
  const percent = (share: number) => Math.round(100 * share);
  return `${percent(value)} % [${percent(lower)}-${percent(upper)}]`;
}

function loggedText({ code, subtype, warranted, person, n }: Logged): string {
  const kind = `${subtype ? `, ${subtype}` : ''}${warranted ? ', it had to be you' : ''}`;
  const words = COUNTERS[code].label.replace(/^you /, '');
  return visibleLine(`${n} ${words}${kind}${person ? ` (${person})` : ''}`);
}
