import { readFileSync } from 'node:fs';
import { EXIT, UserError } from '../errors.ts';
import { readAll } from './args.ts';
import type { Context } from './context.ts';

/** The bytes of a file of answers, or of stdin for `-`. @throws UserError (usage) for a file that cannot be read. */
export async function readInput(context: Context, file: string): Promise<Uint8Array> {
  if (file === '-') return readAll(context.world.stdin);
  try {
    return readFileSync(file);
  } catch {
    throw new UserError(
      `The file ${file} cannot be read.`,
      'Name a file with answers, or - for stdin. Nothing was stored.',
      EXIT.usage,
    );
  }
}
