import { parseMendedDay } from '../domain/coming-day.ts';
import type { Day } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import { PROPOSED_BY, type PromiseMade, WORDINGS } from '../domain/promise.ts';
import { promiseDocument } from '../render/promise.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { promiseById } from '../store/promise.ts';
import type { Rows } from '../store/tables.ts';
import { write } from '../store/write.ts';
import { findPerson, oneOf } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { type Change, chooseOne } from './mend.ts';
import { checkParties } from './promise.ts';
import { flagText, saidText } from './texts.ts';

/** Mends one part of a promise. An empty value takes it away, where it may be missing. */
export async function mendPromise(
  context: Context,
  journal: Journal,
  id: string,
  change: Change,
): Promise<void> {
  const promise = promiseById(journal, id);
  const { item, typed } = await chooseOne(change, itemsOf(promise), 'promise');
  const patch = patchFor(promise, item, typed, listPeople(journal), context.today);
  await checkBoundary(context, [patch.text, patch.success, patch.why]);
  write(journal, context.command, (tx) => tx.update('promise', id, patch));
  const mended = promiseById(journal, id);
  context.answer(
    { schema: 'praxis.promise/1', ...promiseDocument(mended, context.today) },
    () => '  Mended.',
  );
}

function itemsOf(promise: PromiseMade) {
  const { text, to, by, dueOn, success, wording, proposedBy, outcome, why } = promise;
  return [
    { item: 'text', now: text },
    { item: 'to', now: to ?? '' },
    { item: 'by', now: by ?? '' },
    { item: 'due', now: dueOn ?? '' },
    { item: 'success', now: success ?? '' },
    { item: 'wording', now: wording ?? '' },
    { item: 'proposed-by', now: proposedBy ?? '' },
    ...(outcome === 'dropped' ? [{ item: 'why', now: why ?? '' }] : []),
  ];
}

function patchFor(
  promise: PromiseMade,
  item: string,
  typed: string,
  people: readonly Person[],
  today: Day,
): Partial<Rows['promise']> {
  const value = typed.trim();
  const somebody = (code: string | null) => (code ? findPerson(code, people) : null);
  const together = promise.together.map((code) => findPerson(code, people));
  switch (item) {
    case 'to': {
      const to = somebody(value);
      checkParties(somebody(promise.by), to, together);
      return { to_id: to?.id ?? null };
    }
    case 'by': {
      const by = somebody(value);
      checkParties(by, somebody(promise.to), together);
      return { by_id: by?.id ?? null };
    }
    case 'due':
      return { due_on: value === '' ? null : parseMendedDay(value, promise.madeOn, today) };
    case 'success':
      return { success: flagText('The text', typed) };
    case 'why':
      return { why: flagText('The text', typed) };
    case 'wording':
      return { wording: value === '' ? null : oneOf('wording', value, WORDINGS) };
    case 'proposed-by':
      return { proposed_by: value === '' ? null : oneOf('proposed-by', value, PROPOSED_BY) };
    default:
      return { text: saidText(typed, 'The promise', 'A promise has words.') };
  }
}
