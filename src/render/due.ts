import { addDays, type Day, daysBetween, inShort, weekdayOf } from '../domain/day.ts';
import type { Due, DuePromise, DueScene, DueTalk } from '../domain/due.ts';
import type { DueCheckin, DueReview, DueVerdict } from '../domain/due-dates.ts';
import type { Pause } from '../domain/pause.ts';
import { seriesTitle } from '../domain/series.ts';
import { pauseText } from './pause.ts';
import { counted, INDENT, padEnd, paragraph, type Style, visibleLine } from './text.ts';

/** All that is due, a line each; `full` shows the journal's texts. */
export function dueText(
  items: readonly Due[],
  pause: Pause | null,
  full: boolean,
  today: Day,
  style: Style,
): string {
  if (pause) return paragraph(`${pauseText(pause, today)} Nothing is due.`, style.width);
  if (items.length === 0) return `${INDENT}Nothing is due.`;
  const say = full ? dueLine : dueLineWithoutText;
  return items
    .map((item, i) => {
      const label = items[i - 1]?.kind === item.kind ? '' : LABELS[item.kind];
      const rest = paragraph(say(item), style.width, ' '.repeat(INDENT.length + COLUMN));
      return INDENT + padEnd(label, COLUMN) + style.amber(rest.trimStart());
    })
    .join('\n');
}

const COLUMN = 12;
const LABELS: Readonly<Record<Due['kind'], string>> = {
  person: 'People',
  promise: 'Promises',
  'follow-up': 'Follow-ups',
  'look-back': 'Decisions',
  milestone: 'Milestones',
  checkin: 'Check-in',
  review: 'Reviews',
  verdict: 'Verdicts',
  scene: 'Scene',
  alumni: 'Left',
};

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
      return visibleLine(`${item.exercise} ${item.question}`);
    case 'look-back':
      return `look back on: ${visibleLine(item.question)}`;
    case 'milestone':
      return visibleLine(`milestone: ${item.text}, ${since(item)}`);
    default:
      return sessionLine(item);
  }
}

/** The same without a word of the journal's texts: codes, ids of exercises and days. */
export function dueLineWithoutText(item: Due): string {
  switch (item.kind) {
    case 'promise':
      return `${visibleLine(promiser(item))}, ${since(item)}`;
    case 'follow-up':
      return `follow-up of ${visibleLine(item.exercise)}`;
    case 'look-back':
      return 'a decision to look back on';
    case 'milestone':
      return `a milestone, ${since(item)}`;
    default:
      return dueLine(item);
  }
}

/** Something due as JSON has it, with its texts or without. */
export function dueDocument(item: Due, full: boolean): Record<string, unknown> {
  const texts = ['text', 'question'];
  return Object.fromEntries(Object.entries(item).filter(([key]) => full || !texts.includes(key)));
}

function sessionLine(item: DueCheckin | DueReview | DueVerdict | DueScene): string {
  switch (item.kind) {
    case 'checkin':
      return `weekly check-in: praxis checkin --week ${item.week}`;
    case 'review':
      return `${item.period === 'month' ? 'monthly' : 'quarterly'} review: praxis review ${item.period}`;
    case 'verdict':
      return `next verdict on ${visibleLine(seriesTitle(item.series))}: praxis review month`;
    case 'scene':
      return 'the scene you imagined a month ago: praxis focus scene';
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

function promiseLine(item: DuePromise): string {
  return visibleLine(`${promiser(item)}: ${item.text}, ${since(item)}`);
}

function promiser({ by, to }: DuePromise): string {
  return by === null ? `promise${to === null ? '' : ` to ${to}`}` : `${by} promised`;
}

function since({ on, days }: { readonly on: Day; readonly days: number }): string {
  return whenDue(on, addDays(on, days));
}

/** `lee: last talked 9 days ago, you wanted 7`. */
export function talkLine({ person, days, cadence, lastContact }: DueTalk): string {
  const long = counted(days, 'day');
  return lastContact
    ? `${visibleLine(person)}: last talked ${long} ago, you wanted ${cadence}`
    : `${visibleLine(person)}: no talk noted yet, you wanted one in ${counted(cadence, 'day')}`;
}
