import { parseMendedDay } from '../domain/coming-day.ts';
import type { Decision } from '../domain/decision.ts';
import { decisionDocument } from '../render/decision.ts';
import { decisionById } from '../store/decision.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import type { Rows } from '../store/tables.ts';
import { write } from '../store/write.ts';
import { findPerson } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { type Change, chooseOne } from './mend.ts';
import { flagText, saidText } from './texts.ts';

/** Mends the head of a page. Its options are filled by `decide option`; the sign stays as it was chosen with. */
export async function mendDecision(
  context: Context,
  journal: Journal,
  id: string,
  change: Change,
): Promise<void> {
  const page = decisionById(journal, id);
  const { item, typed } = await chooseOne(change, itemsOf(page), 'options page');
  const value = typed.trim();
  const somebody = () => (value === '' ? null : findPerson(value, listPeople(journal)).id);
  const patches: Readonly<Record<string, () => Partial<Rows['decision']>>> = {
    question: () => ({ question: saidText(typed, 'The question', 'A page has a question.') }),
    owner: () => ({ owner_id: somebody() }),
    due: () => ({
      due_on: value === '' ? null : parseMendedDay(value, page.openedOn, context.today),
    }),
    challenger: () => ({ challenger_id: somebody() }),
    sign: () => ({ sign: flagText('The sign', typed) }),
  };
  const patch = patches[item]?.() ?? {};
  await checkBoundary(context, [patch.question, patch.sign]);
  write(journal, context.command, (tx) => tx.update('decision', id, patch));
  const mended = decisionById(journal, id);
  context.answer({ schema: 'praxis.decision/1', ...decisionDocument(mended) }, () => '  Mended.');
}

function itemsOf({ question, owner, dueOn, challenger, sign, chosen }: Decision) {
  return [
    { item: 'question', now: question },
    { item: 'owner', now: owner ?? '' },
    { item: 'due', now: dueOn ?? '' },
    { item: 'challenger', now: challenger ?? '' },
    ...(chosen === null ? [{ item: 'sign', now: sign ?? '' }] : []),
  ];
}
