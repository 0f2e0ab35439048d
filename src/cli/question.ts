import { withDefault, withExamples } from './args.ts';
import { registerHeard } from './heard.ts';
import { type AskedOptions, asked } from './question-asked.ts';
import { add, edit, retire } from './question-change.ts';
import { draw, type ListOptions, list } from './question-show.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const question = withExamples(
    program
      .command('question')
      .description('Open questions for a one-on-one: the list, yours to change.'),
    'praxis question draw lee',
    'praxis question add "What would you never want me to assume?" --facet disagreeing',
    'praxis question asked best-hours-thinking lee --learned "mornings before ten"',
  );
  withDefault(question, async () => list(await context(), {}));
  question
    .command('list')
    .description('all of them, with what became of each')
    .option('--facet <facet>', 'only those about it')
    .option('--retired', 'the retired ones')
    .action(async (options: ListOptions) => list(await context(), options));
  question
    .command('draw')
    .description('one to ask next, about what is least known')
    .argument('[person]', 'of whom')
    .option('--facet <facet>', 'about this')
    .action(async (person: string | undefined, options: { facet?: string }) =>
      draw(await context(), person, options.facet),
    );
  question
    .command('add')
    .description('add one of your own')
    .argument('<text>', 'the question; - reads stdin')
    .option('--facet <facet...>', 'the facets that an answer can confirm')
    .action(async (text: string, options: { facet?: string[] }) =>
      add(await context(), text, options.facet ?? []),
    );
  question
    .command('edit')
    .description('put one in your words')
    .argument('<id>')
    .argument('[text]', 'the question as you would say it')
    .option('--facet <facet...>', 'the facets that an answer can confirm')
    .action(async (id: string, text: string | undefined, options: { facet?: string[] }) =>
      edit(await context(), id, text, options.facet),
    );
  question
    .command('retire')
    .description('strike one that you would never say aloud')
    .argument('<id>')
    .option('--back', 'bring it back')
    .action(async (id: string, options: { back?: boolean }) =>
      retire(await context(), id, options.back ?? false),
    );
  registerHeard(question, context);
  question
    .command('asked')
    .description('note that you asked one, and what you learned')
    .argument('<id>')
    .argument('<person>')
    .option('--learned <text>', 'what they said')
    .option('--facet <facet>', 'the facet that it confirms, where the question has several')
    .option('--how <state>', 'told, seen or assumed', 'told')
    .option('--was <outcome>', 'what became of your bet: right, wrong or half')
    .option('--on <day>', 'the day of it')
    .option('--contact', 'this was a talk with them: note the contact too')
    .action(async (id: string, person: string, options: AskedOptions) =>
      asked(await context(), id, person, options),
    );
};
