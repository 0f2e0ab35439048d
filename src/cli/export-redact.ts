import { Redactor, type Word } from '../domain/redact.ts';
import { paragraph, visibleLine } from '../render/text.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import type { Context } from './context.ts';

/** Words of each kind that are listed; a text that names somebody else in passing is found by reading, not by a list. */
const LISTED = 30;

/** The one who takes names out, for everybody in the journal in the order in which they came. */
export function redactorFor(journal: Journal): Redactor {
  const people = [...listPeople(journal)].sort((a, b) =>
    a.addedOn + a.id < b.addedOn + b.id ? -1 : 1,
  );
  return new Redactor(people);
}

/** Says what was found, and that free text may still name somebody: on stderr, beside the export. */
export function tellRedacted(context: Context, { replaced, maybe }: Redactor): void {
  const say = (text: string) => context.notice(paragraph(text, 80));
  say(
    'praxis: codes and names are replaced by p01, p02, ... Free text may still say who somebody is: read it before you pass it on.',
  );
  if (replaced.length > 0) say(`Words found and replaced: ${listed(replaced)}.`);
  if (maybe.length > 0) say(`Words that may be names, and stand: ${listed(maybe)}.`);
}

function listed(words: readonly Word[]): string {
  const shown = words.slice(0, LISTED).map(({ word, n }) => `${visibleLine(word)} (${n})`);
  const rest = words.length - shown.length;
  return shown.join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}
