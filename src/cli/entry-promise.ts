import { visibleLine } from '../render/text.ts';
import { promiseById, removePromise } from '../store/promise.ts';
import type { EntryKind } from './entry-kind.ts';
import { mendPromise } from './promise-mend.ts';
import { tellPromise } from './promise-open.ts';

export const PROMISE: EntryKind = {
  show: tellPromise,
  describe(context, journal, id) {
    const { text } = promiseById(journal, id);
    return context.interactive ? `the promise "${visibleLine(text)}"` : 'this promise';
  },
  remove: removePromise,
  edit: mendPromise,
};
