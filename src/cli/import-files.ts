import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Item } from '../domain/foreign.ts';
import { EXIT, UserError } from '../errors.ts';
import type { TextFile } from '../formats/text-file.ts';
import { statOf } from '../store/files.ts';
import { filesBelow, isFolder } from '../store/folder.ts';
import { ENCODINGS, type Encoding, fileSource, type Source, textLines } from '../store/lines.ts';
import { cacheFolder } from '../store/location.ts';
import { spooled } from '../store/spool.ts';
import { oneOf } from './args.ts';
import type { Context } from './context.ts';
import { looksFirst } from './import-foreign.ts';
import { Progress } from './progress.ts';

/** The text files that a command named, and what lies beside them. */
export interface Named {
  readonly files: readonly TextFile[];
  /** True when a folder was named. */
  readonly folder: boolean;
  readonly leftOut: readonly Item[];
  readonly progress: Progress;
}

/** What came on stdin: in memory, or in the private folder for what may go at any time. */
export function stdinSource(context: Context): Promise<Source> {
  const { folder, name } = waitingPlace(context);
  return spooled(context.world.stdin, folder, name);
}

/** What a file or `-` holds. A pipe (`<(command)`) can be read once only, so it is held like stdin. */
export async function sourceOf(
  context: Context,
  named: string,
  onRead: (bytes: number) => void,
): Promise<Source> {
  if (named === '-') return stdinSource(context);
  const file = resolve(named);
  if (!statOf(file)?.isFIFO()) return fileSource(file, named, onRead);
  const { folder, name } = waitingPlace(context);
  return spooled(createReadStream(file), folder, name);
}

/** Where what is long waits until it is read. */
export function waitingPlace({ world }: Context): { folder: string; name: string } {
  return { folder: cacheFolder(world), name: `waiting-${world.newId()}` };
}

/**
 * Finds what `FILE|FOLDER` names; `-` is stdin.
 * @param endings of the files of a folder that are read: `.txt`.
 * @param passes how often each file will be read, for the progress bar.
 * @throws UserError (usage) for what is not there.
 */
export async function namedFiles(
  context: Context,
  named: string,
  options: {
    readonly endings: RegExp;
    readonly encoding: string | undefined;
    readonly passes: number;
  },
): Promise<Named> {
  const encoding: Encoding = oneOf('--encoding', options.encoding, ENCODINGS) ?? 'utf8';
  let progress: Progress | undefined;
  const read = (bytes: number) => progress?.add(bytes);
  const sources: { source: Source; path: string }[] = [];
  const leftOut: Item[] = [];
  const folder = named !== '-' && isFolder(resolve(named));
  if (folder) {
    for (const { path, kind } of filesBelow(resolve(named))) {
      if (kind === 'file' && options.endings.test(path)) {
        sources.push({ source: fileSource(join(resolve(named), path), path, read), path });
      } else {
        const why = kind === 'link' ? 'a link, which is not followed' : 'not a text of this kind';
        leftOut.push({ leftOut: { file: path, line: null, why, text: '' } });
      }
    }
    if (sources.length === 0) {
      throw new UserError(
        `There is no file to read in ${named}.`,
        'Name the folder that holds the entries. Nothing was stored.',
        EXIT.usage,
      );
    }
  } else {
    const path = named === '-' ? '' : named;
    sources.push({ source: await sourceOf(context, named, read), path });
  }
  const size = sources.reduce((sum, { source }) => sum + source.size, 0);
  progress = new Progress(context, size * (options.passes + (looksFirst(context) ? 1 : 0)));
  const files = sources.map(({ source, path }) => ({
    name: source.name,
    path,
    lines: () => textLines(source, encoding),
  }));
  return { files, folder, leftOut, progress };
}
