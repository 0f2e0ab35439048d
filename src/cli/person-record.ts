import type { Command } from 'commander';
import { parsePastDay } from '../domain/past-day.ts';
import { type LabelSide, withOneLabel } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';
import { labelsText } from '../render/label.ts';
import { addBenefit, benefitById } from '../store/departure.ts';
import { addLabel, listLabels } from '../store/label.ts';
import { listPeople } from '../store/person.ts';
import { write } from '../store/write.ts';
import { findPerson } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';

interface LabelOptions {
  readonly follower?: boolean;
  readonly leader?: boolean;
  readonly moment?: string;
}

/** What one says of somebody: the words one uses, and what came back after they left. */
export function registerRecords(person: Command, context: () => Promise<Context>): void {
  person
    .command('label')
    .summary('the words you use for people')
    .description(
      'The words you use for people; with a code and a word, keep one. Each is a guess until a moment shows it.',
    )
    .argument('[code]')
    .argument('[word...]', 'the word')
    .option('--follower', 'a word you use for followers')
    .option('--leader', 'a word you use for leaders')
    .option('--moment <text>', 'a moment that shows it')
    .action(async (code: string | undefined, word: string[], options: LabelOptions) =>
      code === undefined ? list(await context()) : label(await context(), code, word, options),
    );
  person
    .command('benefit')
    .summary('what came back from somebody who left')
    .description('Something that came back from somebody who left: a lead, advice, a return.')
    .argument('<code>')
    .argument('<text...>')
    .option('--on <day>', 'the day it came')
    .action(async (code: string, text: string[], options: { on?: string }) =>
      benefit(await context(), code, text, options),
    );
}

async function list(context: Context): Promise<void> {
  await context.reading((journal) => {
    const labels = listLabels(journal);
    context.answer({ schema: 'praxis.labels/1', labels, oneLabel: withOneLabel(labels) }, () =>
      labelsText(labels, withOneLabel(labels), context.style),
    );
  });
}

async function label(
  context: Context,
  code: string,
  given: readonly string[],
  options: LabelOptions,
): Promise<void> {
  const word = readLabel(given.join(' '), `praxis person label ${code} reliable --leader.`);
  if (options.follower && options.leader) {
    throw new UserError(
      'One side a word.',
      'Choose one of --follower and --leader. Nothing was stored.',
      EXIT.usage,
    );
  }
  const side: LabelSide | null = options.follower ? 'follower' : options.leader ? 'leader' : null;
  const moment = options.moment?.trim() || null;
  await checkBoundary(context, [word, moment]);
  const kept = await context.writing((journal) => {
    const person = findPerson(code, listPeople(journal));
    const id = write(journal, context.command, (tx) =>
      addLabel(tx, person.id, { on: context.today, word, side, moment }),
    );
    return listLabels(journal).find((each) => each.id === id);
  });
  context.answer({ schema: 'praxis.label/1', ...kept }, () =>
    kept?.moment
      ? '  Kept, with the moment that shows it.'
      : '  Kept as a guess. --moment adds the moment that shows it.',
  );
}

/** @throws UserError (usage) for what is no word or two. */
export function readLabel(text: string, hint: string): string {
  const word = text.trim();
  if (word !== '' && word.length <= 40 && word.isWellFormed()) return word;
  throw new UserError(
    word === '' ? 'The word is missing.' : 'A label is a word or two, at most 40 characters.',
    `${hint} Nothing was stored.`,
    EXIT.usage,
  );
}

async function benefit(
  context: Context,
  code: string,
  given: readonly string[],
  options: { on?: string },
): Promise<void> {
  const text = given.join(' ').trim();
  const on = parsePastDay(options.on, context.today);
  if (text === '' || !text.isWellFormed()) {
    throw new UserError(
      'There is no text to keep.',
      'Say what came back. Nothing was stored.',
      EXIT.usage,
    );
  }
  await checkBoundary(context, [text]);
  const kept = await context.writing((journal) => {
    const person = findPerson(code, listPeople(journal));
    if (person.state !== 'left') {
      throw new UserError(
        `${person.code} has not left.`,
        `praxis note "..." @${person.code} keeps a thought about them. Nothing was stored.`,
        EXIT.cannot,
      );
    }
    const id = write(journal, context.command, (tx) => addBenefit(tx, person.id, on, text));
    return benefitById(journal, id);
  });
  context.answer({ schema: 'praxis.benefit/1', ...kept }, () => '  Kept.');
}
