import { COUNTERS, parseTallyKey } from '../domain/tally.ts';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { clip, visibleLine } from '../render/text.ts';
import { resolveId } from '../store/reference.ts';
import { readAll, withExamples } from './args.ts';
import type { Context } from './context.ts';
import { entryKind } from './entry.ts';
import type { Item } from './mend.ts';
import type { Register } from './register.ts';

interface Options {
  readonly item?: string;
  readonly to?: string;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('edit')
      .description(
        'Mend an entry, a plan or a record. praxis undo brings back what it said before; a session keeps it as a revision.',
      )
      .argument('<id>', 'as praxis list shows it')
      .option('--item <item>', 'what to mend: note, prompt, if, then, R1, a counter such as c')
      .option('--to <value>', 'what it should say; - reads stdin')
      .action(async (id: string, options: Options) => edit(await context(), id, options)),
    'praxis edit 019a2b3c',
    'praxis edit 019a2b3c --item c --to 3',
    'praxis edit 019a2b3c --item note --to - < note.txt',
  );
};

async function edit(context: Context, prefix: string, options: Options): Promise<void> {
  if ((options.item === undefined) !== (options.to === undefined)) {
    throw new UserError(
      '--item and --to go together.',
      'praxis edit ID --item note --to "TEXT". Nothing was changed.',
      EXIT.usage,
    );
  }
  if (options.to === undefined && !context.interactive) {
    throw new UserError(
      'Nobody is there to be asked what to mend.',
      'In a script: praxis edit ID --item note --to "TEXT".',
      EXIT.usage,
    );
  }
  await context.writing(async (journal) => {
    const { noun, id } = resolveId(journal, prefix);
    const kind = await entryKind(noun);
    if (!kind.edit) {
      throw new UserError(
        'There is nothing in this that can be mended.',
        'praxis delete ID removes it; then note it again. Nothing was changed.',
        EXIT.cannot,
      );
    }
    await kind.edit(context, journal, id, (items) => change(context, items, options));
  });
}

async function change(
  context: Context,
  items: readonly Item[],
  { item, to }: Options,
): Promise<{ item: string; typed: string }> {
  if (item !== undefined && to !== undefined) {
    const typed =
      to === '-' ? decode(await readAll(context.world.stdin)).replace(/\r?\n$/, '') : to;
    if (!typed.isWellFormed())
      throw new UserError(
        'The text ends or begins in half a character.',
        'Write it again in whole characters. Nothing was changed.',
        EXIT.usage,
      );
    return { item, typed };
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  const keys = '123456789abcdefghijklmnopqrstuvwxyz';
  const choice = await ask({
    kind: 'key',
    name: 'item',
    text: 'What is to be mended?',
    options: items.map((each, i) => ({
      key: keys[i] ?? '',
      value: each.item,
      label: `${nameOf(each.item)}${each.now === '' ? '' : `: ${clip(visibleLine(each.now), 40)}`}`,
    })),
    enter: 'nothing',
  });
  const chosen = items.find((each) => each.item === choice);
  if (!chosen)
    throw new UserError('Nothing was changed.', 'praxis edit ID asks again.', EXIT.cannot);
  const typed = await ask({
    kind: 'text',
    name: chosen.item,
    label: `${nameOf(chosen.item)} `,
    editor: true,
    now: chosen.now,
  });
  if (typed === null)
    throw new UserError('Nothing was changed.', 'praxis delete ID removes the entry.');
  return { item: chosen.item, typed };
}

function nameOf(item: string): string {
  const parsed = parseTallyKey(item);
  return parsed
    ? COUNTERS[parsed.code].label + (parsed.warranted ? ', it had to be you' : '')
    : item;
}
