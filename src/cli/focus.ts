import { withDefault, withExamples } from './args.ts';
import type { MilestoneOptions } from './milestone.ts';
import type { Register } from './register.ts';
import type { WayOptions } from './way.ts';

interface Because {
  readonly because?: string;
}

/** Only what was called is loaded. */
const load = {
  show: () => import('./focus-show.ts'),
  statement: () => import('./statement.ts'),
  milestone: () => import('./milestone.ts'),
  way: () => import('./way.ts'),
  scene: () => import('./scene.ts'),
};

export const register: Register = (program, context) => {
  const focus = withExamples(
    program
      .command('focus')
      .description(
        'Where you are heading, in one sentence; the way there; how you choose to lead.',
      ),
    'praxis focus set "Customers reach a person within a day"',
    'praxis focus milestone "Two teams on call" --due 2026-12-11',
    'praxis focus choice "I ask before I answer" --because "they had the answer"',
  );
  const showAll = async () => (await load.show()).show(await context());
  withDefault(focus, showAll);
  focus
    .command('show')
    .description('the focus, the roadmap, the choice, what the counts say')
    .action(showAll);
  focus
    .command('set')
    .description('set the focus, in one sentence; earlier ones are kept')
    .argument('[sentence...]', 'what a colleague should be able to repeat')
    .option('--because <text>', 'what changed it')
    .action(async (words: string[], options: Because) =>
      (await load.statement()).set(await context(), words, options),
    );
  withExamples(
    focus
      .command('milestone')
      .description('a dated step: list them, add one, or say that one was reached')
      .argument('[what...]', 'the text of a new one, or the id of an old one')
      .option('--due <day>', 'by when: 2026-12-11, friday, in 2 weeks, 2026-W50')
      .option('--reached', 'it was reached')
      .option('--dropped', 'it is given up')
      .option('--on <day>', 'the day of that')
      .action(async (words: string[], options: MilestoneOptions) =>
        (await load.milestone()).milestone(await context(), words, options),
      ),
    'praxis focus milestone "Two teams on call" --due "in 3 weeks"',
    'praxis focus milestone 019a2b3c --reached --on friday',
  );
  focus
    .command('choice')
    .description('the one conscious choice; a new one goes in front of the old')
    .argument('[sentence...]', 'what you choose to do')
    .option('--because <text>', 'what changed it')
    .action(async (words: string[], options: Because) =>
      (await load.statement()).choice(await context(), words, options),
    );
  withExamples(
    focus
      .command('way')
      .description('"my way of leading": one page, in versions')
      .option('--draft', 'print a page to begin with, from what you kept')
      .option('--edit', 'write a new version in your editor')
      .option('--set <file>', 'take a new version from a file, or - for stdin')
      .option('--version <n>', 'print an earlier version')
      .option('--history', 'list the versions')
      .action(async (options: WayOptions) => (await load.way()).way(await context(), options)),
    'praxis focus way --draft > way.md',
    'praxis focus way --set way.md',
  );
  focus
    .command('scene')
    .description("tomorrow's meeting led the other way; after a month its counts")
    .argument('[text...]', 'the scene, or - for stdin')
    .action(async (words: string[]) => (await load.scene()).scene(await context(), words));
};
