import { type Day, inWords } from '../domain/day.ts';
import { HEADLINE, seriesTitle } from '../domain/series.ts';
import { moves, type SeriesUnit, type Verdict, type VerdictReport } from '../domain/verdict.ts';
import { INDENT, padEnd, paragraph, type Style, visibleLine } from './text.ts';
import { type VerdictLimits, verdictSentence } from './trend.ts';

/** What a point of each series is called, where it stands for more than a week. */
const NOUNS: Readonly<Record<string, string>> = {
  lli: 'four-week block',
  tpi: 'eight-week block',
  cand: 'twelve-week block',
};

/** What a verdict is called where there is no room for its sentence. */
export const VERDICT_PHRASES: Readonly<Record<Verdict, string>> = {
  rising: 'rising',
  falling: 'falling',
  'hint-rising': 'a hint of rising',
  'hint-falling': 'a hint of falling',
  steady: 'steady',
  'no-evidence': 'no evidence yet',
  'no-variation': 'no variation',
  'too-few': 'too few to say',
};

const LABEL = 20;

/** Thresholds of verdicts, and the change that would not matter by the unit of a series. */
export interface VerdictRules {
  readonly verdict: VerdictLimits;
  readonly zone: Readonly<Record<SeriesUnit, number | null>>;
}

/** Verdicts in sentences, a series each. */
export function verdictsText(
  reports: readonly VerdictReport[],
  rules: VerdictRules,
  today: Day,
  style: Style,
): string {
  return reports
    .map((report) => {
      const label = visibleLine(seriesTitle(report.series));
      const sentence = sentenceOf(report, rules, today);
      const wrapped = paragraph(sentence, style.width, ' '.repeat(INDENT.length + LABEL));
      return INDENT + padEnd(label, LABEL) + wrapped.trimStart();
    })
    .join('\n');
}

/** `Steady: any change is smaller than 10 points a quarter.` A move of a series beside the headline ones may be chance. */
export function sentenceOf(report: VerdictReport, rules: VerdictRules, today: Day): string {
  const noun = NOUNS[report.series];
  // Verdicts of an earlier praxis do not say it.
  const zone = report.zone === undefined ? rules.zone[report.unit] : report.zone;
  const sentence = verdictSentence(report, rules.verdict, {
    zone,
    today,
    ...(noun ? { noun } : {}),
  });
  const beside = moves(report.verdict) && !HEADLINE.includes(report.series);
  return beside ? `${sentence} One of several series: it may be chance.` : sentence;
}

/** When these were issued, and when the next may be. */
export function issuedText(issuedOn: Day, nextOn: Day, today: Day): string {
  return `Issued on ${inWords(issuedOn, today)}; the next on ${inWords(nextOn, today)}, and none in between.`;
}
