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
      name: 'xterm-256color',
      cols: options.columns ?? 100,
      rows: 60,
      cwd: home.path,
      env: { TERM: 'xterm-256color', ...home.env(options) },
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
    return stripVTControlCharacters(this.#raw).replaceAll('\r', '');
  }

  /** Waits until a text appears that was not there at the last `until`. */
  async until(wanted: string | RegExp): Promise<void> {
    const started = Date.now();
    for (;;) {
      const fresh = this.text.slice(this.#seen);
      const at = typeof wanted === 'string' ? fresh.indexOf(wanted) : fresh.search(wanted);
      if (at >= 0) {
        this.#seen += at + 1;
        // The question is drawn before it listens: one turn of its event loop.
        await new Promise((done) => setTimeout(done, 25));
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
  end(): Promise<number> {
    return this.#ended;
  }
}
