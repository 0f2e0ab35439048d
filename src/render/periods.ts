import { type Day, inWords } from '../domain/day.ts';
import type { Difference, PeriodComparison, StartsComparison } from '../domain/periods.ts';
import { counted, INDENT, padEnd, paragraph, type Style, visibleLine } from './text.ts';
import { SIDES, type Summary } from './week.ts';

const LABEL = 22;

/** Two periods side by side: what each counted, and how far apart they are. A difference, and not why. */
export function periodsText(
  found: PeriodComparison,
  summary: Summary,
  today: Day,
  style: Style,
): string {
  const { later, earlier, pairs, leading, initiative, fell, cut } = found;
  const lines = [
    paragraph(
      `Now: ${inWords(later.from, today)} to ${inWords(later.to, today)}, ${later.sessionDays} session days. Before: from ${inWords(earlier.from, today)}, ${earlier.sessionDays} session days.`,
      style.width,
    ),
    '',
  ];
  const row = (label: string, text: string) => {
    const wrapped = paragraph(text, style.width, ' '.repeat(INDENT.length + LABEL));
    lines.push(INDENT + padEnd(label, LABEL) + wrapped.trimStart());
  };
  for (const { pair, later: now, earlier: before, difference } of pairs) {
    row(SIDES[pair], `${now.x} of ${now.n} now, ${before.x} of ${before.n} before`);
    row('', differenceText(difference));
  }
  if (pairs.length === 0) row('Nothing counted', 'in either of them');
  row('Leading leaders', differenceText(leading));
  if (initiative.later.starts + initiative.earlier.starts > 0) {
    const side = ({ starts, weeks }: { starts: number; weeks: number }) =>
      `${starts} in ${counted(weeks, 'week')}`;
    row('Unprompted starts', `${side(initiative.later)} now, ${side(initiative.earlier)} before`);
    row('', timesText(initiative));
  }
  const notes = [
    ...(cut
      ? [
          `A break on ${inWords(cut.on, today)}${summary === 'full' ? ` (${visibleLine(cut.reason)})` : ''} lies in it: only what comes after it is compared.`,
        ]
      : []),
    ...(fell ? ['Session days fell by half or more: what was counted may not be the same.'] : []),
  ];
  for (const note of notes) lines.push('', style.amber(paragraph(note, style.width)));
  return lines.join('\n');
}

/** `8 points more [-3, +18]: it may be none at all.` */
function differenceText(difference: Difference): string {
  if (difference.value === null) return `needs ${difference.needs}`;
  const { value, ci95 } = difference;
  const [lower, upper] = ci95;
  const size = Math.abs(Math.round(value));
  const points = `${size} ${size === 1 ? 'point' : 'points'}`;
  const said = size === 0 ? 'no point apart' : `${points} ${value > 0 ? 'more' : 'fewer'}`;
  const range = `[${signed(lower)}, ${signed(upper)}]`;
  const none = lower <= 0 && upper >= 0 ? ': it may be no difference at all' : '';
  return `${said} ${range}${none}`;
}

/** `1.6 times as many a week [0.5, 5.2]: it may be no difference at all`. */
function timesText({ ratio, ci95, needs }: StartsComparison): string {
  if (needs !== null) return `needs ${needs}`;
  const digits = (x: number) => String(Number(x.toPrecision(2)));
  if (ratio === null || ci95 === null) return 'there were none to compare with before';
  const [lower, upper] = ci95;
  const none =
    lower <= 1 && (upper === null || upper >= 1) ? ': it may be no difference at all' : '';
  return `${digits(ratio)} times as many a week [${digits(lower)}, ${upper === null ? 'open' : digits(upper)}]${none}`;
}

function signed(x: number): string {
  const rounded = Math.round(x);
  return rounded > 0 ? `+${rounded}` : String(rounded);
}
