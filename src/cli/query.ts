import { VIEWS } from '../domain/views.ts';
import { EXIT, UserError } from '../errors.ts';
import { json } from '../render/json.ts';
import { counted, guarded } from '../render/text.ts';
import { positive, withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

/** Rows unless `--limit` says otherwise, and seconds unless `--timeout` does. */
const ROWS = 10_000;
const SECONDS = 10;

interface Options {
  readonly csv?: boolean;
  readonly schema?: boolean;
  readonly limit?: string;
  readonly timeout?: string;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('query')
      .description('Ask the journal in SQL: one statement that reads, over documented views.')
      .argument('[sql]', 'a SELECT, WITH, VALUES or EXPLAIN')
      .option('--csv', 'print CSV')
      .option('--schema', 'show the views and what their columns mean')
      .option('--limit <n>', `most rows (${ROWS})`)
      .option('--timeout <s>', `most seconds (${SECONDS})`)
      .action(async (sql: string | undefined, options: Options) =>
        query(await context(), sql, options),
      ),
    'praxis query --schema',
    `praxis query "SELECT week, sum(n) AS n FROM v_tally_week WHERE code = 'c' GROUP BY week"`,
    'praxis query "SELECT * FROM v_rating" --csv > ratings.csv',
  );
};

async function query(context: Context, sql: string | undefined, options: Options): Promise<void> {
  if (options.schema) {
    const { viewsText } = await import('../render/views.ts');
    context.answer({ schema: 'praxis.views/1', views: VIEWS }, () =>
      viewsText(VIEWS, context.style),
    );
    return;
  }
  if (sql === undefined) {
    throw new UserError(
      'There is no query.',
      'praxis query "SELECT ..."; --schema shows what can be asked.',
      EXIT.usage,
    );
  }
  if (options.csv && context.options.json) {
    throw new UserError('--csv and --json are two formats.', 'Choose one.', EXIT.usage);
  }
  const limit =
    options.limit === undefined ? ROWS : positive('--limit', options.limit, 100_000_000);
  const seconds =
    options.timeout === undefined ? SECONDS : positive('--timeout', options.timeout, 86_400);
  const { ask } = await import('../store/query.ts');
  const { file, world } = context;
  const answer = await ask(
    { file, sql, limit, readOnly: context.options.readOnly ?? false },
    seconds,
    world.execPath,
    world,
  );
  if (answer.truncated)
    context.notice(`praxis: the first ${counted(limit, 'row')}; --limit N takes more.`);
  if (context.options.json) {
    const { asObjects } = await import('../render/rows.ts');
    const { truncated } = answer;
    context.say(
      json({
        schema: 'praxis.query/1',
        rows: asObjects(answer),
        ...(truncated ? { truncated } : {}),
      }),
    );
  } else if (options.csv) {
    const { csv } = await import('../render/csv.ts');
    context.sayWhole(csv(answer));
  } else {
    const { rowsText } = await import('../render/rows.ts');
    context.say(guarded(rowsText(answer, context.style)));
  }
}
