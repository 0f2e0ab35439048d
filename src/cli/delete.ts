import { EXIT, UserError } from '../errors.ts';
import { resolveId } from '../store/reference.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import { entryKind } from './entry.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('delete')
      .description('Remove an entry, a plan or a record. praxis undo brings it back.')
      .argument('<id>', 'as praxis list or praxis intentions shows it')
      .action(async (id: string) => remove(await context(), id)),
    'praxis delete 019a2b3c',
    'praxis delete 019a2b3c --yes',
  );
};

async function remove(context: Context, prefix: string): Promise<void> {
  const removed = await context.writing(async (journal) => {
    const { noun, id } = resolveId(journal, prefix);
    const kind = await entryKind(noun);
    if (!(await confirmed(context, kind.describe(context, journal, id)))) return undefined;
    write(journal, context.command, (tx) => kind.remove(tx, id));
    return { noun, id };
  });
  if (!removed) return context.notice('  Nothing was removed.');
  context.answer(
    { schema: 'praxis.deleted/1', ...removed },
    () => '  Removed. praxis undo brings it back.',
  );
}

async function confirmed(context: Context, what: string): Promise<boolean> {
  if (context.options.yes) return true;
  if (!context.interactive) {
    throw new UserError(
      `Removing ${what} is asked about first, and nobody is there.`,
      'In a script, say --yes. Nothing was removed.',
      EXIT.usage,
    );
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  return (await ask({ kind: 'confirm', name: 'delete', text: `Remove ${what}?` })) === true;
}
