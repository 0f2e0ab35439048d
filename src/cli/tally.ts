import { HEARD_ABOUT, type Heard } from '../domain/heard.ts';
import { didYouMean } from '../domain/nearest.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { checkRecall } from '../domain/session.ts';
import {
  CODES,
  COUNTERS,
  checkCount,
  MET,
  type Met,
  parseTallyWord,
  TALLY_KEYS,
  type Tally,
  tallyKey,
} from '../domain/tally.ts';
import { EXIT, UserError } from '../errors.ts';
import { momentLine, sessionDocument } from '../render/session.ts';
import { listPeople } from '../store/person.ts';
import { checkContact, findPerson, positive, takePerson, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import { asksForContact } from './contact.ts';
import type { Context } from './context.ts';
import { keepMoment } from './keep-moment.ts';
import type { Register } from './register.ts';

interface Options {
  readonly on?: string;
  readonly late?: boolean;
  readonly warranted?: boolean;
  readonly contact?: boolean;
  readonly minutes?: string;
  readonly met?: string;
  readonly quote?: string;
  readonly explain?: boolean;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('tally')
      .description(
        'Count a moment as it happens: the word or the code of a counter, with a number behind it if it is not one.',
      )
      .argument('[code...]', 'handed-back, c, a2, w:fit, a!, and @person for whom it was with')
      .option('--on <day>', 'the day it happened: today, yesterday, 2026-11-20')
      .option('--late', 'count a day further back than two days; in no index')
      .option('--warranted', 'the answers had to come from you: the same as a!')
      .option('--contact', 'this was a talk with the person: note the contact too')
      .option('--minutes <n>', 'minutes spent handing it back')
      .option('--met <how>', `how you met a challenge: ${MET.join(', ')}`)
      .option('--quote <words>', 'keep their question in its words')
      .option('--explain', 'say what each counter means')
      .action(async (codes: string[], options: Options) => tally(await context(), codes, options)),
    'praxis tally handed-back @lee',
    'praxis tally a2 c        two answers given, one handed back',
    'praxis tally w:challenge @sam --met explored',
  );
};

async function tally(context: Context, given: readonly string[], options: Options): Promise<void> {
  if (options.explain) return explain(context);
  const { words, person } = takePerson(given);
  checkContact(person, options.contact);
  const tallies = read(words, options);
  const met = metFrom(options, tallies);
  const minutes = minutesFrom(options, tallies);
  const heard = quotedFrom(options, tallies);
  const on = parsePastDay(options.on, context.today);
  const answers = { tallies: Object.fromEntries(tallies.map((each) => [tallyKey(each), each.n])) };
  checkRecall(answers, on, context.today, options.late ?? false);
  await checkBoundary(context, [heard?.text]);
  const session = await context.writing(async (journal) => {
    const named = person === null ? null : findPerson(person, listPeople(journal));
    const contact = await asksForContact(context, named, options.contact);
    return keepMoment(journal, context, {
      on,
      answers,
      person: named?.code ?? null,
      contact,
      minutes,
      met,
      heard,
    });
  });
  context.answer(
    { schema: 'praxis.session/1', ...sessionDocument(session) },
    () =>
      `  Counted: ${momentLine(session)}.${heard ? ' The question waits: praxis question heard.' : ''}`,
  );
  if (heard?.about === 'success' && context.interactive)
    context.notice('  praxis promise "RESULT" --success "SIGN" says how it will be recognised.');
}

/** Reads the counters of a command; the same one named twice adds up. */
function read(words: readonly string[], options: Options): Tally[] {
  if (words.length === 0) {
    throw new UserError(
      'No counter was named.',
      'praxis tally handed-back @lee, or praxis tally --explain for all of them.',
      EXIT.usage,
    );
  }
  const byKey = new Map<string, Tally>();
  for (const word of words) {
    const parsed = parseTallyWord(word);
    if (!parsed) {
      throw new UserError(
        `"${word}" is no counter.${didYouMean(word, TALLY_KEYS)}`,
        'praxis tally --explain says what each one means. Nothing was stored.',
        EXIT.usage,
      );
    }
    const one = options.warranted && parsed.code === 'a' ? { ...parsed, warranted: true } : parsed;
    const key = tallyKey(one);
    const n = one.n + (byKey.get(key)?.n ?? 0);
    checkCount(n, word);
    byKey.set(key, { ...one, n });
  }
  const tallies = [...byKey.values()];
  if (options.warranted && !tallies.some(({ code }) => code === 'a')) {
    throw new UserError(
      '--warranted goes with answers.',
      'praxis tally answered --warranted. Nothing was stored.',
      EXIT.usage,
    );
  }
  return tallies;
}

function metFrom({ met }: Options, tallies: readonly Tally[]): Met | null {
  if (met === undefined) return null;
  const how = MET.find((each) => each === met);
  if (how && tallies.some(({ subtype }) => subtype === 'challenge')) return how;
  throw new UserError(
    how ? '--met goes with w:challenge.' : `--met is "${met}".${didYouMean(met, MET)}`,
    'praxis tally w:challenge @sam --met explored. Nothing was stored.',
    EXIT.usage,
  );
}

/** The question of the one counter that it goes with. */
function quotedFrom(
  { quote }: Options,
  tallies: readonly Tally[],
): Pick<Heard, 'about' | 'text'> | null {
  if (quote === undefined) return null;
  const kinds = tallies.filter(({ code, subtype }) => code === 'w' && subtype !== null);
  const about = HEARD_ABOUT.find((each) => each === kinds[0]?.subtype);
  const said = quote.trim() !== '' && quote.isWellFormed();
  if (about && kinds.length === 1 && kinds[0]?.n === 1 && said) return { about, text: quote };
  throw new UserError(
    said ? '--quote goes with one question.' : '--quote holds no words.',
    'praxis tally w:fit @sam --quote "How does this fit?" Nothing was stored.',
    EXIT.usage,
  );
}

function minutesFrom({ minutes }: Options, tallies: readonly Tally[]): number | null {
  if (minutes === undefined) return null;
  if (tallies.some(({ code }) => code === 'c')) return positive('--minutes', minutes, 1440);
  throw new UserError(
    '--minutes goes with handed-back.',
    'praxis tally handed-back @lee --minutes 15. Nothing was stored.',
    EXIT.usage,
  );
}

async function explain(context: Context): Promise<void> {
  const { countersText } = await import('../render/counters.ts');
  const counters = CODES.map((code) => {
    const { word, label, meaning, subtypes } = COUNTERS[code];
    return { code, word, label, meaning, subtypes };
  });
  context.answer({ schema: 'praxis.counters/1', counters }, () => countersText(context.style));
}
