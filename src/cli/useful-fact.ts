import { addDays, type Day, daysBetween } from '../domain/day.ts';
import type { Due } from '../domain/due.ts';
import type { Library } from '../domain/library.ts';
import { dueLine } from '../render/due.ts';
import { INDENT, paragraph, visibleLine } from '../render/text.ts';
import { ownWords } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import type { Context } from './context.ts';
import { dueOn } from './due-items.ts';
import { conversationQueue } from './known.ts';

/** Days around which one's own words come back. */
const A_MONTH_AGO = { from: -33, to: -27 } as const;

/** What is worth a word at the end of an evening, the most pressing first. */
const WORTH_SAYING: readonly Due['kind'][] = ['promise', 'look-back', 'person'];

/**
 * One thing worth knowing after a session: a promise or a look back that is due, who waits for a talk, one's own words
 * from about 30 days ago, or the talk that would turn a guess into knowledge.
 */
export async function usefulFact(
  context: Context,
  journal: Journal,
  library: Library,
  on: Day,
  width: number,
): Promise<string | undefined> {
  const { today } = context;
  const due = await dueOn(context, journal, today);
  const pressing = WORTH_SAYING.flatMap((kind) => due.find((item) => item.kind === kind) ?? [])[0];
  if (pressing) return paragraph(`${dueLine(pressing)}.`, width);
  const words = ownWords(journal, addDays(on, A_MONTH_AGO.from), addDays(on, A_MONTH_AGO.to));
  if (words) {
    const ago = daysBetween(words.on, today);
    return paragraph(`You, ${ago} days ago: ${visibleLine(words.text)}`, width);
  }
  const [talk] = conversationQueue(journal, library, today);
  if (!talk) return undefined;
  return [
    `${INDENT}Worth asking ${visibleLine(talk.person)}:`,
    paragraph(visibleLine(talk.question.text), width),
  ].join('\n');
}
