import type { Argument, Command, Option } from 'commander';
import { typedLine } from '../domain/shell.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { bashLines, type Candidate, type Reply, replyLines } from '../render/completion.ts';
import type { World } from '../world.ts';
import { valuesFor } from './complete-values.ts';
import { rootProgram } from './program.ts';
import { COMMANDS } from './table.ts';

/**
 * Answers a shell that asks what may come next: `bash LINE PART`, or `zsh|fish WORD...` with the word being typed last.
 * Somebody is in the middle of typing: whatever goes wrong, it writes nothing, says nothing and offers nothing.
 */
export async function complete(args: readonly string[], world: World): Promise<ExitCode> {
  try {
    const [shell, ...given] = args;
    if (shell === 'bash') {
      const line = typedLine(given[0] ?? '');
      const reply = await replyTo(line.words.slice(1), world);
      world.write('stdout', bashLines(reply, line, given[1] ?? ''));
      return EXIT.done;
    }
    // fish hands the last word over as it was typed.
    const last = given.at(-1) ?? '';
    const word = shell === 'fish' ? (typedLine(last).words.at(-1) ?? '') : last;
    const reply = await replyTo([...given.slice(0, -1), word], world);
    world.write('stdout', replyLines(reply));
  } catch {
    // Nothing is offered.
  }
  return EXIT.done;
}

/** What may come next, after all words but the last, and beginning with that one. */
async function replyTo(words: readonly string[], world: World): Promise<Reply> {
  const word = words.at(-1) ?? '';
  const place = await walk(words.slice(0, -1), world);
  if (!place) return { candidates: [] };
  const reply = await replyAt(place, word, world);
  if (reply === 'files') return reply;
  return { candidates: reply.candidates.filter(({ value }) => value.startsWith(word)) };
}

/** Where a command line stands: in which command, behind what. */
interface Place {
  readonly command: Command;
  /** Before the name of a command. */
  readonly atRoot: boolean;
  /** The option whose value comes next. */
  readonly option: Option | undefined;
  readonly positionals: readonly string[];
  /** Behind `--`: what follows is no option. */
  readonly ended: boolean;
  readonly journal: string | undefined;
}

/** Walks the words of a line through the definitions of the commands. Undefined when it names a command that there is not. */
async function walk(words: readonly string[], world: World): Promise<Place | undefined> {
  const program = rootProgram(world);
  let command = program;
  let option: Option | undefined;
  let ended = false;
  let journal: string | undefined;
  let positionals: string[] = [];
  for (const word of words) {
    if (option) {
      if (option.long === '--journal') journal = word;
      option = undefined;
    } else if (word === '--' && !ended) ended = true;
    else if (!ended && /^-./.test(word)) {
      const [flag = '', ...value] = word.split('=');
      const found = optionsOf(command).find(({ long, short }) => long === flag || short === flag);
      if (found?.required && value.length === 0) option = found;
      if (found?.long === '--journal' && value.length > 0) journal = value.join('=');
    } else if (command === program) {
      if (word === 'help') continue;
      const entry = COMMANDS.find(({ name }) => name === word);
      if (!entry) return undefined;
      (await entry.load()).register(program, () => Promise.reject(new Error('no command runs')));
      command = program.commands[0] ?? program;
    } else {
      const sub = positionals.length === 0 && command.commands.find((each) => each.name() === word);
      if (sub) command = sub;
      positionals = sub ? [] : [...positionals, word];
    }
  }
  return { command, atRoot: command === program, option, positionals, ended, journal };
}

async function replyAt(place: Place, word: string, world: World): Promise<Reply> {
  const { command, option, positionals, ended } = place;
  if (option) return valuesOf(place, option, '', word, world);
  const [, flag = '', start] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
  if (!ended && start !== undefined) {
    const found = optionsOf(command).find(({ long }) => long === flag);
    return found?.required ? valuesOf(place, found, `${flag}=`, start, world) : { candidates: [] };
  }
  if (!ended && word.startsWith('-')) return { candidates: flagsOf(command) };
  if (place.atRoot) {
    return { candidates: COMMANDS.map(({ name, summary }) => ({ value: name, about: summary })) };
  }
  if (command.commands.length > 0 && positionals.length === 0) {
    return {
      candidates: command.commands.map((each) => ({
        value: each.name(),
        about: each.description(),
      })),
    };
  }
  const { registeredArguments: all } = command;
  const argument = all[positionals.length] ?? (all.at(-1)?.variadic ? all.at(-1) : undefined);
  return argument ? valuesOf(place, argument, '', word, world) : { candidates: [] };
}

async function valuesOf(
  place: Place,
  what: Option | Argument,
  before: string,
  word: string,
  world: World,
): Promise<Reply> {
  const { command, positionals, journal } = place;
  const { argChoices, description: about } = what;
  if (argChoices) return { candidates: argChoices.map((value) => ({ value, about: '' })) };
  const reply = await valuesFor(
    { path: pathOf(command), name: nameOf(what), about, positionals, word, journal },
    world,
  );
  if (reply === 'files') return reply;
  return {
    candidates: reply.candidates.map((each) => ({ ...each, value: before + each.value })),
  };
}

/** The word that help has for a value: `day` of `--on <day>`, `exercise` of `<exercise>`. */
function nameOf(what: Option | Argument): string {
  return 'flags' in what ? (/[<[]([\w-]+)/.exec(what.flags)?.[1] ?? '') : what.name();
}

/** `exercise do`, as it is typed. */
function pathOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${pathOf(parent)} ${command.name()}` : command.name();
}

/** The options that a command takes: its own, and those of the commands around it. */
function optionsOf(command: Command): readonly Option[] {
  return [...command.options, ...(command.parent ? optionsOf(command.parent) : [])];
}

function flagsOf(command: Command): Candidate[] {
  const flags = optionsOf(command)
    .filter(({ hidden, long }) => !hidden && long)
    .map(({ long, description }) => ({ value: long ?? '', about: description }));
  return [...flags, { value: '--help', about: 'what it takes, with examples' }];
}
