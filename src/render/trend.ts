import { type Day, dateInWords, firstDayOf, isDay, isWeek } from '../domain/day.ts';
import type { Ends, SeriesTest, SeriesUnit, VerdictReport } from '../domain/verdict.ts';
import { counted, paragraph, type Style, table, visibleLine } from './text.ts';

/** Points that tests and verdicts take, for the sentences that say what is missing. */
export interface VerdictLimits {
  readonly test: number;
  readonly points: number;
  /** Points that a change of `usualChange` points a quarter usually needs. */
  readonly usual: number;
  readonly usualChange: number;
}

/**
 * One sentence for a verdict; `zone` is the change in a quarter that would not matter, `noun` what a point is called
 * where it stands for more than a week.
 */
export function verdictSentence(
  report: VerdictReport,
  limits: VerdictLimits,
  {
    zone,
    today,
    noun,
  }: { readonly zone: number | null; readonly today: Day; readonly noun?: string },
): string {
  const { verdict, n } = report;
  const points = noun ?? pointsWord(report);
  switch (verdict) {
    case 'rising':
    case 'falling': {
      const slope = number(report.slopePer4Weeks ?? 0, { signed: true });
      const word = verdict === 'rising' ? 'Rising' : 'Falling';
      return `${word}: about ${slope} ${monthWord(report)} ${range(report.ci95)} since ${since(report, today)} (${counted(n, points)}).`;
    }
    case 'hint-rising':
    case 'hint-falling':
      return `A hint of ${verdict.slice(5)}; one more month will tell.`;
    case 'steady':
      return zone === null
        ? 'Steady.'
        : `Steady: any change is smaller than ${change(zone, report.unit)} a quarter.`;
    case 'no-variation':
      return `No variation: all ${counted(n, points)} have the same value.`;
    case 'too-few':
      return `Too few to test: ${counted(n, points)}; a test needs ${limits.test}, a verdict ${limits.points}.`;
    case 'no-evidence':
      return noEvidence(report, limits, points, noun !== undefined);
  }
}

function noEvidence(
  { n, unit }: VerdictReport,
  limits: VerdictLimits,
  points: string,
  inBlocks: boolean,
): string {
  const begin = `No evidence yet: ${counted(n, points)}`;
  if (n < limits.points) return `${begin}, a verdict needs ${limits.points}.`;
  if (n >= limits.usual || inBlocks) return `${begin} show no drift, and do not rule one out.`;
  const sought =
    unit === 'points' ? `a change of ${limits.usualChange} points a quarter` : 'a slow change';
  return `${begin}; ${sought} usually needs about ${limits.usual}.`;
}

/** What `series test` shows: the verdict, then what it stands on. */
export function seriesTestText(test: SeriesTest, limits: VerdictLimits, style: Style): string {
  const sentence = verdictSentence({ ...test, ci95: test.ci95Per4Weeks }, limits, {
    zone: test.zone ?? null,
    today: test.issued as Day,
  });
  const rows = [
    ['points', pointsLine(test)],
    ['slope', slopeLine(test)],
    ['drift', driftLine(test)],
    ['p', pLine(test)],
  ].filter((row): row is [string, string] => row[1] !== null);
  return [
    paragraph(style.bold(visibleLine(sentence)), style.width),
    '',
    table(
      rows.map(([name, text]) => [style.dim(name), text]),
      style.width,
    ),
    ...test.notes.slice(test.gaps > 0 ? 1 : 0).map((note) => paragraph(`${note}.`, style.width)),
    '',
    paragraph(
      style.dim('A drift, not its cause. One look at one series: nothing was stored.'),
      style.width,
    ),
  ].join('\n');
}

function pointsLine({ n, window, gaps, notes }: SeriesTest): string {
  const span = window === null || n < 2 ? '' : ` from ${window.from} to ${window.to}`;
  return `${n}${span}${gaps > 0 ? `, ${notes[0]}` : ''}`;
}

function slopeLine({ slope, ci95, window }: SeriesTest): string | null {
  if (slope === null) return null;
  return `${number(slope, { signed: true })} ${unitOfTime(window)}, 95 % ${range(ci95)}`;
}

function driftLine({ S, tauB, V0 }: SeriesTest): string | null {
  if (S === null || V0 === null) return null;
  return `S ${S}, V0 ${number(V0)}${tauB === null ? '' : `, tau-b ${number(tauB)}`}`;
}

function pLine({ pAdjusted, pExact, phi }: SeriesTest): string | null {
  if (pAdjusted === null || pExact === null || phi === null) return null;
  return `${probability(pAdjusted)} allowing for phi ${number(phi)}; ${probability(pExact)} if points were independent`;
}

/** `weekly point`, or `point` where t does not tell weeks. */
function pointsWord({ window }: VerdictReport): string {
  return typeof window?.from === 'string' ? 'weekly point' : 'point';
}

function monthWord({ window }: VerdictReport): string {
  return typeof window?.from === 'string' ? 'a month' : 'in 4 steps';
}

function unitOfTime(window: VerdictReport['window']): string {
  if (typeof window?.from !== 'string') return 'a step';
  return isWeek(window.from) ? 'a week' : 'a day';
}

function since({ window }: VerdictReport, today: Day): string {
  const from = window?.from;
  if (typeof from !== 'string') return `t = ${from ?? 0}`;
  const day = isWeek(from) ? firstDayOf(from) : from;
  // The day alone: which weekday a series began on says nothing.
  return isDay(day) ? dateInWords(day, today) : day;
}

function change(zone: number, unit: SeriesUnit): string {
  const size = number(zone);
  if (unit === 'points') return counted(Number(size), 'point');
  return unit === 'steps' ? `${size} of a step` : size;
}

/** `[+0.4 to +1.9]`, with "open" for an end that the data do not bound. */
function range([lower, upper]: Ends): string {
  const end = (x: number | null) => (x === null ? 'open' : number(x, { signed: true }));
  return `[${end(lower)} to ${end(upper)}]`;
}

/** Two digits that say something; whole numbers stay whole. */
function number(x: number, { signed = false } = {}): string {
  const size = Math.abs(x);
  const rounded = size >= 100 ? Math.round(x) : Number(x.toPrecision(2));
  return signed && rounded > 0 ? `+${rounded}` : String(rounded);
}

function probability(p: number): string {
  return p < 0.0005 ? 'under .001' : p.toFixed(p < 0.1 ? 3 : 2).replace(/^0/, '');
}
