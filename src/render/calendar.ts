import type { Calendar, CalendarDay } from '../domain/calendar.ts';
import { addDays, type Day, daysBetween, weekdayOf, weekOf } from '../domain/day.ts';
import { pauseOn } from '../domain/pause.ts';
import { isFreeDay } from '../domain/working-days.ts';
import { practisedText } from './measure.ts';
import { INDENT, inColumns, padEnd, type Style } from './text.ts';
import { axisText } from './time-axis.ts';

/** What stands for a day. */
const UNICODE = { session: '■', moment: '▪', review: '□', none: '·', pause: '-' } as const;
const ASCII = { session: '#', moment: '+', review: 'o', none: '.', pause: '-' } as const;
type Marks = Readonly<Record<keyof typeof UNICODE, string>>;

/** Columns of the weekdays, and of a week. */
const LABEL = 5;
const WEEK = 2;
/** `Nov 2026`. */
const MONTH = 8;

/** Weeks that fit a width; a year is enough to see. */
export function weeksThatFit({ columns }: Pick<Style, 'columns'>): number {
  return Math.max(1, Math.min(53, Math.floor((columns - INDENT.length - LABEL) / WEEK)));
}

export function calendarDocument(calendar: Calendar): Record<string, unknown> {
  return { schema: 'praxis.calendar/1', ...calendar };
}

/** Days of practice, a column a week. Every day looks alike, however much was written on it. */
export function calendarText(calendar: Calendar, style: Style): string {
  if (calendar.days.length === 0 && calendar.practice.workingDays === 0) {
    return `${INDENT}No day of practice yet. praxis reflect makes the first.`;
  }
  const marks = style.unicode ? UNICODE : ASCII;
  const { from, to, practice, pauses } = calendar;
  const weeks = Math.floor(daysBetween(from, to) / 7) + 1;
  const inset = INDENT + ' '.repeat(LABEL);
  const rows = Array.from({ length: 7 }, (_, weekday) => {
    const name = weekdayOf(addDays(from, weekday)).slice(0, 3);
    const cells = Array.from({ length: weeks }, (_unused, week) =>
      padEnd(markOf(addDays(from, 7 * week + weekday), calendar, marks), WEEK),
    );
    return `${INDENT}${style.dim(padEnd(name, LABEL))}${cells.join('')}`.trimEnd();
  });
  const legend = [
    `${marks.session} session`,
    `${marks.moment} counted moment`,
    ...(calendar.days.some(isReview) ? [`${marks.review} check-in or review alone`] : []),
    `${marks.none} none`,
    ...(pauses.length > 0 ? [`${marks.pause} pause`] : []),
  ];
  return [
    // A calendar of few weeks has room beside it for the name of its month.
    `${inset}${axisText(weekOf(from), weeks, Math.max(MONTH, WEEK * weeks))}`.trimEnd(),
    ...rows,
    '',
    ...inColumns('', 0, legend, style.width),
    `${INDENT}Practised ${practisedText(practice.days, practice.workingDays)}.`,
  ].join('\n');
}

function isReview({ session, review, moments }: CalendarDay): boolean {
  return review && !session && moments === 0;
}

function markOf(on: Day, { to, days, pauses }: Calendar, marks: Marks): string {
  if (on > to) return '';
  const day = days.find((each) => each.on === on);
  if (day) return isReview(day) ? marks.review : day.session ? marks.session : marks.moment;
  if (pauseOn(pauses, on)) return marks.pause;
  // A free day that was free is nothing missed.
  return isFreeDay(on) ? '' : marks.none;
}
