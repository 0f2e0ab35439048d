import { existsSync, statSync } from 'node:fs';
import { SKIP_REASONS } from '../domain/exercise.ts';
import { fieldsOf } from '../domain/exercise-record.ts';
import type { Library } from '../domain/library.ts';
import { REMINDED, REMINDER_DAYS } from '../domain/reminder.ts';
import { SERIES, SERIES_IDS } from '../domain/series.ts';
import { CODES, COUNTERS, MET } from '../domain/tally.ts';
import { SERIES_UNITS } from '../domain/verdict.ts';
import type { Candidate, Reply } from '../render/completion.ts';
import { plainStyle } from '../render/text.ts';
import { CONFIG_KEYS, SETTINGS } from '../store/config.ts';
import type { Journal } from '../store/journal.ts';
import type { World } from '../world.ts';
import { Context } from './context.ts';

/** A place on a command line where a value is to stand. */
interface Where {
  /** The command: `exercise do`. */
  readonly path: string;
  /** What its help calls the value: `day` of `--on <day>`. */
  readonly name: string;
  readonly about: string;
  /** Arguments before it. */
  readonly positionals: readonly string[];
  readonly word: string;
  /** What `--journal` names on this line. */
  readonly journal: string | undefined;
}

type Values = (where: Where, context: Context) => Promise<readonly Candidate[]> | 'files';

/**
 * What a value can be, by the name that help gives it, or by command and name where a name means several things.
 * A new kind of value (a series, a promise) is one line here; commands that use a name of the list need nothing.
 */
const VALUES: Readonly<Record<string, Values>> = {
  file: () => 'files',
  path: () => 'files',
  day: async () => words('today', 'yesterday', ...WEEKDAYS),
  person: async (_, context) => people(context),
  code: async (_, context) => people(context),
  'person add code': async () => [],
  'tally code': async () => counters(),
  'tally how': async () => words(...MET),
  week: async () => words('this', 'last'),
  exercise: async (_, context) => exercises(context),
  'exercise do what': async (where, context) => recordKeys(where, context),
  'exercise log what': async (where, context) => recordKeys(where, context),
  'exercise skip why': async () => words(...SKIP_REASONS),
  'export markdown unit': async () => words('day', 'month'),
  'remind install command': async () => words(...REMINDED),
  'remind install weekday': async () => words(...REMINDER_DAYS),
  'show what': async () => words('last', 'today', 'yesterday', ...WEEKDAYS),
  key: async () => CONFIG_KEYS.map((value) => ({ value, about: SETTINGS[value].about })),
  'learn card': async (_, context) => cards(context),
  'pack show name': async (_, context) => packs(context),
  'schema name': async () => schemas(),
  'trends series': async (_, context) => [...shippedSeries(), ...(await ownSeries(context))],
  'series add name': async (_, context) => ownSeries(context),
  'series remove name': async (_, context) => ownSeries(context),
  'series import name': async (_, context) => ownSeries(context),
  unit: async () => words(...SERIES_UNITS),
};

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What may stand in a place. `@` is a person wherever it is typed. */
export async function valuesFor(where: Where, world: World): Promise<Reply> {
  const { path, name, word, journal } = where;
  const options = journal === undefined ? {} : { journal };
  const context = new Context(world, options, path, plainStyle(80));
  if (word.startsWith('@')) {
    const codes = await people(context);
    return { candidates: codes.map(({ value, about }) => ({ value: `@${value}`, about })) };
  }
  const values = VALUES[`${path} ${name}`] ?? VALUES[name];
  const found = values?.(where, context) ?? [];
  return found === 'files' ? found : { candidates: await found };
}

function words(...values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value, about: '' }));
}

/** Codes, never names: what a shell shows may be looked at by others. */
async function people(context: Context): Promise<Candidate[]> {
  const { listPeople } = await import('../store/person.ts');
  return lookedUp(context, (journal) => listPeople(journal).map(({ code }) => code));
}

async function ownSeries(context: Context): Promise<Candidate[]> {
  const { listSeries } = await import('../store/series.ts');
  return lookedUp(context, (journal) => listSeries(journal).map(({ name }) => name));
}

function shippedSeries(): Candidate[] {
  return SERIES_IDS.map((value) => ({ value, about: SERIES[value].title }));
}

/** Names from the journal, if there is one. */
async function lookedUp(
  { file, world }: Context,
  read: (journal: Journal) => string[],
): Promise<Candidate[]> {
  // A pipe by that name would keep the shell waiting.
  if (!existsSync(file) || !statSync(file).isFile()) return [];
  const { openToRead } = await import('../store/open.ts');
  // Without a trace and without waiting for others: at worst nobody is offered.
  const journal = openToRead(file, world, true);
  try {
    return words(...read(journal));
  } finally {
    journal.close();
  }
}

function counters(): Candidate[] {
  return CODES.flatMap((code) => {
    const { word, label, subtypes } = COUNTERS[code];
    const kinds = subtypes.map((kind) => ({
      value: `${code}:${kind}`,
      about: `${label}: ${kind}`,
    }));
    return [{ value: word, about: label }, ...kinds];
  });
}

async function libraryFor(context: Context): Promise<Library> {
  const { loadPacks } = await import('./library.ts');
  return (await loadPacks(context)).library;
}

async function exercises(context: Context): Promise<Candidate[]> {
  const library = await libraryFor(context);
  return library.exercises.flatMap(({ id, slug, title }) => [
    { value: id, about: title },
    { value: slug, about: title },
  ]);
}

async function recordKeys({ positionals }: Where, context: Context): Promise<Candidate[]> {
  const named = positionals[0]?.toLowerCase();
  const exercise = (await libraryFor(context)).exercises.find(
    ({ id, slug }) => id.toLowerCase() === named || slug === named,
  );
  const fields = exercise ? fieldsOf(exercise.records) : [];
  return fields.flatMap(({ key, label, takes }) =>
    Array.isArray(takes)
      ? takes.map((value: string) => ({ value: `${key}=${value}`, about: label }))
      : [{ value: `${key}=`, about: label }],
  );
}

async function cards(context: Context): Promise<Candidate[]> {
  const library = await libraryFor(context);
  const all = library.cards.map(({ id, title }) => ({ value: id, about: title }));
  return [{ value: 'list', about: 'all of them' }, ...all];
}

async function packs(context: Context): Promise<Candidate[]> {
  const { SHIPPED } = await import('../content/shipped.ts');
  const { loadPacks } = await import('./library.ts');
  const own = (await loadPacks(context)).own.map(({ pack }) => pack);
  return [...SHIPPED, ...own].map(({ pack, title }) => ({ value: pack, about: title ?? '' }));
}

async function schemas(): Promise<Candidate[]> {
  const { SCHEMAS } = await import('./schemas.ts');
  return SCHEMAS.map(({ name, about }) => ({ value: name, about }));
}
