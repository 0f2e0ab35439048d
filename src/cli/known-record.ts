import { inShort } from '../domain/day.ts';
import type { Named } from '../domain/named.ts';
import { SELF } from '../domain/person.ts';
import type { QuestionRow } from '../domain/question-list.ts';
import { betText, knowledgeDocument } from '../render/knowledge.ts';
import { askedDocument, askedText } from '../render/question.ts';
import { INDENT, paragraph, visible, visibleLine } from '../render/text.ts';
import type { Journal } from '../store/journal.ts';
import { knowledgeById, removeKnowledge } from '../store/knowledge.ts';
import { listAsked, listQuestionRows } from '../store/question.ts';
import type { Tx } from '../store/write.ts';
import type { Context } from './context.ts';

/** What of knowledge and of the question list an id may name. */
export type KnownNoun = Extract<Named, 'knowledge' | 'question' | 'question_asked'>;
export interface KnownReference {
  readonly noun: KnownNoun;
  readonly id: string;
}

export function showKnown(journal: Journal, context: Context, { noun, id }: KnownReference): void {
  const { today, style } = context;
  if (noun === 'knowledge') {
    const known = knowledgeOf(journal, id);
    const code = known.person ?? SELF;
    const document = { schema: 'praxis.knowledge/1', ...knowledgeDocument(known, code) };
    context.answer(document, () =>
      [
        `${INDENT}${inShort(known.on, today)}   ${visibleLine(code)}, ${visibleLine(known.facet)}: ${[known.state, betText(known)].filter((part) => part !== '').join(', ')}`,
        ...[known.text, known.source && `from: ${known.source}`].flatMap((text) =>
          text ? [paragraph(visible(text), style.width)] : [],
        ),
      ].join('\n'),
    );
  } else if (noun === 'question') {
    const question = questionOf(journal, id);
    context.answer({ schema: 'praxis.wording/1', ...question }, () =>
      [
        paragraph(visible(question.text), style.width),
        style.dim(
          `${INDENT}${[question.state, question.packId ?? 'yours', ...question.facets].map(visibleLine).join(' · ')}`,
        ),
      ].join('\n'),
    );
  } else {
    const asked = askedOf(journal, id);
    context.answer({ schema: 'praxis.asked/1', ...askedDocument(asked) }, () =>
      askedText(asked, today, style),
    );
  }
}

/** What is about to be removed, in the words of a question; text of the journal only where somebody sits. */
export function describeKnown(
  journal: Journal,
  { interactive }: Context,
  { noun, id }: KnownReference,
): string {
  const quoted = (text: string | null) => (interactive && text ? ` ("${visibleLine(text)}")` : '');
  if (noun === 'question') {
    const { packId, text } = questionOf(journal, id);
    return packId === null
      ? `this question${quoted(text)}`
      : `your wording of ${visibleLine(packId)}`;
  }
  if (noun === 'question_asked')
    return `the note that you asked this${quoted(askedOf(journal, id).text)}`;
  const { person, facet, text } = knowledgeOf(journal, id);
  return `what was noted about ${visibleLine(facet)} of ${visibleLine(person ?? SELF)}${quoted(text)}`;
}

export function removeKnown(tx: Tx, { noun, id }: KnownReference): void {
  if (noun === 'knowledge') removeKnowledge(tx, id);
  else tx.remove(noun, id);
}

export function knowledgeOf(journal: Pick<Journal, 'db'>, id: string) {
  const known = knowledgeById(journal, id);
  if (!known) throw new Error(`no knowledge ${id}`);
  return known;
}

export function questionOf(journal: Pick<Journal, 'db'>, id: string): QuestionRow {
  const question = listQuestionRows(journal).find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

export function askedOf(journal: Pick<Journal, 'db'>, id: string) {
  const asked = listAsked(journal).find((each) => each.id === id);
  if (!asked) throw new Error(`no asked question ${id}`);
  return asked;
}
