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
  for (const none of noneText(found)) lines.push('', paragraph(none, style.width));
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

/** `8 points more [-3 to +18]`. */
function differenceText(difference: Difference): string {
  if (difference.value === null) return `needs ${difference.needs}`;
  const { value, ci95 } = difference;
  const [lower, upper] = ci95;
  const size = Math.abs(Math.round(value));
  const points = `${size} ${size === 1 ? 'point' : 'points'}`;
  const said = size === 0 ? 'no point apart' : `${points} ${value > 0 ? 'more' : 'fewer'}`;
  return `${said} [${signed(lower)} to ${signed(upper)}]`;
}

/** `1.6 times as many a week [0.5-5.2]`. */
function timesText({ ratio, ci95, needs }: StartsComparison): string {
  if (needs !== null) return `needs ${needs}`;
  const digits = (x: number) => String(Number(x.toPrecision(2)));
  if (ratio === null || ci95 === null) return 'there were none to compare with before';
  const [lower, upper] = ci95;
  const range = upper === null ? `${digits(lower)} or more` : `${digits(lower)}-${digits(upper)}`;
  return `${digits(ratio)} times as many a week [${range}]`;
}

/** Said once, below all of them, where it holds for one: what a range that reaches over no difference means. */
function noneText({ pairs, leading, initiative }: PeriodComparison): string[] {
  const differences = [...pairs.map(({ difference }) => difference), leading];
  const points = differences.some(
    (each) => each.value !== null && each.ci95[0] <= 0 && each.ci95[1] >= 0,
  );
  const { ratio, ci95 } = initiative;
  const times =
    ratio !== null && ci95 !== null && ci95[0] <= 1 && (ci95[1] === null || ci95[1] >= 1);
  if (!points && !times) return [];
  const none = points && times ? '0 (of times: 1)' : points ? '0' : '1';
  return [`Where ${none} lies within the range, it may be no difference at all.`];
}

function signed(x: number): string {
  const rounded = Math.round(x);
  return rounded > 0 ? `+${rounded}` : String(rounded);
}
