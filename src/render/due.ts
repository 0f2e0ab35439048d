import type { Due, DueTalk } from '../domain/due.ts';
import { counted, visibleLine } from './text.ts';

/** Something due in one line, free text included: for the person at the terminal. */
export function dueLine(item: Due): string {
  switch (item.kind) {
    case 'person':
      return talkLine(item);
    case 'alumni':
      return `${talkLine(item)}, who left`;
    case 'follow-up':
      return `${item.exercise} ${visibleLine(item.question)}`;
  }
}

function talkLine({ person, days, cadence, lastContact }: DueTalk): string {
  const long = counted(days, 'day');
  const since = lastContact ? `last talked ${long} ago` : `no talk noted in ${long}`;
  return `${visibleLine(person)}: ${since}, you wanted ${cadence}`;
}
