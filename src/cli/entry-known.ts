import { editKnown } from './edit-known.ts';
import type { EntryKind } from './entry-kind.ts';
import { describeKnown, type KnownNoun, removeKnown, showKnown } from './known-record.ts';

function kind(noun: KnownNoun): EntryKind {
  return {
    show: (context, journal, id) => showKnown(journal, context, { noun, id }),
    describe: (context, journal, id) => describeKnown(journal, context, { noun, id }),
    remove: (tx, id) => removeKnown(tx, { noun, id }),
    edit: (context, journal, id, change) => editKnown(context, journal, { noun, id }, change),
  };
}

export const KNOWLEDGE = kind('knowledge');
export const QUESTION = kind('question');
export const ASKED = kind('question_asked');
