import { planInWords } from '../domain/intention.ts';
import { checkPlan } from '../domain/session.ts';
import { intentionDocument, intentionsText } from '../render/intention.ts';
import { visibleLine } from '../render/text.ts';
import { intentionById, removeIntention } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { shortIds } from '../store/reference.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import type { EntryKind } from './entry-kind.ts';
import { type Change, chooseOne } from './mend.ts';

export const INTENTION: EntryKind = {
  show(context, journal, id) {
    const plan = intentionById(journal, id);
    context.answer({ schema: 'praxis.intention/1', ...intentionDocument(plan) }, () =>
      intentionsText([plan], shortIds(journal, [id]), context.today, context.style),
    );
  },
  describe(context, journal, id) {
    const words = visibleLine(planInWords(intentionById(journal, id)));
    return context.interactive ? `the plan "${words}"` : 'this plan';
  },
  remove: removeIntention,
  edit: editPlan,
};

async function editPlan(
  context: Context,
  journal: Journal,
  id: string,
  change: Change,
): Promise<void> {
  const plan = intentionById(journal, id);
  const items = [
    { item: 'if', now: plan.if },
    { item: 'then', now: plan.then },
  ];
  const { item, typed } = await chooseOne(change, items, 'plan');
  checkPlan({ if: plan.if, then: plan.then, [item]: typed });
  await checkBoundary(context, [typed]);
  write(journal, context.command, (tx) =>
    tx.update('intention', id, item === 'if' ? { if_text: typed } : { then_text: typed }),
  );
  const mended = { ...plan, [item]: typed };
  context.answer({ schema: 'praxis.intention/1', ...intentionDocument(mended) }, () => '  Mended.');
}
