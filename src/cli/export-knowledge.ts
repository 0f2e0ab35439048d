import { SELF } from '../domain/person.ts';
import { betText } from '../render/knowledge.ts';
import type { DayLine } from '../render/markdown.ts';
import type { Journal } from '../store/journal.ts';
import { allKnowledge } from '../store/knowledge.ts';
import { listAsked, listQuestionRows } from '../store/question.ts';
import { facetTitle } from './export-person.ts';

/** What was learned and asked, and the questions the user made: lines of their days. `code` is whom a line is about. */
export function knowledgeLines(journal: Journal): (DayLine & { readonly code: string | null })[] {
  const known = allKnowledge(journal).map((each) => ({
    on: each.on,
    code: each.person,
    text: [
      `${facetTitle(each.facet)}, ${each.person ?? SELF}: ${[each.state, betText(each)].filter((part) => part !== '').join(', ')}`,
      ...(each.text === null ? [] : [each.text]),
      ...(each.source === null ? [] : [`(${each.source})`]),
    ].join(' - '),
  }));
  const asked = listAsked(journal).map(({ on, person, text, learned }) => ({
    on,
    code: person,
    text: `Asked${person === null ? '' : ` ${person}`}: ${text}${learned === null ? '' : ` - ${learned}`}`,
  }));
  const own = listQuestionRows(journal).map(({ on, state, text }) => ({
    on,
    code: null,
    text: `Question, ${state}: ${text}`,
  }));
  return [...known, ...asked, ...own];
}
