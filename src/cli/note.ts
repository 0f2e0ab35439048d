import { parsePastDay } from '../domain/past-day.ts';
import type { Person } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { sessionDocument } from '../render/session.ts';
import { listPeople } from '../store/person.ts';
import { checkContact, findPerson, readAll, takePerson, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import { asksForContact } from './contact.ts';
import type { Context } from './context.ts';
import { keepMoment } from './keep-moment.ts';
import type { Register } from './register.ts';

interface Options {
  readonly on?: string;
  readonly contact?: boolean;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('note')
      .description('Keep a thought, at any moment.')
      .argument('[text...]', 'the thought, with @person for somebody it is about; - reads stdin')
      .option('--on <day>', 'the day it belongs to')
      .option('--contact', 'this was a talk with the person: note the contact too')
      .action(async (text: string[], options: Options) => note(await context(), text, options)),
    'praxis note "Sam settled the outage with Kim before I heard of it" @sam',
    'git log -1 --format=%B | praxis note -',
  );
};

async function note(context: Context, given: readonly string[], options: Options): Promise<void> {
  const { words, person } = takePerson(given);
  checkContact(person, options.contact);
  const on = parsePastDay(options.on, context.today);
  const text = await textOf(context, words);
  if (text === null) return context.notice('  Nothing kept.');
  await checkBoundary(context, [text]);
  const session = await context.writing(async (journal) => {
    const people = listPeople(journal);
    const named = person === null ? mentioned(text, people) : findPerson(person, people);
    const contact = await asksForContact(context, named, options.contact);
    return keepMoment(journal, context, {
      on,
      answers: { note: text },
      person: named?.code ?? null,
      contact,
    });
  });
  context.answer({ schema: 'praxis.session/1', ...sessionDocument(session) }, () => '  Kept.');
}

async function textOf(context: Context, words: readonly string[]): Promise<string | null> {
  if (words.length === 1 && words[0] === '-')
    return checked(decode(await readAll(context.world.stdin)).replace(/\r?\n$/, ''));
  if (words.length > 0) return checked(words.join(' '));
  if (!context.interactive) {
    throw new UserError(
      'There is no text to keep.',
      'praxis note "TEXT", or praxis note - to read it from stdin.',
      EXIT.usage,
    );
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  return ask({ kind: 'text', name: 'note', label: '', editor: true });
}

function checked(text: string): string {
  if (text.trim() !== '' && text.isWellFormed()) return text;
  throw new UserError(
    text.trim() === ''
      ? 'There is no text to keep.'
      : 'The text ends or begins in half a character.',
    'praxis note "TEXT", or praxis note - to read it from stdin.',
    EXIT.usage,
  );
}

/** The one person whom the text itself names with `@`. */
function mentioned(text: string, people: readonly Person[]): Person | null {
  const codes = new Set(
    [...text.matchAll(/(?<=^|\s)@([\p{L}\p{N}_-]+)/gu)].map(([, code]) => code?.toLowerCase()),
  );
  const found = people.filter(({ code }) => codes.has(code));
  return found.length === 1 ? (found[0] ?? null) : null;
}
