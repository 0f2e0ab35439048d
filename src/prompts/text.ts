import { EXIT, UserError } from '../errors.ts';

/** UTF-8 as text, without a byte order mark in front. @throws UserError (usage) for any other encoding. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(
      'The input is not UTF-8 text.',
      'Save it as UTF-8 and try again. Nothing was stored.',
      EXIT.usage,
    );
  }
}
