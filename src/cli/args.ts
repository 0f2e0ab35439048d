import type { Command } from 'commander';
import { didYouMean } from '../domain/nearest.ts';
import type { Person } from '../domain/person.ts';
import { knownPerson } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';

/** Splits `@lee` from the other words of a command. @throws UserError (usage) for a second person. */
export function takePerson(words: readonly string[]): { words: string[]; person: string | null } {
  const people = words.filter((word) => /^@\S+$/.test(word));
  if (people.length > 1) {
    throw new UserError(
      'One person a command.',
      `Run it once for each: ${people.join(', ')}.`,
      EXIT.usage,
    );
  }
  return { words: words.filter((word) => !people.includes(word)), person: people[0] ?? null };
}

/** @throws UserError (usage) for a talk with nobody. */
export function checkContact(person: string | null, contact: boolean | undefined): void {
  if (!contact || person !== null) return;
  throw new UserError(
    '--contact goes with a person.',
    'Name them: @lee. Nothing was stored.',
    EXIT.usage,
  );
}

/** The person that a command named, found among those in the journal. @param looking it stores nothing anyway. */
export function findPerson(named: string, people: readonly Person[], looking = false): Person {
  const code = knownPerson(
    named,
    people.map((each) => each.code),
    looking,
  );
  const person = people.find((each) => each.code === code);
  if (!person) throw new Error(`no person ${code}`);
  return person;
}

/** What a command with subcommands does when none is named; another word is refused, with the nearest one. */
export function withDefault(parent: Command, run: () => Promise<void>): Command {
  return parent.argument('[what...]').action(async ([given]: string[]) => {
    if (given === undefined) return run();
    throw hasNo(parent, given);
  });
}

/** What is said of a word that no subcommand has: the nearest, and all that there are. */
export function hasNo(parent: Command, given: string): UserError {
  const names = parent.commands.map((each) => each.name());
  return new UserError(
    `praxis ${parent.name()} has no "${given}".${didYouMean(given, names)}`,
    `It has ${names.join(', ')}.`,
    EXIT.usage,
  );
}

/** Puts two or three examples under a command's help. */
export function withExamples(command: Command, ...examples: readonly string[]): Command {
  return command.addHelpText(
    'after',
    `\nExamples:\n${examples.map((each) => `  ${each}\n`).join('')}`,
  );
}

/** A whole number of at least 1 from a flag. */
export function positive(flag: string, text: string, most = 1_000_000): number {
  const n = Number(text);
  if (/^\d+$/.test(text) && n >= 1 && n <= most) return n;
  throw new UserError(
    `${flag} is "${text}"; it takes a whole number from 1 to ${most}.`,
    'Write a whole number, such as 7. Nothing was done.',
    EXIT.usage,
  );
}

/**
 * One of a few words from a flag, or null where the flag was not given.
 * @throws UserError (usage) for another word, naming the nearest.
 */
export function oneOf<T extends string>(
  flag: string,
  text: string | undefined,
  words: readonly T[],
): T | null {
  if (text === undefined) return null;
  const found = words.find((each) => each === text);
  if (found !== undefined) return found;
  throw new UserError(
    `${flag} is "${text}".${didYouMean(text, words)}`,
    `It takes ${words.join(', ')}. Nothing was stored.`,
    EXIT.usage,
  );
}

/** Reads a flag that may be given several times into a list. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** All that stands on stdin, as bytes; reading ends when there are more than `most`. */
export async function readAll(
  stream: NodeJS.ReadStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > most) break;
  }
  return Buffer.concat(chunks);
}
