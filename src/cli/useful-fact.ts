import { addDays, type Day, daysBetween } from '../domain/day.ts';
import { daysSinceContact, dueForContact } from '../domain/person.ts';
import { counted, INDENT, paragraph, visibleLine } from '../render/text.ts';
import { ownWords } from '../store/facts.ts';
import type { Journal } from '../store/open.ts';
import { listPeople } from '../store/person.ts';

/** Days around which one's own words come back. */
const A_MONTH_AGO = { from: -33, to: -27 } as const;

/** One thing worth knowing after a session: who is due, or one's own words from about 30 days ago. */
export function usefulFact(
  journal: Journal,
  on: Day,
  today: Day,
  width: number,
): string | undefined {
  const [due] = dueForContact(listPeople(journal), today);
  if (due) {
    const days = daysSinceContact(due, today);
    const since = due.lastContact
      ? `last talked ${counted(days, 'day')} ago`
      : `no talk noted in ${counted(days, 'day')}`;
    return `${INDENT}${visibleLine(due.code)}: ${since}, you wanted ${due.cadenceDays}.`;
  }
  const words = ownWords(journal, addDays(on, A_MONTH_AGO.from), addDays(on, A_MONTH_AGO.to));
  if (!words) return undefined;
  const ago = daysBetween(words.on, today);
  return paragraph(`You, ${ago} days ago: ${visibleLine(words.text)}`, width);
}
