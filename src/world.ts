import { readlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import process from 'node:process';
import { v7 as uuidv7 } from 'uuid';
import type { Moment } from './domain/day.ts';
import { EXIT, UserError } from './errors.ts';

/** Everything a command may know of the outside. Tests hand in their own. */
export interface World {
  /** The instant, the local wall clock and the zone, read together. */
  now(): Moment;
  /** Milliseconds that only ever grow: for measuring how long something took. */
  ticks(): number;
  /** A UUID v7: later ids sort after earlier ones, also within one millisecond of one process. */
  newId(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly tmp: string;
  readonly platform: NodeJS.Platform;
  readonly pid: number;
  readonly execPath: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** The machine as it is. The only reader of the clock, of chance and of the process. */
export function realWorld(): World {
  // Every file made from here on, by SQLite too, belongs to its owner alone, whatever the shell's umask.
  process.umask(0o077);
  // Lets a journal in a folder that cannot be written be opened as immutable (store/open.ts).
  process.env['SQLITE_USE_URI'] = '1';
  const rehearsal = process.env['PRAXIS_NOW'];
  const clock = rehearsal === undefined || rehearsal === '' ? () => new Date() : stopped(rehearsal);
  const sequence = Math.floor(Math.random() * 0x7fffffff);
  let drawn = 0;
  return {
    now: () => moment(clock()),
    ticks: () => performance.now(),
    newId: () => uuidv7({ msecs: clock().getTime(), seq: sequence + drawn++ }),
    env: process.env,
    home: process.env['HOME'] || homedir(),
    tmp: tmpdir(),
    platform: process.platform,
    pid: process.pid,
    execPath: process.execPath,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  };
}

function stopped(text: string): () => Date {
  const at = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(at.getTime())) {
    throw new UserError(
      `PRAXIS_NOW is "${text}", which is not an instant.`,
      'Write it like 2026-11-20T18:00:00+01:00, or unset it.',
      EXIT.usage,
    );
  }
  return () => at;
}

// The platform's own calendar gives the wall clock; Intl would cost a fifth of the start-up.
function moment(at: Date): Moment {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return {
    instant: at.toISOString(),
    wall: `${day}T${two(at.getHours())}:${two(at.getMinutes())}`,
    zone: zoneName(),
  };
}

function zoneName(): string {
  const named = process.env['TZ']?.replace(/^:/, '');
  if (named && /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(named)) return named;
  if (!named) {
    try {
      const link = /zoneinfo\/(.+)$/.exec(readlinkSync('/etc/localtime'))?.[1];
      if (link) return link;
    } catch {
      // No such link on this platform: ask Intl.
    }
  }
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
