import { FACETS } from '../content/facets.ts';
import type { DayLine } from '../render/markdown.ts';
import { benefitsOf, departureOf } from '../store/departure.ts';
import type { Journal } from '../store/journal.ts';
import { listLabels } from '../store/label.ts';
import { listContacts, listPeople } from '../store/person.ts';

const TITLES: ReadonlyMap<string, string> = new Map(FACETS.map(({ id, title }) => [id, title]));

/** The facet's own words; of a pack's facet, its id. */
export function facetTitle(facet: string): string {
  return TITLES.get(facet) ?? facet;
}

/** Talks, words for people, and who left: lines of their days. `code` is whom a line is about. */
export function personLines(journal: Journal): (DayLine & { readonly code: string })[] {
  const talks = listContacts(journal).map(({ on, code, badNews, opening, cameFor }) => {
    const brought = [
      ...(badNews ? [`bad news, ${badNews === 'early' ? 'before' : 'after'} I found out`] : []),
      ...(opening ? [`an opening of mine, ${opening}`] : []),
      ...(cameFor ? [`came for ${cameFor}`] : []),
    ];
    return { on, code, text: `Talked with ${[code, ...brought].join(', ')}` };
  });
  const labels = listLabels(journal).map(({ on, person, word, moment }) => ({
    on,
    code: person,
    text: `My word for ${person}: ${word}${moment ? ` (${moment})` : ', a guess so far'}`,
  }));
  const gone = listPeople(journal).flatMap(({ id, code }) => {
    const departure = departureOf(journal, id);
    const said = [
      ...(departure?.reason ? [departure.reason] : []),
      ...(departure?.growth ? [`had grown: ${departure.growth}`] : []),
      ...(departure?.cost ? [`costs: ${departure.cost}`] : []),
    ];
    return [
      ...(departure
        ? [{ on: departure.on, code, text: [`${code} left`, ...said].join('; ') }]
        : []),
      ...benefitsOf(journal, id).map(({ on, text }) => ({
        on,
        code,
        text: `Came back from ${code}: ${text}`,
      })),
    ];
  });
  return [...talks, ...labels, ...gone];
}
