import { parsePastDay } from '../domain/past-day.ts';
import { type Person, parseNewCode, withOneLabel } from '../domain/person.ts';
import { peopleText, personDocument, personText } from '../render/person.ts';
import { benefitsOf, departureOf } from '../store/departure.ts';
import type { Journal } from '../store/journal.ts';
import { listLabels } from '../store/label.ts';
import { addPerson, listPeople } from '../store/person.ts';
import { broughtBy, countsOf, wordsAbout } from '../store/person-facts.ts';
import { write } from '../store/write.ts';
import { findPerson, positive, withDefault, withExamples } from './args.ts';
import type { Context } from './context.ts';
import { registerChanges } from './person-change.ts';
import { checkName, refuseTaken } from './person-code.ts';
import { registerForget } from './person-forget.ts';
import { registerRecords } from './person-record.ts';
import type { Register } from './register.ts';

interface AddOptions {
  readonly name?: string;
  readonly cadence?: string;
  readonly roleSince?: string;
}

export const register: Register = (program, context) => {
  const person = withExamples(
    program.command('person').description('The people you lead: codes first, names optional.'),
    'praxis person add lee --cadence 7',
    'praxis person contact lee --bad-news early',
    'praxis person show lee',
  );
  withDefault(person, async () => listAll(await context(), {}));
  person
    .command('add')
    .summary('add somebody, by a short code')
    .description('Add somebody. The code is what is shown; the name stays in the journal.')
    .argument('<code>', 'a short code, such as lee or p02')
    .option('--name <name>', 'the name, shown only at a terminal')
    .option('--cadence <days>', 'days between talks (7; 14 with more than 8 people)')
    .option('--role-since <day>', 'since when they have their role')
    .action(async (code: string, options: AddOptions) => add(await context(), code, options));
  person
    .command('list')
    .summary('everybody, with when you last talked')
    .description('Everybody, with when you last talked.')
    .option('--left', 'those who left: what it cost, and what came back')
    .action(async (options: { left?: boolean }) => listAll(await context(), options));
  person
    .command('show')
    .summary('one person')
    .description('One person: contact, counts, what talks brought, your last words about you two.')
    .argument('<code>')
    .action(async (code: string) => show(await context(), code));
  registerChanges(person, context);
  registerRecords(person, context);
  registerForget(person, context);
};

async function add(context: Context, given: string, options: AddOptions): Promise<void> {
  const code = parseNewCode(given);
  const cadenceDays =
    options.cadence === undefined ? null : positive('--cadence', options.cadence, 3650);
  const name = options.name === undefined ? null : checkName(options.name);
  const roleSince =
    options.roleSince === undefined ? null : parsePastDay(options.roleSince, context.today);
  const added = await context.writing((journal) => {
    refuseTaken(journal, code);
    write(journal, context.command, (tx) =>
      addPerson(tx, { code, name, cadenceDays, addedOn: context.today, roleSince }),
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
    const person = findPerson(code, listPeople(journal), true);
    const facts = {
      counts: countsOf(journal, person.id, context.today),
      words: wordsAbout(journal, person.id, 3),
      brought: broughtBy(journal, person.id, context.today),
      labels: listLabels(journal).filter((label) => label.person === person.code),
      departure: departureOf(journal, person.id) ?? null,
      benefits: benefitsOf(journal, person.id),
    };
    context.answer(
      { schema: 'praxis.person/1', ...personDocument(person, context.today), ...facts },
      () =>
        personText(person, facts, context.today, context.style, context.world.isTerminal('stdout')),
    );
  });
}

async function listAll(context: Context, { left = false }: { left?: boolean }): Promise<void> {
  await context.reading(async (journal) => {
    const everybody = listPeople(journal);
    const people = everybody.filter(({ state }) => !left || state === 'left');
    const document = {
      schema: 'praxis.people/1',
      people: people.map((each) => ({
        ...personDocument(each, context.today),
        ...(left ? gone(journal, each) : {}),
      })),
      oneLabel: withOneLabel(listLabels(journal)),
    };
    if (left) {
      const { alumniText } = await import('../render/alumni.ts');
      const alumni = people.map((person) => ({ person, ...gone(journal, person) }));
      context.answer(document, () => alumniText(alumni, context.today, context.style));
    } else {
      const named = context.world.isTerminal('stdout');
      context.answer(document, () => peopleText(people, context.today, context.style, named));
    }
  });
}

/** What somebody's leaving cost and brought. */
function gone(journal: Journal, { id }: Person) {
  return { departure: departureOf(journal, id) ?? null, benefits: benefitsOf(journal, id) };
}
