import { concerns, inPromiseOrder, keptOnTime } from '../domain/promise.ts';
import { promiseDocument, promisesText } from '../render/promise.ts';
import { listPeople } from '../store/person.ts';
import { listPromises, openPromisesWith, promisesDue } from '../store/promise.ts';
import { shortIds } from '../store/reference.ts';
import { findPerson, withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';
import { withInterval } from './share.ts';

interface Options {
  readonly all?: boolean;
  readonly person?: string;
  readonly due?: boolean;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('promises')
      .description('Open promises, yours and theirs, and how many of yours were kept on time.')
      .option('--all', 'the settled ones too')
      .option('--person <code>', 'those with one person, both ways')
      .option('--due', 'those due today or before')
      .action(async (options: Options) => promises(await context(), options)),
    'praxis promises',
    'praxis promises --person lee --all',
    "praxis promises --due --json | jq -r '.promises[].text'",
  );
};

async function promises(context: Context, options: Options): Promise<void> {
  const { today } = context;
  await context.reading((journal) => {
    const code =
      options.person === undefined
        ? null
        : findPerson(options.person, listPeople(journal), true).code;
    const all = listPromises(journal);
    const due = new Set(promisesDue(journal, today).map(({ id }) => id));
    const open =
      code === null
        ? all.filter(({ outcome }) => outcome === null)
        : openPromisesWith(journal, code);
    const from = options.all ? all.filter((each) => code === null || concerns(each, code)) : open;
    const shown = inPromiseOrder(from).filter(({ id }) => !options.due || due.has(id));
    const kept = withInterval(keptOnTime(all, today));
    const document = {
      schema: 'praxis.promises/1',
      promises: shown.map((each) => promiseDocument(each, today)),
      kept: kept && { x: kept.right, n: kept.all, value: kept.value, ci95: kept.ci95 },
    };
    context.answer(document, () => {
      const ids = shortIds(
        journal,
        shown.map(({ id }) => id),
      );
      // A share of all my promises says nothing of the few that are shown for one person.
      return promisesText(shown, ids, code === null ? kept : null, today, context.style);
    });
  });
}
