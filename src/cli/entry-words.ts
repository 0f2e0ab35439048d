import { removeStatement } from '../store/statement.ts';
import { editWords } from './edit-words.ts';
import type { EntryKind } from './entry-kind.ts';
import { describeWords, showWords, type Words } from './show-words.ts';

function kind(noun: Words, remove: EntryKind['remove']): EntryKind {
  return {
    show: (context, journal, id) => showWords(journal, context, noun, id),
    describe: (context, journal, id) => describeWords(journal, context, noun, id),
    remove,
    edit: (context, journal, id, change) => editWords(context, journal, noun, id, change),
  };
}

export const STATEMENT = kind('statement', removeStatement);
export const MILESTONE = kind('milestone', (tx, id) => tx.remove('milestone', id));
export const HEARD = kind('heard', (tx, id) => tx.remove('heard', id));
