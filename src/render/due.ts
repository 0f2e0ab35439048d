import { addDays, type Day, daysBetween, inShort, weekdayOf } from '../domain/day.ts';
import type { Due, DuePromise, DueTalk } from '../domain/due.ts';
import { counted, visibleLine } from './text.ts';

/** Something due in one line, free text included: for the person at the terminal. */
export function dueLine(item: Due): string {
  switch (item.kind) {
    case 'person':
      return talkLine(item);
    case 'alumni':
      return `${talkLine(item)}, who left`;
    case 'promise':
      return promiseLine(item);
    case 'follow-up':
      return `${item.exercise} ${visibleLine(item.question)}`;
    case 'look-back':
      return `look back on: ${visibleLine(item.question)}`;
  }
}

/** `due today`, `due Friday`, `due since Monday`: a day that something is due, from a day on. */
export function whenDue(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  const away = Math.abs(days);
  if (days === 0) return 'due today';
  const named = away < 7 ? weekdayOf(day) : inShort(day, today);
  if (days > 0) return days === 1 ? 'due tomorrow' : `due ${named}`;
  return days === -1 ? 'due since yesterday' : `due since ${named}`;
}

function promiseLine({ by, to, text, on, days }: DuePromise): string {
  const who = by === null ? `promise${to === null ? '' : ` to ${to}`}` : `${by} promised`;
  return visibleLine(`${who}: ${text}, ${whenDue(on, addDays(on, days))}`);
}

function talkLine({ person, days, cadence, lastContact }: DueTalk): string {
  const long = counted(days, 'day');
  const since = lastContact ? `last talked ${long} ago` : `no talk noted in ${long}`;
  return `${visibleLine(person)}: ${since}, you wanted ${cadence}`;
}
