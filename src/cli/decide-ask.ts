import { parseComingDay } from '../domain/coming-day.ts';
import { checkOptions, type NewDecision, NO_FIELDS, withStatusQuo } from '../domain/decision.ts';
import type { Person } from '../domain/person.ts';
import { Interrupted } from '../errors.ts';
import { askDecision } from '../prompts/decision.ts';
import { type Given, remembering } from '../prompts/remembered.ts';
import { INDENT, paragraph, visible, visibleLine } from '../render/text.ts';
import { type Draft, discardDraft, letGo, saveDraft, unfinishedPage } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { findPerson } from './args.ts';
import { type Terminal, terminalFor } from './ask.ts';
import type { Context } from './context.ts';

type PageDraft = Draft<readonly Given[], 'decision'>;

/** Asks for a page, and keeps every answer as it comes. Null without a question. */
export async function pageAsked(
  context: Context,
  journal: Journal,
  people: readonly Person[],
): Promise<{ page: NewDecision; draftId: string } | null> {
  const terminal = await terminalFor(context);
  const { style } = terminal;
  const draft = (await leftOver(context, journal, terminal)) ?? blank(context);
  const keep = (content: readonly Given[]) =>
    saveDraft(journal, { ...draft, savedAt: context.world.now().instant, content });
  let kept = draft.content.length > 0;
  const ask = remembering(terminal.ask, draft.content, (given) => {
    // Nothing is left behind for a question that was passed over.
    kept = given.some(({ answer }) => answer !== null);
    if (kept) keep(given);
  });
  try {
    const page = await askDecision({
      ask,
      say: (text) => context.notice(text === '' ? '' : paragraph(visible(text), style.width)),
      readPerson: (typed) => findPerson(typed, people).code,
      readDay: (typed) => parseComingDay(typed, context.today),
      readTitle: (typed, before) => {
        const title = typed.trim();
        checkOptions(withStatusQuo([...before, { ...NO_FIELDS, title, statusQuo: false }]));
        return title;
      },
    });
    if (page === null && kept) discardDraft(journal, draft.id);
    return page && { page, draftId: draft.id };
  } catch (error) {
    if (error instanceof Interrupted && kept)
      context.notice(`\n${INDENT}What you answered is kept. praxis decide new goes on from here.`);
    throw error;
  }
}

function blank({ world, now, today }: Context): PageDraft {
  const { instant } = now;
  const kind = 'decision';
  return {
    id: world.newId(),
    kind,
    on: today,
    startedAt: instant,
    savedAt: instant,
    seconds: 0,
    content: [],
  };
}

/** Offers the page that was left unfinished. */
async function leftOver(
  context: Context,
  journal: Journal,
  { ask }: Terminal,
): Promise<PageDraft | undefined> {
  const draft = unfinishedPage<readonly Given[]>(journal);
  if (!draft) return undefined;
  const question = visibleLine(String(draft.content[0]?.answer ?? ''));
  const choice = await ask({
    kind: 'key',
    name: 'resume',
    text: `A page was left unfinished: ${question}`,
    options: [
      { key: 'r', value: 'resume', label: 'resume' },
      { key: 'd', value: 'discard', label: 'discard' },
    ],
    enter: 'resume',
  });
  if (choice !== 'discard') return draft;
  letGo(journal, draft.id);
  context.notice(`${INDENT}Discarded.`);
  return undefined;
}
