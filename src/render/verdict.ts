import { type Day, inWords } from '../domain/day.ts';
import { seriesTitle } from '../domain/series.ts';
import type { VerdictReport } from '../domain/verdict.ts';
import { INDENT, padEnd, paragraph, type Style, visibleLine } from './text.ts';
import { type VerdictLimits, verdictSentence } from './trend.ts';

/** What a point of each series is called, where it stands for more than a week. */
const NOUNS: Readonly<Record<string, string>> = { lli: 'four-week block', tpi: 'eight-week block' };

const LABEL = 20;

/** Verdicts in sentences, a series each. */
export function verdictsText(
  reports: readonly VerdictReport[],
  limits: VerdictLimits,
  zone: number,
  today: Day,
  style: Style,
): string {
  return reports
    .map((report) => {
      const label = visibleLine(seriesTitle(report.series));
      const sentence = sentenceOf(report, limits, zone, today);
      const wrapped = paragraph(sentence, style.width, ' '.repeat(INDENT.length + LABEL));
      return INDENT + padEnd(label, LABEL) + wrapped.trimStart();
    })
    .join('\n');
}

/** `Steady: any change is smaller than 10 points a quarter.` */
function sentenceOf(
  report: VerdictReport,
  limits: VerdictLimits,
  zone: number,
  today: Day,
): string {
  const noun = NOUNS[report.series];
  return verdictSentence(report, limits, { zone, today, ...(noun ? { noun } : {}) });
}

/** When these were issued, and when the next may be. */
export function issuedText(issuedOn: Day, nextOn: Day, today: Day): string {
  return `Issued on ${inWords(issuedOn, today)}; the next on ${inWords(nextOn, today)}, and none in between.`;
}
