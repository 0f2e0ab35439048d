import {
  readSentence,
  type Statement,
  type StatementKind,
  saysAlready,
  sentenceProblem,
} from '../domain/statement.ts';
import { EXIT, UserError } from '../errors.ts';
import { choicesText, statementDocument, statementText } from '../render/statement.ts';
import { addStatement, latestStatement, listStatements } from '../store/statement.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';

interface Because {
  readonly because?: string;
}

const SAID = { focus: 'praxis focus set "SENTENCE"', choice: 'praxis focus choice "SENTENCE"' };

/** `focus set`: a new sentence; asked for when nobody gave one and somebody is there. */
export async function set(
  context: Context,
  words: readonly string[],
  options: Because,
): Promise<void> {
  const because = reasonFrom(options);
  const text =
    words.length > 0 || !context.interactive
      ? readSentence(words.join(' '), SAID.focus)
      : await asked(context);
  if (text === null) return context.notice('  Nothing kept.');
  told(context, await keep(context, 'focus', text, because), 'Focus');
}

/** `focus choice`: the present one and its history, or a new one in front of them. */
export async function choice(
  context: Context,
  words: readonly string[],
  options: Because,
): Promise<void> {
  const because = reasonFrom(options);
  if (words.length > 0) {
    const text = readSentence(words.join(' '), SAID.choice);
    return told(context, await keep(context, 'choice', text, because), 'Choice');
  }
  if (because !== null) {
    throw new UserError(
      '--because goes with a sentence.',
      `${SAID.choice} --because "TEXT". Nothing was stored.`,
      EXIT.usage,
    );
  }
  await context.reading((journal) => {
    const choices = listStatements(journal, 'choice');
    context.answer({ schema: 'praxis.choices/1', choices: choices.map(statementDocument) }, () =>
      choicesText(choices, context.today, context.style),
    );
  });
}

async function keep(
  context: Context,
  kind: StatementKind,
  text: string,
  because: string | null,
): Promise<Statement> {
  await checkBoundary(context, [text, because]);
  return context.writing((journal) => {
    const latest = latestStatement(journal, kind);
    if (saysAlready(latest, text, because)) return latest;
    return write(journal, context.command, (tx) =>
      addStatement(tx, { kind, on: context.today, text, because }),
    );
  });
}

function told(context: Context, statement: Statement, what: string): void {
  const { kind } = statement;
  context.answer(
    { schema: 'praxis.statement/1', kind, ...statementDocument(statement) },
    () => `  ${what} kept.\n${statementText(statement, context.style)}`,
  );
}

function reasonFrom({ because }: Because): string | null {
  if (because === undefined) return null;
  if (because.trim() !== '' && because.isWellFormed()) return because.trim();
  throw new UserError('--because says nothing.', 'Leave it away, or say why.', EXIT.usage);
}

/** What was typed stays to be mended when it is no sentence. */
async function asked(context: Context): Promise<string | null> {
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  const question = {
    kind: 'text',
    name: 'focus',
    text: 'Where are you heading? One sentence that a colleague could repeat.',
    label: '',
    editor: false,
  } as const;
  let text = await ask(question);
  for (;;) {
    const problem = text === null ? undefined : sentenceProblem(text);
    if (text === null || problem === undefined) return text?.trim() ?? null;
    context.notice(`  ${problem}`);
    text = await ask({ ...question, text: 'In one sentence, then.', now: text });
  }
}
