import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import { type Home, PROGRAM, type RunOptions } from './praxis.ts';

const PATIENCE_MS = 15_000;

/** A real terminal with praxis in it: waits for what is shown, types, reads the screen's text. */
export class Terminal {
  readonly #pty: IPty;
  #raw = '';
  #seen = 0;
  #code: number | undefined;
  readonly #ended: Promise<number>;

  constructor(
    home: Home,
    args: readonly string[],
    options: RunOptions & { columns?: number } = {},
  ) {
    this.#pty = spawn(process.execPath, [PROGRAM, ...args], {
      name: options.env?.['TERM'] ?? 'xterm-256color',
      cols: options.columns ?? 100,
      rows: 60,
      cwd: home.path,
      env: home.env(options),
    });
    this.#pty.onData((data) => {
      this.#raw += data;
    });
    this.#ended = new Promise((done) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        this.#code = signal ? 128 + signal : exitCode;
        done(this.#code);
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** All that was ever written to the terminal, escape sequences included. */
  get raw(): string {
    return this.#raw;
  }

  get text(): string {
    // The last chunk may end in half an escape sequence.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
    const whole = this.#raw.replace(/\x1b(\[[0-9;?]*)?$/, '');
    return stripVTControlCharacters(whole).replaceAll('\r', '');
  }

  /** Waits until a text appears that was not there at the last `until`. A space in it may be a line's end on the screen. */
  async until(wanted: string | RegExp): Promise<void> {
    const started = Date.now();
    const sought = typeof wanted === 'string' ? wrappable(wanted) : wanted;
    for (;;) {
      const fresh = this.text.slice(this.#seen);
      const at = fresh.search(sought);
      if (at >= 0) {
        this.#seen += at + 1;
        // A question listens from the same turn of its event loop in which it is drawn.
        return;
      }
      if (this.#code !== undefined)
        throw new Error(`ended (${this.#code}) before ${wanted}:\n${this.text}`);
      if (Date.now() - started > PATIENCE_MS) throw new Error(`never saw ${wanted}:\n${this.text}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** Waits for a text, then types a line. */
  async answer(wanted: string | RegExp, line: string): Promise<void> {
    await this.until(wanted);
    this.type(`${line}\r`);
  }

  kill(signal = 'SIGKILL'): void {
    this.#pty.kill(signal);
  }

  /** The exit code, once the program has ended. */
  async end(): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`never ended:\n${this.text}`)), PATIENCE_MS);
    });
    try {
      return await Promise.race([this.#ended, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  [Symbol.dispose](): void {
    if (this.#code === undefined) this.kill();
  }
}

function wrappable(text: string): RegExp {
  return new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/ +/g, '\\s+'));
}
