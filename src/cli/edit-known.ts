import type { Journal } from '../store/journal.ts';
import { reopenBet, settleBet } from '../store/knowledge.ts';
import { type Tx, write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { checkedText, confidenceFrom, outcomeFrom } from './know-input.ts';
import {
  askedOf,
  type KnownReference,
  knowledgeOf,
  questionOf,
  showKnown,
} from './known-record.ts';
import { type Change, chooseOne, type Item } from './mend.ts';

/** Mends what was noted of somebody, a question in the user's words, or the note that one was asked. */
export async function editKnown(
  context: Context,
  journal: Journal,
  reference: KnownReference,
  change: Change,
): Promise<void> {
  const items = itemsOf(journal, reference);
  const { item, typed } = await chooseOne(change, items, 'entry');
  const now = items.find((each) => each.item === item)?.now ?? '';
  const mend = mending(context, reference, item, now, typed);
  await checkBoundary(context, item === 'sure' || item === 'was' ? [] : [typed]);
  write(journal, context.command, mend);
  showKnown(journal, context, reference);
}

function itemsOf(journal: Journal, { noun, id }: KnownReference): Item[] {
  if (noun === 'question') return [{ item: 'text', now: questionOf(journal, id).text }];
  if (noun === 'question_asked')
    return [{ item: 'learned', now: askedOf(journal, id).learned ?? '' }];
  const { state, text, source, confidence, outcome } = knowledgeOf(journal, id);
  return [
    ...(text === null ? [] : [{ item: 'text', now: text }]),
    ...(state === 'na' || state === 'unknown' ? [] : [{ item: 'source', now: source ?? '' }]),
    ...(confidence === null
      ? []
      : [
          { item: 'sure', now: String(confidence) },
          { item: 'was', now: outcome ?? '' },
        ]),
  ];
}

/** Reads what was typed for an item that says `now`. Nothing typed takes a source, an outcome or what was learned back. */
function mending(
  context: Context,
  { noun, id }: KnownReference,
  item: string,
  now: string,
  typed: string,
): (tx: Tx) => void {
  const nothing = typed.trim() === '';
  const settled = now !== '';
  if (item === 'sure') {
    const confidence = confidenceFrom(typed);
    return (tx) => tx.update('knowledge', id, { confidence });
  }
  if (item === 'was') {
    if (nothing) return (tx) => reopenBet(tx, id);
    const outcome = outcomeFrom(typed);
    // Of a bet that is settled only the outcome was wrong: its day, and what settled it, stay.
    return settled
      ? (tx) => tx.update('knowledge', id, { outcome })
      : (tx) => settleBet(tx, id, outcome, context.today, null);
  }
  if (item === 'source')
    return (tx) => tx.update('knowledge', id, { source: nothing ? null : typed });
  if (item === 'learned')
    return (tx) => tx.update('question_asked', id, { learned: nothing ? null : typed });
  const text = checkedText(typed, 'The text');
  return noun === 'question'
    ? (tx) => tx.update('question', id, { text })
    : (tx) => tx.update('knowledge', id, { text });
}
