import { spawnSync } from 'node:child_process';
import { UserError } from '../errors.ts';

/** What a program of the machine's came to; `missing` when there is none of that name. */
export interface ToolRun {
  readonly status: number | null;
  readonly missing: boolean;
  readonly stdout: Buffer;
  /** Its first line of complaint. */
  readonly complaint: string;
}

/** Milliseconds: these programs answer at once, or something is wrong with them. */
const PATIENCE_MS = 15_000;

/** Runs a program of the machine's, without a shell, and waits for its end. */
export function runTool(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  input: string | Buffer = '',
): ToolRun {
  const { status, error, stdout, stderr } = spawnSync(name, [...args], {
    // Its complaints are read, so they are to be in English.
    env: { ...env, LC_ALL: 'C' },
    input,
    timeout: PATIENCE_MS,
  });
  return {
    status,
    missing: error !== undefined && 'code' in error && error.code === 'ENOENT',
    stdout: stdout ?? Buffer.alloc(0),
    complaint: (stderr ?? '').toString().trim().split('\n')[0] ?? '',
  };
}

export function toolFailed(name: string, { complaint }: ToolRun): UserError {
  return new UserError(
    `${name} refused${complaint === '' ? '' : `: ${complaint.replace(/\.$/, '')}`}.`,
    'praxis remind install --print prints the entry, to put it where you like.',
  );
}
