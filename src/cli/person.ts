import { parseDay } from '../domain/day.ts';
import { parseNewCode } from '../domain/person.ts';
import { recallLag } from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { peopleText, personDocument, personText } from '../render/person.ts';
import { addContact, addPerson, listPeople } from '../store/person.ts';
import { countsOf, wordsAbout } from '../store/person-facts.ts';
import { write } from '../store/write.ts';
import { findPerson, positive, withDefault, withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

interface AddOptions {
  readonly name?: string;
  readonly cadence?: string;
}

export const register: Register = (program, context) => {
  const person = withExamples(
    program.command('person').description('The people you lead: codes first, names optional.'),
    'praxis person add lee --cadence 7',
    'praxis person contact lee',
    'praxis person show lee',
  );
  withDefault(person, async () => listAll(await context()));
  person
    .command('add')
    .description('Add somebody. The code is what is shown; the name stays in the journal.')
    .argument('<code>', 'a short code, such as lee or p02')
    .option('--name <name>', 'the name, shown only at a terminal')
    .option('--cadence <days>', 'days between talks (7; 14 with more than 8 people)')
    .action(async (code: string, options: AddOptions) => add(await context(), code, options));
  person
    .command('list')
    .description('Everybody, with when you last talked.')
    .action(async () => listAll(await context()));
  person
    .command('show')
    .description(
      'One person: contact, counts of the last four weeks, your last words about the two of you.',
    )
    .argument('<code>')
    .action(async (code: string) => show(await context(), code));
  person
    .command('contact')
    .description('Note a two-way talk. A message to everybody is none.')
    .argument('<code>')
    .option('--on <day>', 'the day of the talk')
    .action(async (code: string, options: { on?: string }) =>
      contact(await context(), code, options),
    );
};

async function add(context: Context, given: string, options: AddOptions): Promise<void> {
  const code = parseNewCode(given);
  const cadenceDays =
    options.cadence === undefined ? null : positive('--cadence', options.cadence, 3650);
  const name = options.name ?? null;
  if (name !== null && (!name.isWellFormed() || /\p{Cc}/u.test(name) || name.trim() === '')) {
    throw new UserError(
      'The name holds characters that are no part of a name.',
      'Leave --name away, or write it plainly.',
      EXIT.usage,
    );
  }
  const added = await context.writing((journal) => {
    if (listPeople(journal).some((each) => each.code === code)) {
      throw new UserError(
        `"${code}" is in the journal already.`,
        `praxis person show ${code} shows them.`,
        EXIT.conflict,
      );
    }
    write(journal, context.command, (tx) =>
      addPerson(tx, { code, name, cadenceDays, addedOn: context.today }),
    );
    return findPerson(code, listPeople(journal));
  });
  context.answer(
    { schema: 'praxis.person/1', ...personDocument(added, context.today) },
    () => `  Added ${added.code}: a talk every ${added.cadenceDays} days.`,
  );
}

async function show(context: Context, code: string): Promise<void> {
  await context.reading((journal) => {
    const person = findPerson(code, listPeople(journal));
    const counts = countsOf(journal, person.id, context.today);
    const words = wordsAbout(journal, person.id, 3);
    context.answer(
      { schema: 'praxis.person/1', ...personDocument(person, context.today), counts, words },
      () =>
        personText(
          person,
          counts,
          words,
          context.today,
          context.style,
          context.world.isTerminal('stdout'),
        ),
    );
  });
}

async function contact(context: Context, code: string, options: { on?: string }): Promise<void> {
  const on = options.on === undefined ? context.today : parseDay(options.on, context.today);
  recallLag(on, context.today);
  const person = await context.writing((journal) => {
    const known = findPerson(code, listPeople(journal));
    write(journal, context.command, (tx) => addContact(tx, known.id, on, null));
    return findPerson(code, listPeople(journal));
  });
  context.answer(
    { schema: 'praxis.person/1', ...personDocument(person, context.today) },
    () => `  Noted: a talk with ${person.code}${on === context.today ? '' : ` on ${on}`}.`,
  );
}

async function listAll(ctx: Context): Promise<void> {
  await ctx.reading((journal) => {
    const people = listPeople(journal);
    ctx.answer(
      {
        schema: 'praxis.people/1',
        people: people.map((each) => personDocument(each, ctx.today)),
      },
      () => peopleText(people, ctx.today, ctx.style, ctx.world.isTerminal('stdout')),
    );
  });
}
