import { RATING_VERSIONS } from '../content/ratings.ts';
import { addDays, type Day, weekOf } from '../domain/day.ts';
import type { Counted } from '../domain/facts.ts';
import type { EntryRating } from '../domain/rating.ts';
import type { Pair, PairCount } from '../domain/tally.ts';
import { ratiosOf, type TrustRatios } from '../domain/trust.ts';
import { lastDayOf } from '../domain/week.ts';
import { pairCountsByDay, ratingsByDay } from '../store/by-day.ts';
import type { Journal } from '../store/journal.ts';
import { practisedDays } from '../store/practice.ts';
import { trustRecords } from '../store/trust.ts';
import { dayNumber } from './days.ts';
import type { LeadingDay } from './index-parts.ts';

/** What one day brought to a share. */
export interface NumberedShare extends Counted {
  readonly day: number;
}

export function numbered(days: readonly (Counted & { readonly on: Day })[]): NumberedShare[] {
  return days.map(({ on, x, n }) => ({ day: dayNumber(on), x, n }));
}

/** The days of a journal that series are made of, from one to another; each reading is made once, when it is needed. */
export class SeriesDays {
  readonly journal: Journal;
  readonly from: Day;
  readonly to: Day;
  #counts: readonly { readonly on: Day; readonly counts: PairCount[] }[] | undefined;
  #practised: readonly Day[] | undefined;
  #trust: readonly { readonly day: number; readonly ratios: TrustRatios }[] | undefined;

  constructor(journal: Journal, from: Day, to: Day) {
    this.journal = journal;
    this.from = from;
    this.to = to;
  }

  get counts(): readonly { readonly on: Day; readonly counts: PairCount[] }[] {
    this.#counts ??= pairCountsByDay(this.journal, this.from, this.to, weekOf(this.to));
    return this.#counts;
  }

  get practised(): readonly Day[] {
    this.#practised ??= practisedDays(this.journal, this.from, this.to);
    return this.#practised;
  }

  /** The leader side of a pair, on each day that it was counted. */
  pair(name: Pair): NumberedShare[] {
    return this.counts.flatMap(({ on, counts }) => {
      const found = counts.find(({ pair }) => pair === name);
      return found ? [{ day: dayNumber(on), x: found.right, n: found.all }] : [];
    });
  }

  /** Every day on which something was counted or one practised. */
  get leading(): LeadingDay[] {
    const counted = new Map(this.counts.map(({ on, counts }) => [on, counts]));
    const practised = new Set(this.practised);
    return [...new Set([...counted.keys(), ...practised])].map((on) => ({
      day: dayNumber(on),
      counts: counted.get(on) ?? [],
      practised: practised.has(on),
    }));
  }

  /** Session days with their ratings of an item, in the wording of today; of what is asked once a week, the days it was. */
  ratings(item: EntryRating): { readonly day: number; readonly values: readonly number[] }[] {
    const until = item === 'R4' ? lastDayOf(weekOf(this.to)) : this.to;
    const given = ratingsByDay(this.journal, item, RATING_VERSIONS[item], this.from, until);
    const byDay = Map.groupBy(given, ({ on }) => on);
    const days = new Set(item === 'R4' ? byDay.keys() : [...this.practised, ...byDay.keys()]);
    return [...days].sort().map((on) => ({
      day: dayNumber(on),
      values: (byDay.get(on) ?? []).map(({ value }) => value),
    }));
  }

  /** The ratios of trust, week by week, each on its Monday. */
  get trust(): readonly { readonly day: number; readonly ratios: TrustRatios }[] {
    if (this.#trust === undefined) {
      const records = trustRecords(this.journal, this.from, lastDayOf(weekOf(this.to)));
      this.#trust = this.mondays.map((monday) => ({
        day: dayNumber(monday),
        ratios: ratiosOf(weekOf(monday), records, this.to),
      }));
    }
    return this.#trust;
  }

  /** The Sundays of the weeks that are over. */
  get sundays(): Day[] {
    return this.mondays
      .map((monday) => lastDayOf(weekOf(monday)))
      .filter((sunday) => sunday <= this.to);
  }

  /** The Mondays of all weeks, the first and the last also where only a part of them lies in the days. */
  get mondays(): Day[] {
    const mondays: Day[] = [];
    const first = addDays(this.from, -((dayNumber(this.from) + 3) % 7));
    for (let day = first; day <= this.to; day = addDays(day, 7)) mondays.push(day);
    return mondays;
  }
}
