import { resolve } from 'node:path';
import { addMonths } from '../domain/day.ts';
import type { SeriesTest } from '../domain/verdict.ts';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { bytesOf } from '../store/packs.ts';
import { readAll, withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

interface Options {
  readonly zone?: string;
}

export const register: Register = (program, context) => {
  const series = withExamples(
    program.command('series').description('Numbers of your own over time: is there a drift?'),
    'praxis series test rework.csv',
    'praxis query --csv "SELECT ..." | praxis series test -',
  );
  withExamples(
    series
      .command('test')
      .description(
        'Test a CSV file of two columns, t,value, for a drift. t is a number, a day or an ISO week. Nothing is stored.',
      )
      .argument('<file>', 'the file, or - for stdin')
      .option('--zone <change>', 'a change in 12 weeks that would not matter to you')
      .action(async (file: string, options: Options) => test(await context(), file, options)),
    'praxis series test rework.csv',
    'praxis series test rework.csv --zone 4 --json',
  );
};

async function test(context: Context, file: string, options: Options): Promise<void> {
  const zone = options.zone === undefined ? null : zoneFrom(options.zone);
  const { MOST_BYTES, readSeries } = await import('./series-file.ts');
  const read = readSeries(decode(await bytesFrom(context, file, MOST_BYTES)));
  const { trend } = await import('../analysis/trend.ts');
  const { ends, unitOf, verdictReport } = await import('../analysis/report.ts');
  const { THRESHOLDS } = await import('../analysis/constants.ts');
  const { points, time, window } = read;
  const unit = unitOf(points.map(({ y }) => y));
  const found = trend(points, time.step);
  const report = verdictReport({
    series: read.heading ?? 'value',
    unit,
    time,
    points,
    trend: found,
    window,
    zone: zone ?? THRESHOLDS.zone[unit],
    issued: context.today,
    next: addMonths(context.today, 1),
  });
  const value = found.kind === 'value' ? found : null;
  const shown: SeriesTest = {
    ...report,
    ci95: value ? ends(value.ci95) : [null, null],
    ci95Per4Weeks: report.ci95,
    V0: value?.v0 ?? null,
    r1: value?.r1 ?? null,
    inflation: value?.inflation ?? null,
    z: value?.z ?? null,
    slope: value?.slope ?? null,
    zone: zone ?? THRESHOLDS.zone[unit],
  };
  const { seriesTestText } = await import('../render/trend.ts');
  context.answer({ schema: 'praxis.series-test/1', ...shown }, () =>
    seriesTestText(shown, THRESHOLDS.verdict, context.style),
  );
}

async function bytesFrom(context: Context, file: string, most: number): Promise<Uint8Array> {
  const bytes = file === '-' ? await readAll(context.world.stdin, most) : bytesOf(resolve(file));
  if (bytes === null) {
    throw new UserError(
      `The file ${file} cannot be read.`,
      'Name a CSV file, or - for stdin.',
      EXIT.usage,
    );
  }
  if (bytes.length > most) {
    throw new UserError(
      `It is larger than ${most / 1_000_000} MB.`,
      'A series has two columns, t,value, and one value a week.',
      EXIT.usage,
    );
  }
  return bytes;
}

function zoneFrom(text: string): number {
  const zone = Number(text);
  if (/^[\d.]+(e[+-]?\d+)?$/i.test(text) && zone > 0 && Number.isFinite(zone)) return zone;
  throw new UserError(
    `--zone is "${text}"; it takes a number above 0.`,
    'Write a change in the unit of your values, such as 4.',
    EXIT.usage,
  );
}
