import type { BadNews, Opening } from './contact.ts';
import { type Day, firstDayOf, type Week } from './day.ts';
import { onTime, type PromiseMade } from './promise.ts';
import { RATIO_ITEMS, type Ratio, type RatioItem } from './ratio.ts';
import { lastDayOf } from './week.ts';

/** What the journal holds that says something of trust, over some days. */
export interface TrustRecords {
  /** Ratios as check-ins were told them; of late ones none. */
  readonly told: readonly (Ratio & { readonly week: string; readonly item: RatioItem })[];
  readonly promises: readonly Pick<PromiseMade, 'id' | 'by' | 'dueOn' | 'outcome' | 'settledOn'>[];
  readonly talks: readonly {
    readonly on: Day;
    readonly badNews: BadNews | null;
    readonly opening: Opening | null;
  }[];
  /** What exercises recorded. */
  readonly logs: readonly {
    readonly on: Day;
    readonly kind: LoggedKind;
    readonly x: number;
    readonly n: number;
  }[];
}

/** What exercises record that is a ratio of trust. */
export const LOGGED_KINDS = ['loop', 'listening', 'questions'] as const;
export type LoggedKind = (typeof LOGGED_KINDS)[number];

const LOGGED: Readonly<Record<LoggedKind, RatioItem>> = {
  loop: 'loops',
  listening: 'listening',
  questions: 'questions',
};

/** The five ratios of a week, null where there was nothing to count. */
export type TrustRatios = Readonly<Record<RatioItem, Ratio | null>>;

/**
 * The ratios of trust in a week: what its check-in was told stands in the place of the ledger and the logs, item by
 * item. `today` decides which promises have come due.
 */
export function ratiosOf(week: Week, records: TrustRecords, today: Day): TrustRatios {
  const told = records.told.filter((each) => each.week === week);
  const recorded = recordedIn(week, records, today);
  return Object.fromEntries(
    RATIO_ITEMS.map((item) => {
      const said = told.find((each) => each.item === item);
      return [item, said ? { x: said.x, n: said.n } : recorded[item]];
    }),
  ) as TrustRatios;
}

/**
 * What the ledger and the logs alone say of a week. A promise counts in the week in which it came due; an opening counts
 * where it was noted, with a talk or by an exercise.
 */
export function recordedIn(week: Week, records: TrustRecords, today: Day): TrustRatios {
  const [first, last] = [firstDayOf(week), lastDayOf(week)];
  const inWeek = (day: Day) => day >= first && day <= last;
  const sides = new Map<RatioItem, { x: number; n: number }>();
  const add = (item: RatioItem, x: number, n: number) => {
    const so = sides.get(item) ?? { x: 0, n: 0 };
    sides.set(item, { x: so.x + x, n: so.n + n });
  };
  for (const promise of records.promises) {
    if (promise.by !== null || promise.dueOn === null) continue;
    if (!inWeek(promise.dueOn) || promise.dueOn > today) continue;
    const verdict = onTime(promise, today);
    if (verdict !== null) add('kept', verdict ? 1 : 0, 1);
  }
  for (const { badNews, opening } of records.talks.filter((each) => inWeek(each.on))) {
    if (opening !== null) add('loops', opening === 'met' ? 1 : 0, 1);
    if (badNews !== null) add('badNews', badNews === 'early' ? 1 : 0, 1);
  }
  for (const { kind, x, n } of records.logs.filter(({ on }) => inWeek(on))) add(LOGGED[kind], x, n);
  return Object.fromEntries(
    RATIO_ITEMS.map((item) => {
      const found = sides.get(item);
      return [item, found && found.n > 0 ? found : null];
    }),
  ) as TrustRatios;
}
