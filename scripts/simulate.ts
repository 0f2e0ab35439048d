import { parseArgs } from 'node:util';
import { THRESHOLDS } from '../src/analysis/constants.ts';
import { mannKendall } from '../src/analysis/mann-kendall.ts';
import { trend } from '../src/analysis/trend.ts';
import { type Finding, findingOf, verdict } from '../src/analysis/verdict.ts';
import type { Verdict } from '../src/domain/verdict.ts';

// What the monthly verdict rule does to journals of which the truth is known: noise, and steady rises.
// Journals are made from a fixed seed, so that a run can be told from another only by the rule that it tries.

const { values: given } = parseArgs({
  options: {
    journals: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '20261120' },
  },
});
const journals = Number(given.journals);
if (!Number.isSafeInteger(journals) || journals < 1) throw new Error('--journals takes a number');

/** Weekly standard deviation of the stance share, in points, and weeks of a journal. */
const SD = 13;
const WEEKS = 52;
/** A review comes every month; the first one that may give a verdict is at week 12. */
const EVERY = 52 / 12;

interface Case {
  readonly name: string;
  /** How a trend is called. */
  readonly rule: keyof typeof RULES;
  /** Autocorrelation of the noise, and the rise a quarter in points. */
  readonly phi: number;
  readonly rise: number;
  /** Which share is reported, among the journals: those with a verdict of rising or falling by that week. */
  readonly by: number;
  readonly target: string;
  readonly met: (share: number) => boolean;
}

const atMost = (most: number) => ({
  target: `at most ${most}`,
  met: (share: number) => share <= most,
});
const atLeast = (least: number) => ({
  target: `at least ${least}`,
  met: (share: number) => share >= least,
});
const none = { target: '', met: () => true };

const CASES: readonly Case[] = [
  { rule: 'the rule', name: 'noise', phi: 0, rise: 0, by: WEEKS, ...atMost(0.06) },
  { rule: 'the rule', name: 'noise', phi: 0.2, rise: 0, by: WEEKS, ...atMost(0.12) },
  { rule: 'the rule', name: 'noise', phi: 0.4, rise: 0, by: WEEKS, ...none },
  { rule: 'the rule', name: 'rise', phi: 0.2, rise: 10, by: 26, ...none },
  { rule: 'the rule', name: 'rise', phi: 0.2, rise: 15, by: 26, ...atLeast(0.35) },
  { rule: 'the rule', name: 'rise', phi: 0.2, rise: 20, by: 26, ...none },
  { rule: 'the rule', name: 'rise', phi: 0.2, rise: 15, by: 39, ...none },
  { rule: 'plain test, weekly', name: 'noise', phi: 0, rise: 0, by: WEEKS, ...none },
  { rule: 'plain test, weekly', name: 'noise', phi: 0.2, rise: 0, by: WEEKS, ...none },
];

/** Uniform in 0 to 1, from a seed: mulberry32. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal (Box & Muller 1958). */
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Weekly points of a journal: a line, and AR(1) noise around it that has the SD at every week. */
function journal(random: () => number, { phi, rise }: Case): { t: number; y: number }[] {
  let noise = normal(random);
  return Array.from({ length: WEEKS }, (_, t) => {
    if (t > 0) noise = phi * noise + Math.sqrt(1 - phi * phi) * normal(random);
    return { t, y: 50 + (rise * t) / THRESHOLDS.verdict.quarterWeeks + SD * noise };
  });
}

interface Year {
  /** Week of the first verdict of rising or falling, and whether it was wrong about the direction. */
  readonly called: number | null;
  readonly wrong: boolean;
  readonly verdicts: readonly Verdict[];
}

/** What praxis does not do: a plain test at .05, as soon as there are 12 weeks, looked at every week. */
function weeklyLooks(points: readonly { t: number; y: number }[], rise: number): Year {
  for (let week = THRESHOLDS.verdict.points; week <= points.length; week++) {
    const found = mannKendall(points.slice(0, week).map(({ y }) => y));
    if (found.kind === 'value' && found.pExact <= THRESHOLDS.verdict.twice)
      return { called: week, wrong: rise === 0 || found.s > 0 !== rise > 0, verdicts: [] };
  }
  return { called: null, wrong: false, verdicts: [] };
}

/** The reviews of a year, each knowing only what came before it. */
function reviews(points: readonly { t: number; y: number }[], rise: number): Year {
  let before: Finding | null = null;
  let called: number | null = null;
  let wrong = false;
  const verdicts: Verdict[] = [];
  for (let month = 1; month <= 12; month++) {
    const week = Math.round(month * EVERY);
    const known = points.slice(0, week);
    const found = trend(known);
    const said = verdict({
      trend: found,
      n: known.length,
      before,
      zone: THRESHOLDS.zone.points,
      quarter: THRESHOLDS.verdict.quarterWeeks,
    });
    verdicts.push(said);
    if ((said === 'rising' || said === 'falling') && called === null) {
      called = week;
      wrong = rise === 0 || (said === 'rising') !== rise > 0;
    }
    before = findingOf(found);
  }
  return { called, wrong, verdicts };
}

const RULES = { 'the rule': reviews, 'plain test, weekly': weeklyLooks };

const columns = [
  'rule', 'truth', 'phi', 'points a quarter', 'by week', 'called', 'wrong way', 'steady at the end', 'target', 'met',
]; // biome-ignore format: one row
const rows = CASES.map((each, i) => {
  const random = chance(Number(given.seed) + i);
  const years = Array.from({ length: journals }, () =>
    RULES[each.rule](journal(random, each), each.rise),
  );
  const share = (of: (year: Year) => boolean) => years.filter(of).length / journals;
  const called = share((year) => year.called !== null && year.called <= each.by);
  return [
    each.rule,
    each.name,
    String(each.phi),
    String(each.rise),
    String(each.by),
    called.toFixed(3),
    each.rise === 0 ? '' : share((year) => year.wrong).toFixed(3),
    each.rule === 'the rule' && each.by === WEEKS
      ? share((year) => year.verdicts.at(-1) === 'steady').toFixed(3)
      : '',
    each.target,
    each.target === '' ? '' : each.met(called) ? 'yes' : 'no',
  ];
});
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
console.log(`${journals} journals a row, seed ${given.seed}\n`);
console.log([line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n'));
