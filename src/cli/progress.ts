import type { Context } from './context.ts';

/** Work shorter than this needs no bar, and a bar is drawn no more often than this. In milliseconds. */
const CALM_MS = 700;
const FRAME_MS = 100;
const COLUMNS = 24;

/** How far long work has come, as a bar on stderr: at a terminal only, and gone when the work is done. */
export class Progress {
  readonly #context: Context;
  readonly #whole: number;
  readonly #silent: boolean;
  readonly #began: number;
  #done = 0;
  #drawn = 0;
  #shown = false;

  /** @param whole how much there is to do, in any unit. */
  constructor(context: Context, whole: number) {
    this.#context = context;
    this.#whole = whole;
    this.#silent =
      whole === 0 || context.options.json === true || !context.world.isTerminal('stderr');
    this.#began = context.world.ticks();
  }

  add(done: number): void {
    this.#done += done;
    if (this.#silent) return;
    const { world } = this.#context;
    const now = world.ticks();
    if (now - this.#began < CALM_MS || now - this.#drawn < FRAME_MS) return;
    this.#drawn = now;
    this.#shown = true;
    const share = Math.min(1, this.#done / this.#whole);
    const full = Math.round(share * COLUMNS);
    const bar = '='.repeat(full).padEnd(COLUMNS, '.');
    world.write('stderr', `\r  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %`);
  }

  /** One step forward for each that goes by. */
  *over<T>(each: Iterable<T>): Generator<T> {
    for (const one of each) {
      yield one;
      this.add(1);
    }
  }

  /** Goes away when the work is done, however it ends. */
  async while<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.end();
    }
  }

  end(): void {
    if (this.#shown) this.#context.world.write('stderr', `\r${' '.repeat(COLUMNS + 8)}\r`);
    this.#shown = false;
  }
}
