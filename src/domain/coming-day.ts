import { EXIT, UserError } from '../errors.ts';
import { addDays, type Day, firstDayOf, isWeek, parseDay } from './day.ts';
import { FRIDAY } from './week.ts';

const HINT = 'A day to come is 2026-12-01, tomorrow, a weekday, in 3 days, in 2 weeks or 2026-W50.';

/**
 * Reads what a person writes for a day that something is due: what `parseDay` reads looking ahead, `in 2 weeks`, and
 * a week, which is due on its Friday. A weekday is the coming one: on a Friday, `friday` is a week away. Today will do.
 * @throws UserError (usage) for what is no day, and for a day that has passed.
 */
export function parseComingDay(text: string, today: Day): Day {
  const day = read(text, today);
  if (day >= today) return day;
  throw new UserError(`${day} has passed.`, HINT, EXIT.usage);
}

function read(text: string, today: Day): Day {
  const words = text.trim().toLowerCase();
  const weeks = /^in (\d{1,3}) weeks?$/.exec(words);
  if (weeks) return addDays(today, 7 * Number(weeks[1]));
  const week = words.toUpperCase();
  if (isWeek(week)) return addDays(firstDayOf(week), FRIDAY);
  try {
    return parseDay(words, today, 'ahead');
  } catch (error) {
    // The same words, with the days that may be named here.
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      /^\d{4}-\d{2}-\d{2}$/.test(words) ? error.message : `"${text}" is not a day to come.`,
      HINT,
      EXIT.usage,
    );
  }
}
