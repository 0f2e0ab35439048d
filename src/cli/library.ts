import { SHIPPED } from '../content/shipped.ts';
import { type Library, libraryOf, type Pack, type PackProblem } from '../domain/library.ts';
import { visibleLine } from '../render/text.ts';
import { packFiles } from '../store/packs.ts';
import type { Context } from './context.ts';

export interface Packs {
  readonly library: Library;
  /** The user's own packs that can be used. */
  readonly own: readonly { readonly file: string; readonly pack: Pack }[];
  /** Those that cannot, and why: praxis runs on without them. */
  readonly problems: readonly PackProblem[];
}

/** All content: what praxis comes with, and the user's packs beside it. */
export async function loadPacks({ world }: Context): Promise<Packs> {
  const shipped = libraryOf(SHIPPED);
  const files = packFiles(world);
  if (files.length === 0) return { library: shipped, own: [], problems: [] };
  const { readPack } = await import('../content/pack.ts');
  const own: { file: string; pack: Pack }[] = [];
  const problems: PackProblem[] = [];
  for (const { file, bytes } of files) {
    const known = libraryOf([...SHIPPED, ...own.map(({ pack }) => pack)]);
    const read =
      bytes === null
        ? { file, line: null, message: 'it cannot be read' }
        : readPack(bytes, file, known);
    if ('message' in read) problems.push(read);
    else own.push({ file, pack: read });
  }
  return { library: libraryOf([...SHIPPED, ...own.map(({ pack }) => pack)]), own, problems };
}

/** The library, with a line on stderr for each pack that had to be left out. */
export async function loadLibrary(context: Context): Promise<Library> {
  const { library, problems } = await loadPacks(context);
  for (const each of problems)
    context.notice(`praxis: ${visibleLine(problemText(each))} The rest works on.`);
  return library;
}

/** `The pack mine.yaml is left out: line 4, "famly" is no key here.` */
export function problemText({ file, line, message }: PackProblem): string {
  const where = line === null ? '' : `line ${line}, `;
  return `The pack ${file} is left out: ${where}${message.replace(/\.?$/, '.')}`.replace(
    /\?\.$/,
    '?',
  );
}
