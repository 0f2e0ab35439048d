import type { Day } from '../domain/day.ts';
import type { Facet } from '../domain/facet.ts';
import { type BetOutcome, isConfirmed } from '../domain/knowledge.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Journal } from '../store/journal.ts';
import { settleBet } from '../store/knowledge.ts';
import { write } from '../store/write.ts';
import { checkContact, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import { asksForContact } from './contact.ts';
import type { Context } from './context.ts';
import { inputFrom, type KnowOptions, type Learning } from './know-input.ts';
import { betsOn, keepLearned, knowledgeIn, settleWith, tell } from './know-keep.ts';
import { questionsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import { questionNamed } from './question-show.ts';
import type { Register } from './register.ts';
import { facetNamed, type Subject, subjectNamed } from './subject.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('know')
      .description('What you know, or only assume, of how somebody works. Alone: facet by facet.')
      .argument('<person>', 'a code, or me')
      .argument('[facet]', 'its id, or the beginning of it')
      .argument('[text...]', 'what it is; - reads stdin')
      .option('--how <state>', 'na, unknown, assumed, told or seen (at least twice)')
      .option('--sure <share>', 'how sure you are of a guess, 0.5 to 1: a bet')
      .option('--was <outcome>', 'what became of the bet: right, wrong or half')
      .option('--source <text>', 'where you know it from')
      .option('--question <id>', 'the question of your list that led to it')
      .option('--on <day>', 'the day you learned it')
      .option('--contact', 'this was a talk with the person: note the contact too')
      .option('--rate <step>', 'whom you lead, 1 to 5, as the walk asks it')
      .action(
        async (person: string, facet: string | undefined, text: string[], options: KnowOptions) =>
          know(await context(), person, facet, text, options),
      ),
    'praxis know lee',
    'praxis know lee best-hours "mornings before ten" --how assumed --sure 0.8',
    'praxis know lee best-hours "after lunch" --how told --was wrong',
  );
};

async function know(
  context: Context,
  named: string,
  facetNameGiven: string | undefined,
  words: readonly string[],
  options: KnowOptions,
): Promise<void> {
  if (facetNameGiven === undefined) {
    const { walkOrRate } = await import('./know-walk.ts');
    return walkOrRate(context, named, options);
  }
  const input = await inputFrom(context, words, options);
  const on = parsePastDay(options.on, context.today);
  const library = await loadLibrary(context);
  await context.writing(async (journal) => {
    const subject = subjectNamed(journal, library, named);
    const facet = facetNamed(facetNameGiven, subject);
    checkContact(subject.person && subject.code, options.contact);
    if (input.kind === 'settle') return settle(context, journal, subject, facet, on, input.was);
    if (input.kind === 'ask') {
      const { askOne } = await import('./know-walk.ts');
      return askOne(context, journal, subject, facet, input.text);
    }
    if (subject.person === null) checkMirror(input);
    const waiting = isConfirmed(input.state) ? betsOn(journal, subject, facet, on) : [];
    if (input.was !== null && waiting.length === 0) throw noBet(subject, facet);
    const question =
      input.question === null ? null : questionNamed(input.question, questionsOf(journal, library));
    await checkBoundary(context, [input.text, input.source]);
    const settled = await settleWith(context, subject, facet, waiting, input.was);
    const contact =
      input.state === 'told'
        ? await asksForContact(context, subject.person, options.contact)
        : options.contact === true;
    const { state, text, source, confidence } = input;
    const known = keepLearned(journal, context, {
      subject,
      facet,
      state,
      text,
      source,
      confidence,
      on,
      settled,
      question,
      contact,
    });
    tell(context, subject, facet, known, settled);
  });
}

/** Says what became of a bet, and nothing else. */
async function settle(
  context: Context,
  journal: Journal,
  subject: Subject,
  facet: Facet,
  on: Day,
  was: BetOutcome,
): Promise<void> {
  const settled = await settleWith(
    context,
    subject,
    facet,
    betsOn(journal, subject, facet, on),
    was,
  );
  const [{ bet } = { bet: undefined }] = settled;
  if (!bet) throw noBet(subject, facet);
  write(journal, context.command, (tx) => settleBet(tx, bet.id, was, on, null));
  tell(context, subject, facet, knowledgeIn(journal, subject, bet.id), settled);
}

function noBet({ code }: Subject, { id }: Facet): UserError {
  return new UserError(
    `No bet on ${id} of ${code} waits to be settled.`,
    `praxis audit ${code} --history shows the guesses. Nothing was stored.`,
    EXIT.cannot,
  );
}

/** @throws UserError (usage) for what is about somebody else only. */
function checkMirror({ confidence, question }: Learning): void {
  if (confidence === null && question === null) return;
  const flag = confidence === null ? '--question' : '--sure';
  throw new UserError(
    `${flag} goes with somebody else, and this is about yourself.`,
    `Leave ${flag} away. Nothing was stored.`,
    EXIT.usage,
  );
}
