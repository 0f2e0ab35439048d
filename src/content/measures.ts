import type { MeasureText } from '../domain/measure.ts';
import type { SeriesId } from '../domain/series.ts';

/** The thresholds that the texts name, so that none is written twice. */
export interface Limits {
  readonly leading: {
    readonly windowDays: number;
    readonly pair: number;
    readonly pairs: number;
    readonly counts: number;
    readonly sessionDays: number;
    readonly followers: number;
    readonly leaders: number;
    readonly blockWeeks: number;
  };
  readonly trust: {
    readonly windowDays: number;
    readonly ratio: number;
    readonly ratios: number;
    readonly counts: number;
  };
  readonly candour: { readonly windowDays: number; readonly counts: number };
  readonly coverage: { readonly facets: number };
  readonly rare: { readonly windowDays: number };
  readonly plans: { readonly windowDays: number; readonly settled: number };
  readonly challenges: { readonly counts: number };
  readonly density: { readonly windowDays: number };
  readonly weekly: { readonly counts: number; readonly sessionDays: number };
  readonly ratings: { readonly windowDays: number; readonly ratings: number };
}

/** Every measure, in the order of the series. */
export function measureTexts(limits: Limits): readonly MeasureText[] {
  const { leading, trust, candour, coverage, rare, plans, challenges, density, weekly, ratings } =
    limits;
  const weekOfCounts = `a week with ${weekly.counts} counts or more`;
  const weekOfRatings = `the median of a week with ${weekly.sessionDays} session days or more`;
  const pair = (series: SeriesId, right: string, left: string, not: string): MeasureText => ({
    series,
    formula: `${right} / (${right} + ${left}), with a Wilson interval.`,
    window: `${leading.windowDays} days`,
    minimum: `${leading.pair} counts`,
    point: weekOfCounts,
    not,
  });
  const rating = (series: SeriesId, what: string, not: string): MeasureText => ({
    series,
    formula: `The median of your ratings, 1 to 5, of ${what}; with the interval that assumes nothing about how they are spread.`,
    window: `${ratings.windowDays} days`,
    minimum: `${ratings.ratings} ratings`,
    point: series === 'R4' ? 'the rating of a week' : weekOfRatings,
    not,
  });
  const rare12 = `${rare.windowDays / 7} weeks`;
  return [
    {
      series: 'lli',
      formula:
        'The mean of the five shares below it, each with the same weight, times 100. Its interval is put together from theirs (MOVER).',
      window: `${leading.windowDays} days`,
      minimum: `${leading.sessionDays} session days (evenings or counted moments; a check-in is none), what you handed back among at least ${leading.pairs} shares of ${leading.pair} counts, ${leading.counts} counts in all`,
      point: `a block of ${leading.blockWeeks} weeks: single weeks are too thin for it`,
      not: `Not a grade, and more is not always better: emergencies and newcomers need answers. The words change at ${leading.followers} and ${leading.leaders}, which are conventions and no findings.`,
    },
    pair('handed-back', 'handed back', 'answered', 'Answers that had to be yours are left out. It says what you did, and nothing of how good the decisions were.'),
    pair('proposal', 'problems with a proposal', 'bare ones', 'It says how problems arrive, and not whether the proposals were good.'),
    pair('why', 'questions of why, fit, customer or success', 'questions for direction', 'Many questions for direction may mean that the roadmap is unclear, and not that people are.'),
    pair('initiative', 'work that started unprompted', 'work that started on your word', 'It counts what you saw start. What began out of your sight is not in it.'),
    pair('among-themselves', 'matters settled among them', 'those that came through you', 'Few of them may mean that the work is cut so that nobody needs anybody.'),
    rating('R1', 'whose thinking moved the work', 'What one feels and what was counted may part. The gap is worth a thought, and no fault. It is asked every third evening, so eight weeks of it stand beside four of counts. Ratings can also fall because eyes sharpen.'),
    rating('R2', 'how easy it was to leave an answer unsaid', 'Unease is a fact about the day, and no failure.'),
    rating('R3', 'whether you could say what each person is wrestling with', 'It is how close you feel. People known says how much of that they confirmed.'),
    rating('R4', 'who could state the focus if you vanished', 'It is your guess. A blind comparison of aims asks them.'),
    {
      series: 'tpi',
      formula:
        'The mean of those that can be had of four shares: promises kept on time, openings met, playbacks accepted, open questions; times 100, with a MOVER interval.',
      window: `${trust.windowDays / 7} weeks, this one included`,
      minimum: `${trust.ratios} shares with ${trust.ratio} counts each, ${trust.counts} counts in all`,
      point: `a block of ${trust.windowDays / 7} weeks`,
      not: 'Not trust. It is what you did; whether trust came of it shows in candour, if anywhere.',
    },
    {
      series: 'cand',
      formula: 'Bad news that reached you from them first / all bad news, with a Wilson interval.',
      window: `${candour.windowDays / 7} weeks, this one included`,
      minimum: `${candour.counts} pieces of bad news`,
      point: `a block of ${candour.windowDays / 7} weeks`,
      not: 'Little bad news is no sign of candour, and neither of its lack. What never reached you is not in it.',
    },
    {
      series: 'ac',
      formula:
        'Facets that somebody told you or that you watched, and not too long ago / facets that apply; the mean over your people.',
      window: 'today',
      minimum: `1 person with ${coverage.facets} facets that apply`,
      point: 'the end of a week',
      not: 'It says how much was confirmed, and not how well you get on. It has no interval: it counts all facets, not some.',
    },
    {
      series: 'al',
      formula: 'Guesses / all that you believe of how somebody works; the mean over your people.',
      window: 'today',
      minimum: '1 facet known or assumed',
      point: 'the end of a week',
      not: 'A guess is not wrong. It is only not asked yet.',
    },
    {
      series: 'cc',
      formula: 'People with a two-way talk inside the days you wanted / all your people.',
      window: 'today',
      minimum: '1 active person',
      point: 'the end of a week',
      not: 'A talk counts, not its length or depth. A message to everybody is none.',
    },
    {
      series: 'ir',
      formula: 'Unprompted starts / weeks observed, with an exact Poisson interval.',
      window: rare12,
      minimum: '1 week in which something was counted',
      point: 'the count of a week',
      not: 'More people start more. It is comparable only while the team is the same.',
    },
    {
      series: 'chx',
      formula: 'Challenges explored / challenges received, with a Wilson interval.',
      window: rare12,
      minimum: `${challenges.counts} challenges`,
      point: weekOfCounts,
      not: 'Few challenges may mean agreement, or that nobody dares. The share cannot tell.',
    },
    {
      series: 'al3',
      formula: 'Aims that match / aims compared blind, with a Wilson interval.',
      window: rare12,
      minimum: '1 aim compared',
      point: weekOfCounts,
      not: 'The same words can mean different things. Ask what each would do first.',
    },
    {
      series: 'mvw',
      formula: 'Blocks of time on the three most valuable items / blocks counted, with a Wilson interval.',
      window: rare12,
      minimum: '1 block counted',
      point: weekOfCounts,
      not: 'It says where time went. Whether the three were the right ones is yours to ask.',
    },
    {
      series: 'out',
      formula:
        'Commitments that name a result and were proposed by their owner / commitments of which both were said, with a Wilson interval.',
      window: rare12,
      minimum: '1 commitment',
      point: weekOfCounts,
      not: 'It is about how they were agreed, and not about what became of them.',
    },
    {
      series: 'intentions',
      formula:
        'Plans done or partly done / those whose moment came, with a Wilson interval. Plans whose moment never came are left out.',
      window: `${plans.windowDays} days`,
      minimum: `${plans.settled} plans of which something became`,
      point: weekOfCounts,
      not: 'A plan that was skipped is as good a fact as one that was done.',
    },
    {
      series: 'density',
      formula: 'Session days / working days since you began, pauses left out.',
      window: `${density.windowDays} days`,
      minimum: '1 working day',
      point: 'a week',
      not: 'It says how much of the time the other numbers stand for. A missed day is a missed day.',
    },
  ]; // biome-ignore format: one measure a paragraph
}
