/** What the process says to the shell. The numbers are a contract: scripts branch on them. */
export const EXIT = {
  done: 0,
  cannot: 1,
  usage: 2,
  due: 3,
  journal: 4,
  conflict: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The one error meant for people: what happened, and what to do next.
 * Anything else that is thrown is a bug and travels on untouched.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string;
  readonly exitCode: ExitCode;

  constructor(message: string, hint: string, exitCode: ExitCode = EXIT.cannot) {
    super(message);
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** The journal's file is damaged, or is none. */
export class Damaged extends UserError {}

/** The person at the terminal left in the middle of something (Ctrl-C, Ctrl-D, a closed terminal). */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Ends a command with a code that is an answer, not an error: its output has been written. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super();
    this.exitCode = exitCode;
  }
}

/** An answer that could not be written to stdout: the disk behind it is full, say. What was stored is stored. */
export class Unprinted extends Error {
  override readonly name = 'Unprinted';
}
