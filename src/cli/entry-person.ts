import { BAD_NEWS, CAME_FOR, OPENINGS } from '../domain/contact.ts';
import { inWords } from '../domain/day.ts';
import { visible, visibleLine } from '../render/text.ts';
import { benefitById } from '../store/departure.ts';
import type { Journal } from '../store/journal.ts';
import { listLabels } from '../store/label.ts';
import { contactById } from '../store/person.ts';
import type { Rows } from '../store/tables.ts';
import { write } from '../store/write.ts';
import { oneOf } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import type { EntryKind } from './entry-kind.ts';
import { type Change, chooseOne } from './mend.ts';
import { readLabel } from './person-record.ts';
import { flagText, saidText } from './texts.ts';

/** A word for somebody. */
export const LABEL: EntryKind = {
  show(context, journal, id) {
    const label = labelWith(journal, id);
    const tail = label.moment ? `: ${label.moment}` : ', a guess so far';
    context.answer(
      { schema: 'praxis.label/1', ...label },
      () => `  ${visible(`${label.person}: ${label.word}${tail}`)}`,
    );
  },
  describe(context, journal, id) {
    const { person, word } = labelWith(journal, id);
    return context.interactive ? `your word "${visibleLine(word)}" for ${person}` : 'this word';
  },
  remove: (tx, id) => tx.remove('label', id),
  edit: (context, journal, id, change) => {
    const { word, moment } = labelWith(journal, id);
    return mend(context, journal, LABEL, 'label', id, change, {
      word: {
        now: word,
        read: (typed) => ({ word: readLabel(typed, 'praxis delete ID removes it.') }),
      },
      moment: { now: moment, read: (typed) => ({ moment: flagText('The moment', typed) }) },
    });
  },
};

/** What came back from somebody who left. */
export const BENEFIT: EntryKind = {
  show(context, journal, id) {
    const benefit = benefitById(journal, id);
    context.answer(
      { schema: 'praxis.benefit/1', ...benefit },
      () =>
        `  ${inWords(benefit.on, context.today)}, ${visible(`${benefit.person}: ${benefit.text}`)}`,
    );
  },
  describe(context, journal, id) {
    const { text } = benefitById(journal, id);
    return context.interactive ? `what came back ("${visibleLine(text)}")` : 'what came back';
  },
  remove: (tx, id) => tx.remove('benefit', id),
  edit: (context, journal, id, change) =>
    mend(context, journal, BENEFIT, 'benefit', id, change, {
      text: {
        now: benefitById(journal, id).text,
        read: (typed) => ({ text: saidText(typed, 'The text', 'praxis delete ID removes it.') }),
      },
    }),
};

/** A talk. */
export const CONTACT: EntryKind = {
  show(context, journal, id) {
    const talk = contactById(journal, id);
    const brought = [
      talk.badNews && `bad news, ${talk.badNews}`,
      talk.opening && `an opening, ${talk.opening}`,
      talk.cameFor && `came for ${talk.cameFor}`,
    ].filter((each) => each !== null);
    context.answer({ schema: 'praxis.contact/1', ...talk }, () =>
      [
        `  A talk with ${visible(talk.person)} on ${inWords(talk.on, context.today)}`,
        ...brought,
      ].join(', '),
    );
  },
  describe(context, journal, id) {
    const { person, on } = contactById(journal, id);
    return `the talk with ${person} on ${inWords(on, context.today)}`;
  },
  remove: (tx, id) => tx.remove('contact', id),
  edit: (context, journal, id, change) => {
    const { badNews, opening, cameFor } = contactById(journal, id);
    return mend(context, journal, CONTACT, 'contact', id, change, {
      'bad-news': {
        now: badNews,
        read: (typed) => ({ bad_news: oneOf('bad-news', typed || undefined, BAD_NEWS) }),
      },
      opening: {
        now: opening,
        read: (typed) => ({ opening: oneOf('opening', typed || undefined, OPENINGS) }),
      },
      'came-for': {
        now: cameFor,
        read: (typed) => ({ came_for: oneOf('came-for', typed || undefined, CAME_FOR) }),
      },
    });
  },
};

function labelWith(journal: Journal, id: string) {
  const label = listLabels(journal).find((each) => each.id === id);
  if (!label) throw new Error(`no label ${id}`);
  return label;
}

type PersonTable = 'label' | 'benefit' | 'contact';

interface Part<T extends PersonTable> {
  readonly now: string | null;
  readonly read: (typed: string) => Partial<Rows[T]>;
}

async function mend<T extends PersonTable>(
  context: Context,
  journal: Journal,
  kind: EntryKind,
  table: T,
  id: string,
  change: Change,
  parts: Readonly<Record<string, Part<T>>>,
): Promise<void> {
  const items = Object.entries(parts).map(([item, { now }]) => ({ item, now: now ?? '' }));
  const { item, typed } = await chooseOne(change, items, 'entry');
  const patch = parts[item]?.read(typed) ?? {};
  await checkBoundary(context, [typed]);
  write(journal, context.command, (tx) => tx.update(table, id, patch));
  kind.show(context, journal, id);
}
