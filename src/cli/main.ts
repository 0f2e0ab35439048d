import { CommanderError } from 'commander';
import { EXIT, type ExitCode, Interrupted, Stopped, Unprinted, UserError } from '../errors.ts';
import type { World } from '../world.ts';
import { Context, type GlobalOptions, styleFor } from './context.ts';
import { CALLBACK, rootProgram } from './program.ts';
import { COMMANDS, type Entry, OVERVIEW } from './table.ts';

/**
 * Runs one command line and says how it ended. The one place where errors become words and exit codes:
 * a `UserError` is told in two lines; anything else is a bug, told as one, and thrown on when PRAXIS_DEBUG is set.
 */
export async function main(args: readonly string[], makeWorld: () => World): Promise<ExitCode> {
  const world = makeWorld();
  if (args[0] === CALLBACK) {
    const { complete } = await import('./complete.ts');
    return complete(args.slice(1), world);
  }
  try {
    await run(args, world);
    return EXIT.done;
  } catch (error) {
    if (error instanceof Stopped) return error.exitCode;
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    if (error instanceof Interrupted) return interrupted(world);
    if (error instanceof CommanderError) return tell(usageError(error), args, world);
    if (error instanceof UserError) return tell(error, args, world);
    if (error instanceof Unprinted) return tell(unprinted(error), args, world);
    if (world.env['PRAXIS_DEBUG']) throw error;
    return tell(bug(error), args, world);
  }
}

async function run(args: readonly string[], world: World): Promise<void> {
  const { name, rest } = commandIn(args);
  if (name === undefined && rest.some(asksForHelp)) {
    const { overview } = await import('../render/overview.ts');
    world.write('stdout', overview(OVERVIEW));
    return;
  }
  if (name === undefined && rest.some((arg) => arg === '--version' || arg === '-V')) {
    const { version } = await import('../store/package.ts');
    world.write('stdout', `${version()}\n`);
    return;
  }
  const entry = await entryFor(name ?? 'today');
  const program = rootProgram(world);
  const { register } = await entry.load();
  register(program, async () => {
    const options: GlobalOptions = program.opts();
    const style = await styleFor(world, 'stdout', options.color);
    return new Context(world, options, entry.name, style);
  });
  if (rest.some(asksForHelp)) {
    const { withAllExamples } = await import('./examples.ts');
    withAllExamples(program);
  }
  const line = name === undefined ? ['today', ...rest] : rest;
  try {
    await program.parseAsync(line, { from: 'user' });
  } catch (error) {
    const [parent] = program.commands;
    if (!parent || !(error instanceof CommanderError) || error.code !== 'commander.unknownCommand')
      throw error;
    const { hasNo } = await import('./args.ts');
    throw hasNo(parent, /'([\s\S]*)'/.exec(error.message)?.[1] ?? '');
  }
}

const asksForHelp = (arg: string) => arg === '--help' || arg === '-h';

const TAKES_VALUE = new Set(['--journal']);

/** The first word that is no option is the command; `help X` is `X --help`. */
function commandIn(args: readonly string[]): { name: string | undefined; rest: string[] } {
  let i = 0;
  while (i < args.length) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) break;
    i += TAKES_VALUE.has(arg) ? 2 : 1;
  }
  const name = args[i];
  if (name !== 'help') return { name, rest: [...args] };
  const about = args.slice(i + 1).filter((arg) => !arg.startsWith('-'));
  return { name: about[0], rest: [...args.slice(0, i), ...about, '--help'] };
}

async function entryFor(name: string): Promise<Entry> {
  const entry = COMMANDS.find((each) => each.name === name);
  if (entry) return entry;
  const { didYouMean } = await import('../domain/nearest.ts');
  const near = didYouMean(
    name,
    COMMANDS.map((each) => each.name),
  );
  throw new UserError(
    `"${name}" is not a command.${near}`,
    'praxis --help lists the commands.',
    EXIT.usage,
  );
}

// "error: unknown option '--quik'\n(Did you mean --quick?)" in our own two lines.
function usageError(error: CommanderError): UserError {
  if (error.code === 'commander.help') {
    return new UserError(
      'The command needs one more word.',
      'Add --help to it: it lists them.',
      EXIT.usage,
    );
  }
  const [first = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
  const near = /\((.*)\)/.exec(suggestion)?.[1];
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  return new UserError(
    `${sentence.replace(/\.?$/, '.')}${near ? ` ${near}` : ''}`,
    'Add --help to the command to see what it takes.',
    EXIT.usage,
  );
}

function unprinted(error: Unprinted): UserError {
  return new UserError(
    `The answer could not be printed (${error.message}).`,
    'What the command stores is stored: praxis history shows it.',
  );
}

function bug(error: unknown): UserError {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new UserError(
    `Something went wrong inside praxis (${what}).`,
    'That is a mistake of ours. PRAXIS_DEBUG=1 shows where it happened.',
  );
}

function interrupted(world: World): ExitCode {
  world.write('stderr', '\n');
  return EXIT.interrupted;
}

async function tell(error: UserError, args: readonly string[], world: World): Promise<ExitCode> {
  if (args.includes('--json')) {
    const { message, hint, exitCode: code } = error;
    const { jsonLine } = await import('../render/json.ts');
    world.write('stderr', jsonLine({ error: { code, message, hint } }));
    return error.exitCode;
  }
  const { fitted, visibleLine } = await import('../render/text.ts');
  const said = `praxis: ${visibleLine(error.message)}\n${visibleLine(error.hint)}\n`;
  world.write('stderr', fitted(said, world.columns('stderr')));
  return error.exitCode;
}
