import { fstatSync, readlinkSync, writeSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { isatty } from 'node:tty';
import { v7 as uuidv7 } from 'uuid';
import type { Moment } from './domain/day.ts';
import { EXIT, Unprinted, UserError } from './errors.ts';

/** Everything a command may know of the outside. Tests hand in their own. */
export interface World {
  /** The instant, the local wall clock and the zone, read together. */
  now(): Moment;
  /** The instant at which this machine's clock says so: `2026-11-20T18:00:00` on the wall. */
  instantOf(wall: string): string;
  /** Milliseconds that only ever grow: for measuring how long something took. */
  ticks(): number;
  /** A UUID v7: later ids sort after earlier ones, also within one millisecond of one process. */
  newId(): string;
  /** Whether somebody sits at a stream. Asked before the stream is made, which costs more. */
  isTerminal(stream: 'stdin' | 'stdout' | 'stderr'): boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly tmp: string;
  readonly platform: NodeJS.Platform;
  readonly pid: number;
  /** Whether a process of this machine is there. */
  isRunning(pid: number): boolean;
  readonly execPath: string;
  readonly nodeVersion: string;
  /** Writes all of a text before it returns. A reader that has seen enough (`praxis list | head -1`) is no error. */
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Width of a terminal in columns; 0 when it is none. */
  columns(stream: 'stdout' | 'stderr'): number;
  readonly stdin: NodeJS.ReadStream;
  /** The terminal to converse at; answers go through `write`. */
  readonly stderr: NodeJS.WriteStream;
}

const DAY_MS = 86_400_000;

/** The machine as it is. The only reader of the clock, of chance and of the process. */
export function realWorld(): World {
  // Every file made from here on, by SQLite too, belongs to its owner alone, whatever the shell's umask.
  process.umask(0o077);
  // Lets a journal in a folder that cannot be written be opened as immutable (store/open.ts).
  process.env['SQLITE_USE_URI'] = '1';
  let last = 0;
  // A millisecond each, so that ids of one command differ early and their short forms stay short. Under a stopped clock
  // the time of day of the real one is added: what came later sorts later, and what is of a later day later still.
  const newId = () => {
    const real = process.env['PRAXIS_NOW'] ? Date.now() % DAY_MS : 0;
    last = Math.max(last + 1, clock().getTime() + real);
    return uuidv7({ msecs: last, random: sixteenBytes() });
  };
  return {
    now: () => moment(clock()),
    instantOf: (wall) => new Date(wall).toISOString(),
    ticks: () => performance.now(),
    newId,
    isTerminal: (stream) => isTerminal(['stdin', 'stdout', 'stderr'].indexOf(stream)),
    env: process.env,
    home: homeFolder(),
    tmp: tmpdir(),
    platform: process.platform,
    pid: process.pid,
    isRunning,
    execPath: process.execPath,
    nodeVersion: process.versions.node,
    write: (stream, text) => writeAll(stream === 'stdout' ? 1 : 2, text),
    columns: (stream) => (isTerminal(stream === 'stdout' ? 1 : 2) ? process[stream].columns : 0),
    // Made on first use: a stream of Node's costs two milliseconds of start-up, and most commands need none.
    get stdin() {
      return process.stdin;
    },
    get stderr() {
      return process.stderr;
    },
  };
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // Nobody reads any more; or there is nowhere left to complain to.
      if (code === 'EPIPE' || (fd === 2 && code !== 'EAGAIN')) return;
      if (code !== 'EAGAIN') throw new Unprinted(`${code ?? error}`);
      // The reader of a pipe that does not block is behind: a moment later there is room.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

// Most streams of a script are no character device, and then the terminal module need not be loaded.
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && isatty(fd);
  } catch {
    return false;
  }
}

// Ids are to be different, not secret; node:crypto would cost a tenth of the start-up.
function sixteenBytes(): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256));
}

function clock(): Date {
  const text = process.env['PRAXIS_NOW'];
  if (!text) return new Date();
  const at = new Date(text);
  const year = at.getUTCFullYear();
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && year >= 1970 && year <= 9000) return at;
  throw new UserError(
    `PRAXIS_NOW is "${text}", which is not an instant.`,
    'Write it like 2026-11-20T18:00:00+01:00, or unset it.',
    EXIT.usage,
  );
}

// A HOME that is empty or relative would put the journal wherever the command happens to run.
// Empty for an account that has none: then the journal has to be named.
function homeFolder(): string {
  const { HOME } = process.env;
  if (HOME && isAbsolute(HOME)) return HOME;
  try {
    return userInfo().homedir;
  } catch {
    return '';
  }
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
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}
