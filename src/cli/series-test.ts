import { resolve } from 'node:path';
import { THRESHOLDS } from '../analysis/constants.ts';
import { ends, unitOf, verdictReport } from '../analysis/report.ts';
import { trend } from '../analysis/trend.ts';
import { addMonths } from '../domain/day.ts';
import type { SeriesTest } from '../domain/verdict.ts';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { seriesTestText } from '../render/trend.ts';
import { bytesOf } from '../store/packs.ts';
import { readAll } from './args.ts';
import type { Context } from './context.ts';
import { MOST_BYTES, readSeries } from './series-file.ts';
import { zoneFrom } from './series-number.ts';
import type { SeriesOptions } from './series-options.ts';

/** `series test`: the statistics of a file; nothing is stored. */
export async function testFile(
  context: Context,
  file: string,
  options: SeriesOptions,
): Promise<void> {
  const zone = options.zone === undefined ? null : zoneFrom(options.zone);
  const read = readSeries(decode(await bytesFrom(context, file, MOST_BYTES)));
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
  context.answer({ schema: 'praxis.series-test/1', ...shown }, () =>
    seriesTestText(shown, THRESHOLDS.verdict, context.style),
  );
}

/** The bytes of a file, or of stdin for `-`. @throws UserError (usage) where there are none, or too many. */
export async function bytesFrom(context: Context, file: string, most: number): Promise<Uint8Array> {
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
