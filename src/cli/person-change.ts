import type { Command } from 'commander';
import { BAD_NEWS, CAME_FOR, type ContactFacts, OPENINGS } from '../domain/contact.ts';
import { inWords } from '../domain/day.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { ALUMNI_CADENCE_DAYS, type Person, parseNewCode } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';
import { personDocument } from '../render/person.ts';
import { counted } from '../render/text.ts';
import { comeBack, leave } from '../store/departure.ts';
import type { Journal } from '../store/journal.ts';
import { addContact, editPerson, listPeople } from '../store/person.ts';
import type { Rows } from '../store/tables.ts';
import { type Tx, write } from '../store/write.ts';
import { findPerson, oneOf, positive } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { checkName, refuseTaken } from './person-code.ts';

interface EditOptions {
  readonly code?: string;
  readonly name?: string;
  readonly cadence?: string;
  readonly roleSince?: string;
  readonly teamSince?: string;
  readonly managerSince?: string;
  readonly future?: string;
}

interface ContactOptions {
  readonly on?: string;
  readonly badNews?: string;
  readonly opening?: string;
  readonly cameFor?: string;
}

interface LeaveOptions {
  readonly on?: string;
  readonly reason?: string;
  readonly growth?: string;
  readonly cost?: string;
  readonly cadence?: string;
  readonly back?: boolean;
}

/** The subcommands that change where somebody stands. */
export function registerChanges(person: Command, context: () => Promise<Context>): void {
  person
    .command('contact')
    .summary('note a two-way talk')
    .description('Note a two-way talk. A message to everybody is none.')
    .argument('<code>')
    .option('--on <day>', 'the day of the talk')
    .option(
      '--bad-news <when>',
      `bad news they brought: ${BAD_NEWS.join(' or ')} (before you knew, or after)`,
    )
    .option('--opening <how>', `an opening of yours: ${OPENINGS.join(' or ')} with one of theirs`)
    .option('--came-for <what>', `what they came for: ${CAME_FOR.join(', ')}`)
    .action(async (code: string, options: ContactOptions) =>
      contact(await context(), code, options),
    );
  person
    .command('edit')
    .summary('mend code, name, cadence, role dates')
    .description('Mend what is said of somebody. An empty value takes it away.')
    .argument('<code>')
    .option('--code <code>', 'another code; everything about them comes along')
    .option('--name <name>', 'the name')
    .option('--cadence <days>', 'days between talks, or usual')
    .option('--role-since <day>', 'a new role: what you knew is a guess again')
    .option('--team-since <day>', 'a new team: the same')
    .option('--manager-since <day>', 'you are new to them: the same')
    .option('--future <text>', 'what they may be one day: supplier, customer, peer, successor')
    .action(async (code: string, options: EditOptions) => edit(await context(), code, options));
  person
    .command('quiet')
    .summary('ask nothing about somebody for a while')
    .description('Ask nothing about somebody for a while. --off ends it.')
    .argument('<code>')
    .option('--off', 'ask about them again')
    .action(async (code: string, options: { off?: boolean }) =>
      quiet(await context(), code, options.off ?? false),
    );
  person
    .command('leave')
    .summary('somebody left; the record stays')
    .description('Somebody left. The record stays, and so may the tie.')
    .argument('<code>')
    .option('--on <day>', 'their last day')
    .option('--reason <text>', 'the reason you heard')
    .option('--growth <text>', 'what had grown while they were here')
    .option('--cost <text>', 'what replacing them costs, as far as you can tell')
    .option('--cadence <days>', `days between contacts from now on (${ALUMNI_CADENCE_DAYS})`)
    .option('--back', 'they came back')
    .action(async (code: string, options: LeaveOptions) => left(await context(), code, options));
}

async function contact(context: Context, code: string, options: ContactOptions): Promise<void> {
  const facts: ContactFacts = {
    badNews: oneOf('--bad-news', options.badNews, BAD_NEWS),
    opening: oneOf('--opening', options.opening, OPENINGS),
    cameFor: oneOf('--came-for', options.cameFor, CAME_FOR),
  };
  const on = parsePastDay(options.on, context.today);
  const person = await change(context, code, (tx, { id }) => {
    addContact(tx, id, on, null, facts);
  });
  const brought = [
    facts.badNews && `bad news, ${facts.badNews}`,
    facts.opening && `an opening, ${facts.opening}`,
    facts.cameFor && `came for ${facts.cameFor}`,
  ].filter((each) => each !== null);
  const tail = brought.length > 0 ? ` (${brought.join('; ')})` : '';
  const when = on === context.today ? '' : ` on ${inWords(on, context.today)}`;
  told(context, person, `Noted: a talk with ${person.code}${when}${tail}.`);
}

async function edit(context: Context, code: string, options: EditOptions): Promise<void> {
  if (Object.keys(options).length === 0) {
    throw new UserError(
      'Nothing to change was named.',
      'praxis person edit --help lists what can be mended.',
      EXIT.usage,
    );
  }
  const day = (text: string) => parsePastDay(text, context.today);
  const patch: Partial<Rows['person']> = {
    ...read(options.code, 'code', (text) => parseNewCode(text)),
    ...read(options.name, 'name', (text) => (text === '' ? null : checkName(text))),
    ...read(options.cadence, 'cadence_days', (text) =>
      text === '' || text === 'usual' ? null : positive('--cadence', text, 3650),
    ),
    ...read(options.roleSince, 'role_since', (text) => (text === '' ? null : day(text))),
    ...read(options.teamSince, 'team_since', (text) => (text === '' ? null : day(text))),
    ...read(options.managerSince, 'manager_since', (text) => (text === '' ? null : day(text))),
    ...read(options.future, 'future_role', (text) => text.trim() || null),
  };
  await checkBoundary(context, [options.future]);
  const person = await change(
    context,
    code,
    (tx, { id, code: old }, journal) => {
      if (patch.code !== undefined && patch.code !== old) refuseTaken(journal, patch.code);
      editPerson(tx, id, patch);
    },
    patch.code,
  );
  told(context, person, `Mended. praxis person show ${person.code} shows it.`);
}

function read<K extends keyof Rows['person']>(
  given: string | undefined,
  column: K,
  parse: (text: string) => Rows['person'][K],
): Partial<Rows['person']> {
  return given === undefined ? {} : ({ [column]: parse(given) } as Partial<Rows['person']>);
}

async function quiet(context: Context, code: string, off: boolean): Promise<void> {
  const person = await change(context, code, (tx, { id, state }) => {
    if (state === 'left') throw hasLeft(code);
    editPerson(tx, id, { state: off ? 'active' : 'quiet' });
  });
  told(
    context,
    person,
    off
      ? `${person.code} is back among those who are asked about.`
      : `Nothing is asked about ${person.code} until praxis person quiet ${person.code} --off.`,
  );
}

async function left(context: Context, code: string, options: LeaveOptions): Promise<void> {
  if (options.back) {
    const person = await change(context, code, (tx, { id, state }) => {
      if (state === 'left') return comeBack(tx, id);
      throw new UserError(
        `${code} has not left.`,
        'praxis person list --left shows who did. Nothing was changed.',
        EXIT.cannot,
      );
    });
    return told(context, person, `${person.code} is back. Welcome.`);
  }
  const on = parsePastDay(options.on, context.today);
  const cadenceDays =
    options.cadence === undefined ? null : positive('--cadence', options.cadence, 3650);
  // Nobody is asked about somebody whom the journal does not know.
  const { code: known } = await context.reading((journal) => findPerson(code, listPeople(journal)));
  const said = await departureSaid(context, known, options);
  await checkBoundary(context, [said.reason, said.growth, said.cost]);
  const person = await change(context, code, (tx, { id }) =>
    leave(tx, id, { on, ...said, cadenceDays }),
  );
  told(
    context,
    person,
    `Kept: ${person.code} left on ${inWords(on, context.today)}. What came before stays as it is; a sign of life every ${counted(person.cadenceDays, 'day')} keeps the tie.`,
  );
}

type Said = { reason: string | null; growth: string | null; cost: string | null };

/** What there is to say of somebody's leaving; at a terminal it is asked for where no flag says it. */
async function departureSaid(context: Context, code: string, options: LeaveOptions): Promise<Said> {
  const { reason, growth, cost } = options;
  const given = { reason: reason || null, growth: growth || null, cost: cost || null };
  const flagged = [reason, growth, cost].some((each) => each !== undefined);
  if (!context.interactive || flagged) return given;
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  const put = (name: string, text: string) =>
    ask({ kind: 'text', name, text, label: '', editor: false });
  return {
    reason: await put('reason', `What did ${code} say about why?`),
    growth: await put('growth', 'What had grown while they were here?'),
    cost: await put('cost', 'What does it cost to replace them, as far as you can tell?'),
  };
}

function hasLeft(code: string): UserError {
  return new UserError(
    `${code} has left.`,
    `praxis person leave ${code} --back, if they returned. Nothing was changed.`,
    EXIT.cannot,
  );
}

/** One change to one person, in one action. */
async function change(
  context: Context,
  code: string,
  how: (tx: Tx, person: Person, journal: Journal) => void,
  newName?: string,
): Promise<Person> {
  return context.writing((journal) => {
    const known = findPerson(code, listPeople(journal));
    write(journal, context.command, (tx) => how(tx, known, journal));
    return findPerson(newName ?? known.code, listPeople(journal));
  });
}

function told(context: Context, person: Person, text: string): void {
  context.answer(
    { schema: 'praxis.person/1', ...personDocument(person, context.today) },
    () => `  ${text}`,
  );
}
