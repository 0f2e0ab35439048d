import { EXIT, UserError } from '../errors.ts';
import {
  addDays,
  type Day,
  daysBetween,
  firstDayOf,
  inWords,
  isWeek,
  type Week,
  weekOf,
} from './day.ts';

/** Days from a week's Monday to its Friday. */
export const FRIDAY = 4;

/** A week that ended longer ago than this, in days, is remembered rather than counted. */
const LATE_AFTER = 7;

/** The Sunday of a week: what is said of all of it stands there. */
export function lastDayOf(week: Week): Day {
  return addDays(firstDayOf(week), 6);
}

/** True for a week of which a check-in comes so late that it belongs in no index. */
export function isLate(week: Week, today: Day): boolean {
  return daysBetween(lastDayOf(week), today) > LATE_AFTER;
}

/** The last day of a week that has come. */
export function lastDaySoFar(week: Week, today: Day): Day {
  const [day = today] = [lastDayOf(week), today].sort();
  return day;
}

/**
 * Reads what a person writes for a week: `2026-W47`, `this`, `last`.
 * @throws UserError (usage) for anything else, and for a week that has not begun.
 */
export function readWeek(text: string, today: Day): Week {
  const words = text.trim().toLowerCase();
  const named = words.toUpperCase();
  const week =
    words === 'this'
      ? weekOf(today)
      : words === 'last'
        ? weekOf(addDays(today, -7))
        : isWeek(named)
          ? named
          : undefined;
  if (week === undefined) {
    throw new UserError(
      /^\d{4}-w\d{1,2}$/.test(words) ? `There is no week ${named}.` : `"${text}" is not a week.`,
      'A week is 2026-W47, this or last. Nothing was stored.',
      EXIT.usage,
    );
  }
  checkBegun(week, today);
  return week;
}

/** @throws UserError (usage) for a week that lies ahead. */
export function checkBegun(week: Week, today: Day): void {
  const first = firstDayOf(week);
  if (first <= today) return;
  throw new UserError(
    `${week} has not begun: its Monday is ${inWords(first, today)}.`,
    'Choose a week that has, such as --week last. Nothing was stored.',
    EXIT.usage,
  );
}

/** What a check-in asks in words. */
export const WEEKLY_TEXTS = ['choice', 'copied', 'norm', 'improved', 'threatened'] as const;

/** Which questions join the choice, week after week: one subject a week is enough. */
const IN_TURN = [['copied', 'norm'], ['improved'], ['threatened']] as const;

/** What is asked in words in a week, the choice first. */
export function textsOfWeek(week: Week): readonly (typeof WEEKLY_TEXTS)[number][] {
  const weeks = daysBetween('2026-01-05' as Day, firstDayOf(week)) / 7;
  return ['choice', ...(IN_TURN[((weeks % 3) + 3) % 3] ?? IN_TURN[0])];
}
