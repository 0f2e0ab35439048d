import { visibleLine } from '../render/text.ts';
import { decisionById, removeDecision } from '../store/decision.ts';
import { mendDecision } from './decide-mend.ts';
import { tellDecision } from './decide-show.ts';
import type { EntryKind } from './entry-kind.ts';

export const DECISION: EntryKind = {
  show: tellDecision,
  describe(context, journal, id) {
    const { question } = decisionById(journal, id);
    return context.interactive ? `the page "${visibleLine(question)}"` : 'this options page';
  },
  remove: removeDecision,
  edit: mendDecision,
};
