import { withExamples } from './args.ts';
import type { Register } from './register.ts';
import type { TrendsOptions } from './trends-options.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('trends')
      .description(
        'Where you are moving, with its uncertainty: what was counted, its range, and the last verdict.',
      )
      .argument('[series...]', 'one, or a few beside each other: lli, handed-back, one of yours')
      .option('--chart', 'draw the points, the line through them, breaks and verdicts')
      .option('--explain', 'what it is made of, what it takes, and what it does not mean')
      .option('--weeks <n>', 'only the points of the last weeks')
      .option('--csv', 'the points as CSV')
      .action(async (series: string[], options: TrendsOptions) => {
        const { trends } = await import('./trends-shown.ts');
        await trends(await context(), series, options);
      }),
    'praxis trends',
    'praxis trends handed-back --chart',
    'praxis trends lli rework --chart --weeks 52',
  );
};
