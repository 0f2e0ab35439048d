import { SERIES_UNITS } from '../domain/verdict.ts';
import { withDefault, withExamples } from './args.ts';
import type { Register } from './register.ts';
import type { SeriesOptions } from './series-options.ts';

export const register: Register = (program, context) => {
  const series = withExamples(
    program
      .command('series')
      .description('Numbers of your own over time, a value a week, beside what praxis counts.'),
    'praxis series add rework 12',
    'praxis series import rework.csv',
    'praxis trends rework --chart',
  );
  withDefault(series, async () => {
    const { list } = await import('./series-own.ts');
    await list(await context());
  });
  withExamples(
    series
      .command('add')
      .summary('keep the value of a week')
      .description(
        'Keep the value of a week. Without a value: make a series, or mend what is said of it.',
      )
      .argument('<name>', 'letters, digits and hyphens')
      .argument('[value]', 'a number')
      .option('--week <week>', 'the week: 2026-W47, this or last')
      .option('--on <day>', 'the same by a day in it')
      .option('--n <count>', 'how many things the value stands for')
      .option('--about <text>', 'what it counts')
      .option('--unit <unit>', `${SERIES_UNITS.join(', ')} (number)`)
      .option('--zone <change>', 'a change in 12 weeks that would not matter to you; empty: none')
      .option('--replace', 'instead of another value of the same week')
      .action(async (name: string, value: string | undefined, options: SeriesOptions) => {
        const { add } = await import('./series-own.ts');
        await add(await context(), name, value, options);
      }),
    'praxis series add rework 12',
    'praxis series add lead-time 3.5 --week last --n 14',
    'praxis series add rework --about "tickets that came back" --zone 4',
  );
  withExamples(
    series
      .command('list')
      .summary('those there are')
      .description('Your series, with their last values.')
      .action(async () => {
        const { list } = await import('./series-own.ts');
        await list(await context());
      }),
    'praxis series list',
    "praxis series list --json | jq -r '.series[].name'",
  );
  withExamples(
    series
      .command('import')
      .summary('values of a CSV file')
      .description(
        'Values of a CSV file: weeks or days, and a column a series with its name over it. Days of a week become its median. The same file again changes nothing.',
      )
      .argument('<file>', 'the file, or - for stdin')
      .option('--name <name>', 'the name, for one column of values')
      .option('--unit <unit>', `of new series: ${SERIES_UNITS.join(', ')} (number)`)
      .option('--replace', 'instead of other values of the same weeks')
      .option('--dry-run', 'only say what would come')
      .action(async (file: string, options: SeriesOptions) => {
        const { importFile } = await import('./series-import.ts');
        await importFile(await context(), file, options);
      }),
    'praxis series import rework.csv',
    'praxis series import numbers.csv --dry-run',
  );
  withExamples(
    series
      .command('remove')
      .summary('take a series or a value away')
      .description('Take a series away, with its values; or one value. praxis undo brings it back.')
      .argument('<name>')
      .option('--week <week>', 'only the value of this week')
      .action(async (name: string, options: SeriesOptions) => {
        const { remove } = await import('./series-own.ts');
        await remove(await context(), name, options);
      }),
    'praxis series remove rework --week last',
    'praxis series remove rework',
  );
  withExamples(
    series
      .command('test')
      .summary('is there a drift in a file?')
      .description(
        'Test a CSV file of two columns, t,value, for a drift. t is a number, a day or an ISO week. Nothing is stored.',
      )
      .argument('<file>', 'the file, or - for stdin')
      .option('--zone <change>', 'a change in 12 weeks that would not matter to you')
      .action(async (file: string, options: SeriesOptions) => {
        const { testFile } = await import('./series-test.ts');
        await testFile(await context(), file, options);
      }),
    'praxis series test rework.csv',
    'praxis series test rework.csv --zone 4 --json',
  );
};
