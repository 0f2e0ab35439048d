import { parseComingDay } from '../domain/coming-day.ts';
import {
  checkOptions,
  type Decision,
  missingIn,
  type NewDecision,
  NO_FIELDS,
  withStatusQuo,
} from '../domain/decision.ts';
import type { Person } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';
import { decisionDocument } from '../render/decision.ts';
import { json } from '../render/json.ts';
import { paragraph } from '../render/text.ts';
import { addDecision, decisionById } from '../store/decision.ts';
import { removeDraft } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { shortIds } from '../store/reference.ts';
import { write } from '../store/write.ts';
import { findPerson } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { readInput } from './input.ts';
import { saidText } from './texts.ts';

export interface NewOptions {
  readonly owner?: string;
  readonly by?: string;
  readonly challenger?: string;
  readonly option?: readonly string[];
  readonly answers?: string;
  readonly template?: boolean;
}

export async function newPage(
  context: Context,
  question: string | undefined,
  options: NewOptions,
): Promise<void> {
  if (options.template) {
    const { decisionTemplate } = await import('../prompts/decision-file.ts');
    return context.say(json(decisionTemplate()));
  }
  const bytes = options.answers === undefined ? null : await inputOf(context, question, options);
  const asks = bytes === null && question === undefined && context.interactive;
  const opened = await context.writing(async (journal) => {
    const people = listPeople(journal);
    if (asks) {
      const { pageAsked } = await import('./decide-ask.ts');
      const asked = await pageAsked(context, journal, people);
      return asked === null ? null : store(context, journal, people, asked.page, asked.draftId);
    }
    const page = await pageGiven(context, people, bytes, question, options);
    return store(context, journal, people, page);
  });
  if (opened === null) return context.notice('  Nothing kept.');
  const { decision, short } = opened;
  context.answer({ schema: 'praxis.decision/1', ...decisionDocument(decision) }, () =>
    paragraph(openedText(decision, short), context.style.width),
  );
}

/** The file with the page. @throws UserError (usage) for flags beside it: a page is said in one place. */
async function inputOf(
  context: Context,
  question: string | undefined,
  { answers = '-', owner, by, challenger, option = [] }: NewOptions,
): Promise<Uint8Array> {
  const beside = [question, owner, by, challenger, option[0]].some((each) => each !== undefined);
  if (!beside) return readInput(context, answers);
  throw new UserError(
    'With --answers the whole page comes from the file.',
    'Leave the question and the other flags away. Nothing was stored.',
    EXIT.usage,
  );
}

async function pageGiven(
  context: Context,
  people: readonly Person[],
  bytes: Uint8Array | null,
  question: string | undefined,
  options: NewOptions,
): Promise<NewDecision> {
  const page =
    bytes === null
      ? fromFlags(context, people, question, options)
      : (await import('../prompts/decision-file.ts')).readDecisionFile(bytes, {
          people: people.map(({ code }) => code),
          today: context.today,
        });
  await checkBoundary(context, textsOf(page));
  return page;
}

function fromFlags(
  context: Context,
  people: readonly Person[],
  question: string | undefined,
  { owner, by, challenger, option = [] }: NewOptions,
): NewDecision {
  const hint = 'praxis decide new "QUESTION" --option Buy --option Build.';
  if (question === undefined) {
    throw new UserError(
      'Nobody is there to be asked, step by step.',
      `In a script: ${hint} Nothing was stored.`,
      EXIT.usage,
    );
  }
  const page = {
    question: saidText(question, 'The question', hint),
    owner: owner === undefined ? null : findPerson(owner, people).code,
    dueOn: by === undefined ? null : parseComingDay(by, context.today),
    challenger: challenger === undefined ? null : findPerson(challenger, people).code,
    sign: null,
    options: option.map((title) => ({
      ...NO_FIELDS,
      title: saidText(title, '--option', hint),
      statusQuo: false,
    })),
  };
  checkOptions(page.options);
  return page;
}

/** Stores a page as one action. */
function store(
  context: Context,
  journal: Journal,
  people: readonly Person[],
  page: NewDecision,
  draftId?: string,
): { decision: Decision; short: string } {
  const idOf = (code: string | null) => (code === null ? null : findPerson(code, people).id);
  const options = withStatusQuo(page.options);
  checkOptions(options);
  const id = write(journal, context.command, (tx) => {
    if (draftId !== undefined) removeDraft(tx, draftId);
    return addDecision(
      tx,
      {
        opened_on: context.today,
        question: page.question,
        owner_id: idOf(page.owner),
        due_on: page.dueOn,
        challenger_id: idOf(page.challenger),
        sign: page.sign,
      },
      options,
    );
  });
  return { decision: decisionById(journal, id), short: shortIds(journal, [id]).get(id) ?? id };
}

function openedText(decision: Decision, short: string): string {
  return missingIn(decision).length === 0
    ? `Opened. The page is whole: praxis decide choose ${short} OPTION.`
    : `Opened. praxis decide show ${short} says what is still missing.`;
}

function textsOf({ question, sign, options }: NewDecision): (string | null)[] {
  const texts = options.flatMap((each) => [each.title, each.benefits, each.costs, each.bearers]);
  return [question, sign, ...texts];
}
