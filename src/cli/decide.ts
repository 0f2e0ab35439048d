import { REVERSIBILITIES } from '../domain/decision.ts';
import { collect, withDefault, withExamples } from './args.ts';
import { type ChooseOptions, choose, type RevisitOptions, revisit } from './decide-choose.ts';
import { type NewOptions, newPage } from './decide-new.ts';
import { fill, type OptionFlags } from './decide-option.ts';
import { list, show } from './decide-show.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const decide = withExamples(
    program
      .command('decide')
      .description('Options pages: compare before choosing, look back after. Alone: the list.'),
    'praxis decide new "Which vendor?" --owner lee --by friday --option Buy',
    'praxis decide option 019a2b3c Buy --costs "two days" --sure 0.7',
    'praxis decide choose 019a2b3c Buy --sign "two outages in one month"',
  );
  withDefault(decide, async () => list(await context()));
  decide
    .command('list')
    .summary('all pages, and how many people wrote one')
    .description('All options pages, the latest first, and how many people wrote one.')
    .action(async () => list(await context()));
  decide
    .command('new')
    .summary('open a page')
    .description('Open a page. At a terminal, without a question, it is asked for step by step.')
    .argument('[question]', 'what is to be decided')
    .option('--owner <person>', 'whose decision it is; yours, if left away')
    .option('--by <day>', 'to be settled by')
    .option('--challenger <person>', 'who argues against the favourite')
    .option('--option <title>', 'an option; again for more', collect)
    .option('--answers <file>', 'take the whole page from a file, or - for stdin')
    .option('--template', 'print the shape of such a file')
    .action(async (question: string | undefined, options: NewOptions) =>
      newPage(await context(), question, options),
    );
  decide
    .command('show')
    .summary('one page, with what is still missing')
    .description('One page, with what is still missing before a choice.')
    .argument('<id>')
    .option('--markdown', 'as Markdown, for the team')
    .action(async (id: string, options: { markdown?: boolean }) =>
      show(await context(), id, options),
    );
  decide
    .command('option')
    .summary('fill in an option, or add one')
    .description('Fill in an option, or add one. At a terminal, without flags, it is asked for.')
    .argument('<id>')
    .argument('<option>', 'its number or title; a new title adds an option')
    .option('--title <title>', 'another title')
    .option('--benefits <text>', 'what speaks for it')
    .option('--costs <text>', 'what it costs')
    .option('--bearers <text>', 'who carries the costs')
    .option('--reversible <how>', REVERSIBILITIES.join(', '))
    .option('--sure <share>', 'how sure you are, 0 to 1, such as 0.7')
    .action(async (id: string, option: string, flags: OptionFlags) =>
      fill(await context(), id, option, flags),
    );
  decide
    .command('choose')
    .summary('choose, once the page is whole')
    .description('Choose, once the page is whole. You look back on it after 30 and 90 days.')
    .argument('<id>')
    .argument('<option>', 'its number or title')
    .option('--sign <text>', 'what would show that it was wrong')
    .option('--anyway', 'choose although something is missing')
    .action(async (id: string, option: string, options: ChooseOptions) =>
      choose(await context(), id, option, options),
    );
  decide
    .command('revisit')
    .summary('look back on a choice')
    .description('Look back on a choice: the next of its two looks back is held.')
    .argument('<id>')
    .argument('[text...]', 'what you found')
    .option('--stands', 'it stands')
    .option('--changed', 'it was changed')
    .option('--reversed', 'it was reversed')
    .option('--on <day>', 'the day you looked back, if not today')
    .action(async (id: string, text: string[], options: RevisitOptions) =>
      revisit(await context(), id, text, options),
    );
};
