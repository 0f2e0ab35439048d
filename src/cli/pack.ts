import { basename, resolve } from 'node:path';
import { SHIPPED } from '../content/shipped.ts';
import { libraryOf, type Pack, type PackProblem } from '../domain/library.ts';
import { didYouMean } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';
import { json } from '../render/json.ts';
import { packsText } from '../render/packs.ts';
import { visibleLine } from '../render/text.ts';
import { shownPath } from '../store/location.ts';
import { bytesOf, packFolder, writePack } from '../store/packs.ts';
import { withDefault, withExamples } from './args.ts';
import type { Context } from './context.ts';
import { loadPacks, problemText } from './library.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const pack = withExamples(
    program
      .command('pack')
      .description(
        'Packs of prompts, exercises, questions, facets and cards: the shipped ones and yours.',
      ),
    'praxis pack show prompts',
    'praxis pack new mine',
    'praxis pack check',
  );
  withDefault(pack, async () => list(await context()));
  pack
    .command('list')
    .description('All packs, with what they hold.')
    .action(async () => list(await context()));
  pack
    .command('show')
    .description('A pack as YAML, to read or to copy from.')
    .argument('<name>')
    .action(async (name: string) => show(await context(), name));
  pack
    .command('check')
    .description('Check your packs, or one file, and say what is wrong and where.')
    .argument('[file]')
    .action(async (file: string | undefined) => check(await context(), file));
  pack
    .command('new')
    .description('Start a pack of your own, with an example of each part.')
    .argument('<name>', 'small letters, digits and -')
    .action(async (name: string) => create(await context(), name));
};

async function list(context: Context): Promise<void> {
  const { own, problems } = await loadPacks(context);
  const packs = [
    ...SHIPPED.map((pack) => ({ ...sizes(pack), shipped: true, file: null })),
    ...own.map(({ pack, file }) => ({ ...sizes(pack), shipped: false, file })),
  ];
  context.answer({ schema: 'praxis.packs/1', packs, problems }, () =>
    packsText(
      packs,
      problems.map(problemText),
      shownPath(context.world, packFolder(context.world)),
      context.style,
    ),
  );
}

function sizes(pack: Pack): { pack: string; title: string; entries: number } {
  const { prompts = [], exercises = [], questions = [], facets = [], cards = [] } = pack;
  const entries = [prompts, exercises, questions, facets, cards].reduce(
    (sum, part) => sum + part.length,
    0,
  );
  return { pack: pack.pack, title: pack.title ?? '', entries };
}

async function show(context: Context, name: string): Promise<void> {
  const { own } = await loadPacks(context);
  const packs = [...SHIPPED, ...own.map(({ pack }) => pack)];
  const pack = packs.find((each) => each.pack === name);
  if (!pack) {
    const near = didYouMean(
      name,
      packs.map((each) => each.pack),
    );
    throw new UserError(
      `There is no pack "${name}".${near}`,
      'praxis pack list shows them.',
      EXIT.usage,
    );
  }
  if (context.options.json) return context.say(json({ schema: 'praxis.pack/1', ...pack }));
  const { stringify } = await import('yaml');
  // Folding a line, the library may cut a character of two halves (an emoji) in two.
  const lineWidth = /[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(pack)) ? 0 : 100;
  context.sayWhole(stringify(pack, { lineWidth, aliasDuplicateObjects: false }));
}

async function check(context: Context, file: string | undefined): Promise<void> {
  const problems = file === undefined ? (await loadPacks(context)).problems : await checkFile(file);
  const [first] = problems;
  if (first) {
    throw new UserError(
      problems.map((each) => visibleLine(problemText(each))).join(' '),
      'Mend the file and check again. praxis works on without it.',
      EXIT.usage,
    );
  }
  context.answer({ schema: 'praxis.pack-check/1', problems }, () => '  All is well.');
}

async function checkFile(file: string): Promise<readonly PackProblem[]> {
  const bytes = bytesOf(resolve(file));
  if (bytes === null) {
    throw new UserError(
      `The file ${file} cannot be read.`,
      'Name a YAML file, or none to check all of yours.',
      EXIT.usage,
    );
  }
  const { readPack } = await import('../content/pack.ts');
  const read = readPack(bytes, basename(file), libraryOf(SHIPPED));
  return 'message' in read ? [read] : [];
}

async function create(context: Context, name: string): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name) || SHIPPED.some(({ pack }) => pack === name)) {
    throw new UserError(
      `"${name}" cannot be the name of a pack.`,
      'Take small letters, digits and -, and no name of a shipped pack.',
      EXIT.usage,
    );
  }
  context.refuseReadOnly();
  const path = writePack(context.world, name, starter(name));
  context.answer(
    { schema: 'praxis.pack-new/1', pack: name, path },
    () => `  ${shownPath(context.world, path)}: yours to fill. praxis pack check reads it over.`,
  );
}

function starter(name: string): string {
  return `# A pack of your own. praxis reads it beside the shipped ones; praxis pack check says what is wrong.
# praxis pack show prompts (or exercises, questions, facets, cards) prints the shipped ones to copy from.
pack: ${name}
title: What I want to be asked

prompts:
  # family: stance, proposals, questions, motion, routing, knowing, trust, direction or future
  # about: me, team or person ({person} in the text is then somebody's code)
  # tone: problem, strength or open
  - id: ${name}-first
    version: 1
    family: stance
    about: me
    tone: open
    text: What did I leave to somebody today that I used to keep?

questions:
  # facets: see praxis pack show facets
  - id: ${name}-question
    version: 1
    text: What should I stop doing in our meetings?
    facets: [my-requests]
`;
}
