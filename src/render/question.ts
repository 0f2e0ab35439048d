import { type Day, inShort } from '../domain/day.ts';
import type { Asked, ListedQuestion } from '../domain/question-list.ts';
import { INDENT, paragraph, type Style, visible, visibleLine } from './text.ts';

/** A question of the list, as JSON shows it. */
export function questionDocument(question: ListedQuestion): Record<string, unknown> {
  const { id, text, facets, source, state, asked, confirmed, lastAskedOn, rowId } = question;
  const reworded = source !== 'own' && rowId !== null;
  return { id, text, facets, source, state, reworded, asked, confirmed, lastAskedOn };
}

/** The list: each question with its id, its facets and what it has brought. */
export function questionsText(
  questions: readonly ListedQuestion[],
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (questions.length === 0)
    return `${INDENT}No question fits. praxis question add "TEXT" --facet FACET adds one.`;
  return questions
    .map((question) => {
      const id = shortIds.get(question.id) ?? question.id;
      return [
        paragraph(visible(question.text), style.width),
        style.dim(paragraph(factsText(question, id, today), style.width, '      ')),
      ].join('\n');
    })
    .join('\n');
}

function factsText(question: ListedQuestion, id: string, today: Day): string {
  const { facets, source, state, asked, confirmed, lastAskedOn } = question;
  const times =
    lastAskedOn === null
      ? ''
      : `asked ${asked}, confirmed ${confirmed}, last ${inShort(lastAskedOn, today)}`;
  return [
    visibleLine(id),
    facets.map(visibleLine).join(', '),
    source === 'shipped' ? '' : source === 'own' ? 'yours' : 'from a pack',
    state === 'retired' ? 'retired' : '',
    times,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A question that was drawn, and for what. */
export function drawnText(
  question: ListedQuestion,
  shortId: string,
  code: string | null,
  facet: string | null,
  style: Style,
): string {
  const about = [code, facet]
    .flatMap((part) => part ?? [])
    .map(visibleLine)
    .join(', ');
  return [
    ...(about === '' ? [] : [style.dim(`${INDENT}${about}`)]),
    paragraph(visible(question.text), style.width),
    '',
    style.dim(
      `${INDENT}praxis question asked ${visibleLine(shortId)} ${visibleLine(code ?? 'PERSON')} --learned "TEXT"`,
    ),
  ].join('\n');
}

export function askedDocument(asked: Asked): Record<string, unknown> {
  const { id, question, text, person, on, learned, facet, confirmed, knowledgeId } = asked;
  return { id, question, text, person, on, learned, facet, confirmed, knowledgeId };
}

/** One time a question was asked. */
export function askedText(asked: Asked, today: Day, style: Style): string {
  const { text, person, on, learned, facet } = asked;
  return [
    `${INDENT}${inShort(on, today)}   asked${person === null ? '' : ` of ${visibleLine(person)}`}`,
    style.bold(paragraph(visible(text), style.width)),
    ...(learned === null ? [] : [paragraph(visible(learned), style.width)]),
    ...(facet === null ? [] : [style.dim(`${INDENT}about ${visibleLine(facet)}`)]),
  ].join('\n');
}
