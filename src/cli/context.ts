import { type Day, dayOf, type Moment } from '../domain/day.ts';
import { EXIT, UserError } from '../errors.ts';
import { json } from '../render/json.ts';
import { fitted, guarded, plainStyle, type Style, visible } from '../render/text.ts';
import type { AutomaticKind } from '../store/automatic-backup.ts';
import { type Config, readConfig } from '../store/config.ts';
import type { Journal } from '../store/journal.ts';
import { asDamage } from '../store/journal-error.ts';
import { journalFile, shownPath } from '../store/location.ts';
import type { World } from '../world.ts';

/** The options that every command takes. */
export interface GlobalOptions {
  readonly journal?: string;
  readonly json?: boolean;
  readonly input?: boolean;
  readonly color?: boolean;
  readonly yes?: boolean;
  readonly readOnly?: boolean;
}

/** What a command works with. Made once a run; nothing is opened or read before it is asked for. */
export class Context {
  readonly world: World;
  readonly options: GlobalOptions;
  /** How text looks on stdout. */
  readonly style: Style;
  /** The command's name as the journal's history will have it. */
  readonly command: string;
  #config: Config | undefined;
  #moment: Moment | undefined;

  constructor(world: World, options: GlobalOptions, command: string, style: Style) {
    this.world = world;
    this.options = options;
    this.command = command;
    this.style = style;
  }

  get config(): Config {
    this.#config ??= readConfig(this.world);
    return this.#config;
  }

  /** One reading of the clock a command: everything it stores bears the same time. */
  get now(): Moment {
    this.#moment ??= this.world.now();
    return this.#moment;
  }

  get today(): Day {
    return dayOf(this.now, this.config.day_ends);
  }

  /** True when somebody is there to be asked. */
  get interactive(): boolean {
    const { world, options } = this;
    return options.input !== false && world.isTerminal('stdin') && world.isTerminal('stderr');
  }

  get file(): string {
    if (this.options.journal?.trim() === '') {
      throw new UserError('--journal names no file.', 'Name one, or leave it away.', EXIT.usage);
    }
    return journalFile(this.world, this.options.journal, this.config.journal);
  }

  /** The journal's place as a person would write it. */
  get shownFile(): string {
    return shownPath(this.world, this.file);
  }

  /** Opens for reading, uses, closes. `newest`: the latest schema that is read as it stands, with --read-only. */
  async reading<T>(use: (journal: Journal) => T | Promise<T>, newest?: number): Promise<T> {
    const { openToRead } = await import('../store/open.ts');
    return closing(openToRead(this.file, this.world, this.options.readOnly, newest), use);
  }

  /**
   * Opens for writing, uses, closes. With `rehearse` nothing is to stay: the caller takes back what it writes. The backup that is due is made
   * before the first write; `none` where it would keep what is to go.
   */
  async writing<T>(
    use: (journal: Journal) => T | Promise<T>,
    {
      rehearse = false,
      backup = 'daily',
    }: { readonly rehearse?: boolean; readonly backup?: AutomaticKind | 'none' } = {},
  ): Promise<T> {
    if (!rehearse) this.refuseReadOnly();
    const { openToRehearse, openToWrite } = await import('../store/open.ts');
    const { backUpBefore } = await import('../store/automatic-backup.ts');
    const journal = rehearse
      ? openToRehearse(this.file, this.world, this.options.readOnly)
      : openToWrite(this.file, this.world);
    let failed: string | undefined;
    if (backup !== 'none' && !rehearse) {
      journal.beforeWriting = () => {
        journal.beforeWriting = () => {};
        failed = backUpBefore(journal, backup);
      };
    }
    const result = await closing(journal, use);
    if (failed !== undefined)
      this.notice(`praxis: no backup was made before this. ${failed} praxis doctor says more.`);
    return result;
  }

  /** @throws UserError (usage) under --read-only: for what is about to write, whatever file it is. */
  refuseReadOnly(): void {
    if (!this.options.readOnly) return;
    throw new UserError(
      `praxis ${this.command} writes, and --read-only was given.`,
      'Leave --read-only away.',
      EXIT.usage,
    );
  }

  /** Data, to stdout: the JSON document when `--json` was given, else the text. */
  answer(document: Readonly<Record<string, unknown>>, text: () => string): void {
    this.say(this.options.json ? json(document) : this.#fitted('stdout', text()));
  }

  /** Text to stdout, ending in one line feed. */
  say(text: string): void {
    this.world.write('stdout', text.endsWith('\n') ? text : `${text}\n`);
  }

  /** A document of a format of its own: a pipe keeps every byte of it, a screen shows what it would obey. */
  sayWhole(text: string): void {
    const terminal = this.world.isTerminal('stdout');
    this.say(terminal ? visible(text.replaceAll('\r\n', '\n')) : text);
  }

  /** A line for the person, not part of the data. */
  notice(text: string): void {
    this.world.write('stderr', `${this.#fitted('stderr', text)}\n`);
  }

  #fitted(stream: 'stdout' | 'stderr', text: string): string {
    return fitted(guarded(text), this.world.columns(stream));
  }
}

async function closing<T>(journal: Journal, use: (journal: Journal) => T | Promise<T>): Promise<T> {
  try {
    return await use(journal);
  } catch (error) {
    // Damage may show anywhere in the file, so at any reading of it.
    throw asDamage(error, journal);
  } finally {
    journal.close();
  }
}

/** How text looks on a stream: colour only on a terminal that shows it, or when it is forced. */
export async function styleFor(
  world: World,
  stream: 'stdout' | 'stderr',
  color: boolean | undefined,
): Promise<Style> {
  const { env } = world;
  const terminal = world.isTerminal(stream);
  const columns = world.columns(stream) || Number(env['COLUMNS']) || 80;
  const wide = Math.max(40, columns);
  const width = Math.min(wide, 120);
  const unicode = speaksUnicode(env);
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const quiet = Boolean(env['NO_COLOR']) || color === false || env['FORCE_COLOR'] === '0';
  const capable = terminal && env['TERM'] !== 'dumb';
  if (quiet || !(capable || forced)) return plainStyle(width, { columns: wide, unicode });
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    width,
    columns: wide,
    unicode,
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    accent: (text) => chalk.cyan(text),
    amber: (text) => chalk.yellow(text),
  };
}

/** False where a locale is set that has no Unicode, and on a terminal that shows letters alone. */
function speaksUnicode({ LC_ALL, LC_CTYPE, LANG, TERM }: World['env']): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return TERM !== 'dumb' && (!locale || /utf-?8/i.test(locale));
}
