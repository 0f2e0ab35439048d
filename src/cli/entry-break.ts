import { inWords } from '../domain/day.ts';
import { breaksText } from '../render/break.ts';
import { breakById } from '../store/break.ts';
import { shortIds } from '../store/reference.ts';
import type { EntryKind } from './entry-kind.ts';

export const BREAK: EntryKind = {
  show(context, journal, id) {
    const found = breakById(journal, id);
    context.answer({ schema: 'praxis.break/1', ...found }, () =>
      breaksText([found], shortIds(journal, [id]), context.today, context.style),
    );
  },
  describe: (context, journal, id) =>
    `the break of ${inWords(breakById(journal, id).on, context.today)}`,
  remove: (tx, id) => tx.remove('series_break', id),
};
