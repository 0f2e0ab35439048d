import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { openToWrite } from '../../src/store/open.ts';
import type { World } from '../../src/world.ts';
import { countingClock, tablesOf } from './journal.ts';
import { holdToSchemas } from './schemas.ts';

/** praxis run inside the test, without a terminal: for properties of many runs. Removed with `using`. */
export class InProcess {
  readonly path = mkdtempSync(join(tmpdir(), 'praxis-inside-'));
  readonly journal = join(this.path, '.local/share/praxis/journal.db');
  readonly #clock;

  /** @param start where ids begin: two that work on the same journal must not give the same ones. */
  constructor(start = '2026-11-20T18:10:00.000Z') {
    this.#clock = countingClock(start);
  }

  async run(
    args: readonly string[],
    {
      input = '',
      now = '2026-11-20T18:10:00.000Z',
      held = true,
      terminal = false,
    }: {
      input?: string | Uint8Array;
      now?: string;
      held?: boolean;
      /** Whether stdout is one; nobody is there to be asked in any case. */
      terminal?: boolean;
    } = {},
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    const written = { stdout: '', stderr: '' };
    const world: World = {
      now: () => ({ instant: now, wall: now.slice(0, 19), zone: 'Etc/UTC' }),
      instantOf: (wall) => new Date(`${wall}Z`).toISOString(),
      ticks: () => 0,
      newId: this.#clock.newId,
      isTerminal: (stream) => terminal && stream === 'stdout',
      env: { HOME: this.path, PRAXIS_DEBUG: '1', NO_COLOR: '1' },
      home: this.path,
      tmp: tmpdir(),
      platform: process.platform,
      pid: process.pid,
      isRunning: () => true,
      execPath: process.execPath,
      nodeVersion: process.versions.node,
      write: (stream, text) => {
        written[stream] += text;
      },
      columns: () => (terminal ? 80 : 0),
      stdin: Readable.from([Buffer.from(input)]) as unknown as NodeJS.ReadStream,
      get stderr(): NodeJS.WriteStream {
        throw new Error('nobody is there to be asked');
      },
    };
    const code = await main(args, () => world);
    // A journal in which a letter is wrong is printed as it is.
    if (held) holdToSchemas(args, written.stdout, written.stderr);
    return { code, ...written };
  }

  /** Every row of every noun's table. */
  tables(): Record<string, unknown[]> {
    const journal = openToWrite(this.journal, this.#clock);
    try {
      return tablesOf(journal);
    } finally {
      journal.close();
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
