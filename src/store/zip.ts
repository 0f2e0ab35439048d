import type { Entry } from 'yauzl';
import { EXIT, UserError } from '../errors.ts';
import { beginning } from './files.ts';
import type { Source } from './lines.ts';
import { spooled } from './spool.ts';

/** Most bytes of text that are taken out of one archive: a small one can claim to hold any number. */
const MOST_BYTES = 1 << 30;

/** True for a file that begins as ZIP files do. */
export function isZip(file: string): boolean {
  return beginning(file, 4) === 'PK\u0003\u0004';
}

/**
 * The files of an archive whose path fits. Only they are read: the pictures beside them may be as large as they like.
 * @param folder where what is long waits, as `spooled` does it, and `name` that nothing in it has.
 * @throws UserError (usage) for an archive that is damaged, sealed with a password, or too large.
 */
export async function filesInZip(
  file: string,
  shown: string,
  wanted: RegExp,
  { folder, name }: { readonly folder: string; readonly name: string },
): Promise<Source[]> {
  const { openPromise } = await import('yauzl');
  const found: Source[] = [];
  try {
    const zip = await openPromise(file);
    try {
      let size = 0;
      for await (const entry of zip.eachEntry()) {
        if (!wanted.test(entry.fileName)) continue;
        refuseSealed(entry, shown);
        const stream = await zip.openReadStreamPromise(entry);
        const counted = async function* (): AsyncGenerator<Uint8Array> {
          for await (const chunk of stream) {
            size += (chunk as Uint8Array).length;
            if (size > MOST_BYTES) throw tooLarge(shown);
            yield chunk as Uint8Array;
          }
        };
        const held = await spooled(counted(), folder, `${name}-${found.length}`);
        found.push({ ...held, name: `${shown}/${entry.fileName}` });
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${shown} is damaged, or no ZIP file.`,
      'Export it again, or take the JSON file out of it and import that. Nothing was stored.',
      EXIT.usage,
    );
  }
  return found;
}

function refuseSealed(entry: Entry, shown: string): void {
  if (!entry.isEncrypted()) return;
  throw new UserError(
    `${shown} is sealed with a password.`,
    'Unpack it and import the JSON file in it. Nothing was stored.',
    EXIT.usage,
  );
}

function tooLarge(shown: string): UserError {
  return new UserError(
    `${shown} holds more than 1 GB of text.`,
    'Unpack it and import the JSON file in it. Nothing was stored.',
    EXIT.usage,
  );
}
