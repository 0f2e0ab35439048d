import type { Day } from '../domain/day.ts';
import { inWords, monthInWords } from '../domain/day.ts';
import type { ReviewPeriod } from '../domain/due-dates.ts';
import type { MonthFigures } from '../domain/month.ts';
import type { PeriodComparison } from '../domain/periods.ts';
import { openParts, REVIEW_PARTS, skippedParts } from '../domain/review.ts';
import type { PartState } from '../domain/review-part.ts';
import type { Answers, Session } from '../domain/session.ts';
import type { VerdictReport } from '../domain/verdict.ts';
import { monthDocument, monthText } from './month.ts';
import { periodsText } from './periods.ts';
import { INDENT, paragraph, type Style } from './text.ts';
import { type VerdictRules, verdictsText } from './verdict.ts';
import type { Summary } from './week.ts';

/** What a review looks at: the figures of the month, or the two periods of the quarter. */
export interface ReviewFacts {
  readonly period: ReviewPeriod;
  readonly on: Day;
  /** The calendar month or quarter that has one review. */
  readonly from: Day;
  readonly to: Day;
  readonly session: { readonly id: string; readonly revision: number } | null;
  readonly states: Readonly<Record<string, PartState>>;
  readonly month: MonthFigures | null;
  readonly quarter: PeriodComparison | null;
  /** The last verdicts as they were issued: none is made by looking. */
  readonly verdicts: readonly { readonly issuedOn: Day; readonly report: VerdictReport }[];
}

/** With `counts` no text of the journal is in it. */
export function reviewDocument(facts: ReviewFacts, summary: Summary): Record<string, unknown> {
  const { period, on, from, to, session, month, quarter, verdicts } = facts;
  return {
    schema: 'praxis.review/1',
    period,
    on,
    from,
    to,
    session: session?.id ?? null,
    revision: session?.revision ?? null,
    parts: partsOf(facts),
    ...(month ? { figures: monthDocument(month, summary) } : {}),
    ...(quarter ? { comparison: comparisonDocument(quarter, summary) } : {}),
    verdicts: verdicts.map(({ report }) => report),
  };
}

function comparisonDocument({ cut, ...rest }: PeriodComparison, summary: Summary) {
  return { ...rest, cut: cut && (summary === 'full' ? cut : { on: cut.on }) };
}

function partsOf({ period, states }: ReviewFacts): Record<string, unknown>[] {
  return REVIEW_PARTS[period].map(({ id, title }) => ({ id, title, state: states[id] ?? 'open' }));
}

/** How far a review has come, in a sentence. */
export function stateText(period: ReviewPeriod, parts: Answers['parts']): string {
  if (openParts(period, parts).length > 0)
    return 'Kept; the verdicts come when their day has come.';
  const skipped = skippedParts(period, parts).length;
  return skipped > 0
    ? `Kept; ${skipped} of ${REVIEW_PARTS[period].length} parts passed over.`
    : 'The review is whole.';
}

/** What a stored review is beside its answers: the parts that were gone through, and the verdicts that it issued. */
export function reviewLines(
  { kind, answers }: Pick<Session, 'kind' | 'answers'>,
  verdicts: readonly VerdictReport[],
  rules: VerdictRules,
  today: Day,
  style: Style,
): string[] {
  const parts = REVIEW_PARTS[kind === 'monthly' ? 'month' : 'quarter'];
  const of = (state: PartState | undefined) =>
    parts.filter(({ id }) => answers.parts?.[id] === state).map(({ title }) => title);
  const line = (what: string, titles: readonly string[]) =>
    titles.length === 0 ? [] : [paragraph(`${what}: ${titles.join('; ')}.`, style.width)];
  return [
    [
      ...line('Gone through', of('done')),
      ...line('Passed over', of('skipped')),
      ...line('Open', of(undefined)),
    ].join('\n'),
    ...(verdicts.length > 0 ? [verdictsText(verdicts, rules, today, style)] : []),
  ];
}

/** The facts of a review, for whoever only looks. `last` is what the last verdicts said. */
export function reviewText(
  facts: ReviewFacts,
  last: string,
  summary: Summary,
  style: Style,
): string {
  const { period, on, month, quarter, session } = facts;
  const title = period === 'month' ? `The month: ${monthInWords(on)}` : `Quarter to ${inWords(on)}`;
  const lines = [
    `${INDENT}${style.bold(title)}   ${style.dim(session ? 'review stored' : 'no review yet')}`,
    '',
  ];
  if (month) lines.push(monthText(month, summary, style));
  if (quarter) lines.push(periodsText(quarter, summary, on, style));
  if (last) lines.push('', last);
  const open = partsOf(facts).filter(({ state }) => state === 'open').length;
  lines.push(
    '',
    style.dim(
      paragraph(
        open === 0
          ? 'Every part was gone through.'
          : `${open} of ${REVIEW_PARTS[period].length} parts are open: praxis review ${period} at a terminal, or --answers FILE.`,
        style.width,
      ),
    ),
  );
  return lines.join('\n');
}
