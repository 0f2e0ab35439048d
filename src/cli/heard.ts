import type { Command } from 'commander';
import type { Heard } from '../domain/heard.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { EXIT, UserError } from '../errors.ts';
import { heardDocument, heardText } from '../render/heard.ts';
import { paragraph, visible, visibleLine } from '../render/text.ts';
import { answerHeard, heardById, listHeard } from '../store/heard.ts';
import { resolveId, shortIds } from '../store/reference.ts';
import { latestStatement } from '../store/statement.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';

interface AnswerOptions {
  readonly on?: string;
}

/** Adds `heard` and `answer` to `praxis question`: what others asked, kept in its words until it is answered. */
export function registerHeard(question: Command, context: () => Promise<Context>): void {
  question
    .command('heard')
    .description('what others asked you and waits for an answer')
    .option('--all', 'those you answered too')
    .action(async (options: { all?: boolean }) => list(await context(), options));
  question
    .command('answer')
    .description('say that such a question is answered, and how')
    .argument('<id>', 'as praxis question heard shows it')
    .argument('[text...]', 'what you answered')
    .option('--on <day>', 'the day of that')
    .action(async (id: string, words: string[], options: AnswerOptions) =>
      answer(await context(), id, words, options),
    );
}

async function list(context: Context, { all = false }: { all?: boolean }): Promise<void> {
  await context.reading((journal) => {
    const { today, style } = context;
    const heard = listHeard(journal).filter(({ answeredOn }) => all || answeredOn === null);
    context.answer(
      { schema: 'praxis.heard/1', heard: heard.map((each) => heardDocument(each, today)) },
      () => {
        const ids = shortIds(
          journal,
          heard.map(({ id }) => id),
        );
        const focus = latestStatement(journal, 'focus')?.text ?? null;
        return heardText(heard, focus, ids, today, style);
      },
    );
  });
}

async function answer(
  context: Context,
  prefix: string,
  words: readonly string[],
  options: AnswerOptions,
): Promise<void> {
  const given = wordsFrom(words);
  const on = parsePastDay(options.on, context.today);
  await checkBoundary(context, [given]);
  const heard = await context.writing(async (journal) => {
    const { id } = resolveId(journal, prefix, ['heard']);
    const waiting = heardById(journal, id);
    if (waiting.answeredOn !== null) return answeredAlready(waiting, given);
    const text = given ?? (context.interactive ? await asked(context, waiting) : null);
    write(journal, context.command, (tx) => answerHeard(tx, id, on, text));
    return heardById(journal, id);
  });
  context.answer({ schema: 'praxis.heard/1', heard: [heardDocument(heard, context.today)] }, () =>
    paragraph(`Answered: ${visibleLine(heard.text)}`, context.style.width),
  );
}

/** The same answer again is the same; another one is not taken silently. */
function answeredAlready(heard: Heard, given: string | null): Heard {
  if (given === null || given === heard.answer) return heard;
  throw new UserError(
    'This question is answered already.',
    'praxis edit ID --item answer --to "TEXT" mends the answer. Nothing was changed.',
    EXIT.conflict,
  );
}

async function asked(context: Context, heard: Heard): Promise<string | null> {
  const { terminalFor } = await import('./ask.ts');
  const { askText } = await import('../prompts/boundary.ts');
  const { ask } = await terminalFor(context);
  return askText(ask, {
    kind: 'text',
    name: 'answer',
    text: visible(heard.text),
    label: 'your answer ',
    editor: true,
  });
}

function wordsFrom(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const text = words.join(' ');
  if (text.trim() !== '' && text.isWellFormed()) return text;
  throw new UserError(
    'The answer holds no words.',
    'praxis question answer ID "TEXT", or leave the text away. Nothing was changed.',
    EXIT.usage,
  );
}
