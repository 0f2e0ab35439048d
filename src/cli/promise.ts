import { parseComingDay } from '../domain/coming-day.ts';
import type { Day } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import { PROPOSED_BY, type ProposedBy, type Wording } from '../domain/promise.ts';
import { EXIT, UserError } from '../errors.ts';
import { promiseDocument, promiseNoted } from '../render/promise.ts';
import { listPeople } from '../store/person.ts';
import { addPromise, promiseById } from '../store/promise.ts';
import { write } from '../store/write.ts';
import { collect, findPerson, oneOf, takePerson, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { focusIdFor } from './focus-link.ts';
import type { Register } from './register.ts';
import { flagText, saidText } from './texts.ts';

interface Options {
  readonly to?: string;
  readonly by?: string;
  readonly due?: string;
  readonly result?: boolean;
  readonly activity?: boolean;
  readonly proposedBy?: string;
  readonly success?: string;
  readonly with?: readonly string[];
  readonly focus?: boolean;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('promise')
      .description('Note a promise, yours or theirs. praxis promises lists what is open.')
      .argument('[text...]', 'what was promised; @person for whom it was promised to')
      .option('--to <person>', 'to whom')
      .option('--by <person>', 'who promised; you, if left away')
      .option('--due <day>', 'by when: friday, 2026-11-27, in 3 days')
      .option('--result', 'it names a result')
      .option('--activity', 'it names an activity')
      .option('--proposed-by <who>', PROPOSED_BY.join(' or '))
      .option('--success <text>', 'how you will recognise that it is there')
      .option('--with <person>', 'who owns it together with its owner; again for more', collect)
      .option('--focus', 'it serves the focus in force')
      .action(async (text: string[], options: Options) => promise(await context(), text, options)),
    'praxis promise "the budget line" @lee --due friday',
    'praxis promise "signups work without us" --by sam --result --proposed-by owner',
  );
};

/** What the flags say, read as far as that goes without the journal. */
interface Flags {
  readonly to: string | undefined;
  readonly by: string | undefined;
  readonly together: readonly string[];
  readonly dueOn: Day | null;
  readonly wording: Wording | null;
  readonly proposedBy: ProposedBy | null;
  readonly success: string | null;
  readonly focus: boolean;
}

async function promise(
  context: Context,
  given: readonly string[],
  options: Options,
): Promise<void> {
  const { words, person } = takePerson(given);
  const flags = readFlags(options, person, context.today);
  const asks = words.length === 0 && context.interactive;
  const text = asks ? null : said(words.join(' '));
  await checkBoundary(context, [text, flags.success]);
  const made = await context.writing(async (journal) => {
    const people = listPeople(journal);
    const by = flags.by === undefined ? null : findPerson(flags.by, people);
    const to = flags.to === undefined ? null : findPerson(flags.to, people);
    const together = [...new Set(flags.together.map((each) => findPerson(each, people)))];
    checkParties(by, to, together);
    const focus = focusIdFor(journal, flags.focus);
    const core =
      text === null
        ? await askFor(context, people, by, to, flags.dueOn)
        : { text, to, dueOn: flags.dueOn };
    if (core === null) return null;
    const id = write(journal, context.command, (tx) =>
      addPromise(
        tx,
        {
          made_on: context.today,
          text: core.text,
          by_id: by?.id ?? null,
          to_id: core.to?.id ?? null,
          due_on: core.dueOn,
          wording: flags.wording,
          proposed_by: flags.proposedBy,
          success: flags.success,
          focus_id: focus,
        },
        together.map(({ id }) => id),
      ),
    );
    return promiseById(journal, id);
  });
  if (made === null) return context.notice('  Nothing kept.');
  context.answer({ schema: 'praxis.promise/1', ...promiseDocument(made, context.today) }, () =>
    promiseNoted(made, context.today, context.style),
  );
}

function said(text: string): string {
  return saidText(text, 'The promise', 'praxis promise "TEXT" --to lee --due friday.');
}

function readFlags(options: Options, person: string | null, today: Day): Flags {
  const { to, by, due, result, activity, success, focus = false } = options;
  if (to !== undefined && person !== null) {
    throw new UserError(
      `To ${person}, and --to says ${to}.`,
      'Name one of them. Nothing was stored.',
      EXIT.usage,
    );
  }
  if (result && activity) {
    throw new UserError(
      'A promise names a result or an activity.',
      'Choose one of --result and --activity. Nothing was stored.',
      EXIT.usage,
    );
  }
  return {
    to: to ?? person ?? undefined,
    by,
    together: options.with ?? [],
    dueOn: due === undefined ? null : parseComingDay(due, today),
    wording: result ? 'result' : activity ? 'activity' : null,
    proposedBy: oneOf('--proposed-by', options.proposedBy, PROPOSED_BY),
    success: flagText('--success', success),
    focus,
  };
}

/** @throws UserError (usage) for a promise of somebody to themselves, or owned with its own owner. */
export function checkParties(
  by: Person | null,
  to: Person | null,
  together: readonly Person[],
): void {
  const twice = by !== null && (by === to || together.includes(by)) ? by.code : undefined;
  if (twice === undefined) return;
  throw new UserError(
    `${twice} stands on both sides of it.`,
    'Whoever promised is named by --by alone. Nothing was stored.',
    EXIT.usage,
  );
}

/** What is missing, asked for; null when there is no text in the end. */
async function askFor(
  context: Context,
  people: readonly Person[],
  by: Person | null,
  to: Person | null,
  dueOn: Day | null,
): Promise<{ text: string; to: Person | null; dueOn: Day | null } | null> {
  const { terminalFor } = await import('./ask.ts');
  const { askPromise } = await import('../prompts/promise.ts');
  const { ask } = await terminalFor(context);
  return askPromise(ask, {
    byMe: by === null,
    to,
    dueOn,
    readPerson: (typed) => {
      const found = findPerson(typed, people);
      checkParties(by, found, []);
      return found;
    },
    readDay: (typed) => parseComingDay(typed, context.today),
  });
}
