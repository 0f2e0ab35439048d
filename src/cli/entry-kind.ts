import type { Journal } from '../store/journal.ts';
import type { Tx } from '../store/write.ts';
import type { Context } from './context.ts';
import type { Change } from './mend.ts';

/** What `show`, `edit` and `delete` do with one kind of entry. */
export interface EntryKind {
  show(context: Context, journal: Journal, id: string): void;
  /** What is about to be removed, in the words of a question; text of the journal only where somebody sits. */
  describe(context: Context, journal: Journal, id: string): string;
  remove(tx: Tx, id: string): void;
  /** Missing where there is nothing to mend: it is removed and noted again. */
  edit?(context: Context, journal: Journal, id: string, change: Change): Promise<void>;
}
