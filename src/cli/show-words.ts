import { inWords } from '../domain/day.ts';
import type { StatementKind } from '../domain/statement.ts';
import { heardDocument, heardText } from '../render/heard.ts';
import { milestoneDocument, milestonesText } from '../render/milestone.ts';
import { statementDocument, statementText } from '../render/statement.ts';
import { visibleLine } from '../render/text.ts';
import { heardById } from '../store/heard.ts';
import type { Journal } from '../store/journal.ts';
import { milestoneById } from '../store/milestone.ts';
import { shortIds } from '../store/reference.ts';
import { latestStatement, statementById } from '../store/statement.ts';
import type { Context } from './context.ts';

/** What of the focus and of the questions heard an id may name. */
export type Words = 'statement' | 'milestone' | 'heard';

const KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  focus: 'Focus',
  choice: 'What I choose',
  way: 'My way of leading',
  scene: 'The scene',
};

/** One statement, milestone or question heard. */
export function showWords(journal: Journal, context: Context, noun: Words, id: string): void {
  const { today, style } = context;
  const ids = shortIds(journal, [id]);
  if (noun === 'milestone') {
    const found = milestoneById(journal, id);
    context.answer({ schema: 'praxis.milestone/1', ...milestoneDocument(found, today) }, () =>
      milestonesText([found], ids, today, style),
    );
  } else if (noun === 'heard') {
    const found = heardById(journal, id);
    const focus = latestStatement(journal, 'focus')?.text ?? null;
    context.answer({ schema: 'praxis.heard/1', heard: [heardDocument(found, today)] }, () =>
      heardText([found], focus, ids, today, style),
    );
  } else {
    const found = statementById(journal, id);
    const { kind, on } = found;
    context.answer({ schema: 'praxis.statement/1', kind, ...statementDocument(found) }, () =>
      [
        style.dim(`  ${ids.get(id)}   ${KIND_WORDS[kind]}, ${inWords(on, today)}`),
        statementText(found, style),
      ].join('\n'),
    );
  }
}

/** How one is named when its removal is asked about; its words only where somebody is there. */
export function describeWords(journal: Journal, context: Context, noun: Words, id: string): string {
  const { what, text } = namedFor(journal, noun, id);
  const [first = ''] = text.trim().split('\n');
  return context.interactive ? `${what} "${visibleLine(first)}"` : what;
}

function namedFor(journal: Journal, noun: Words, id: string): { what: string; text: string } {
  if (noun === 'milestone') return { what: 'the milestone', text: milestoneById(journal, id).text };
  if (noun === 'heard') return { what: 'the question', text: heardById(journal, id).text };
  const { kind, text } = statementById(journal, id);
  return { what: kind === 'way' ? 'this version of the page' : `the ${kind}`, text };
}
