import { type Week, weekOf } from '../domain/day.ts';
import { didYouMean, slipOf } from '../domain/nearest.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { asSeriesName, checkValue, type OwnSeries, readSeriesName } from '../domain/series.ts';
import { SERIES_UNITS } from '../domain/verdict.ts';
import { readWeek } from '../domain/week.ts';
import { EXIT, UserError } from '../errors.ts';
import {
  listedSeries,
  number,
  ownSeriesDocument,
  ownSeriesListText,
  ownSeriesText,
} from '../render/series.ts';
import { visibleLine } from '../render/text.ts';
import { refuseUnderHold } from '../store/hold.ts';
import type { Journal } from '../store/journal.ts';
import { shortIds } from '../store/reference.ts';
import {
  addSeries,
  editSeries,
  keepPoint,
  listSeries,
  pointsOf,
  removePoint,
  removeSeries,
  seriesById,
  seriesNamed,
} from '../store/series.ts';
import { type Tx, write } from '../store/write.ts';
import { oneOf, positive } from './args.ts';
import { checkBoundary } from './boundary.ts';
import { confirmed } from './confirm.ts';
import type { Context } from './context.ts';
import { decimal, zoneFrom } from './series-number.ts';
import type { SeriesOptions } from './series-options.ts';
import { saidText } from './texts.ts';

/** `series list`. */
export async function list(context: Context): Promise<void> {
  await context.reading((journal) => {
    const all = listSeries(journal).map((series) => ({
      series,
      points: pointsOf(journal, series.id),
    }));
    context.answer(
      {
        schema: 'praxis.series/1',
        series: all.map(({ series, points }) => listedSeries(series, points)),
      },
      () => {
        const ids = shortIds(
          journal,
          all.map(({ series }) => series.id),
        );
        return ownSeriesListText(all, ids, context.today, context.style);
      },
    );
  });
}

/** `series add`: a value of a week, or what is said of a series. */
export async function add(
  context: Context,
  given: string,
  value: string | undefined,
  options: SeriesOptions,
): Promise<void> {
  const name = readSeriesName(given);
  const week = weekFrom(options, context);
  if (value === undefined && (week !== undefined || options.n !== undefined || options.replace)) {
    throw new UserError(
      'There is no value.',
      `praxis series add ${name} 12 keeps one. Nothing was stored.`,
      EXIT.usage,
    );
  }
  const point =
    value === undefined
      ? null
      : {
          week: week ?? weekOf(context.today),
          value: decimal('A value', value),
          n: options.n === undefined ? 1 : positive('--n', options.n),
        };
  const said = await saidOf(options, context);
  const kept = await context.writing((journal) => {
    const id = write(journal, context.command, (tx) => {
      const series = seriesFor(tx, name, said, point !== null, context);
      if (point) {
        checkValue(point.value, series);
        if (
          keepPoint(tx, series.id, point, options.replace ?? false) === 'differs' &&
          !options.replace
        )
          throw another(name, point.week);
      }
      return series.id;
    });
    return { series: seriesById(journal, id), points: pointsOf(journal, id) };
  });
  context.answer(ownSeriesDocument(kept.series, kept.points), () =>
    point
      ? `  Kept: ${visibleLine(name)} ${number(point.value)} in ${point.week}.`
      : ownSeriesText(kept.series, kept.points, context.today, context.style),
  );
}

type Said = Partial<Pick<OwnSeries, 'about' | 'unit' | 'zone'>>;

async function saidOf(options: SeriesOptions, context: Context): Promise<Said> {
  const unit = oneOf('--unit', options.unit, SERIES_UNITS);
  const about =
    options.about === undefined || options.about === ''
      ? options.about
      : saidText(
          options.about,
          '--about',
          'praxis series add rework --about "tickets that came back".',
        );
  if (about) await checkBoundary(context, [about]);
  return {
    ...(about === undefined ? {} : { about: about === '' ? null : about }),
    ...(unit === null ? {} : { unit }),
    ...(options.zone === undefined
      ? {}
      : { zone: options.zone === '' ? null : zoneFrom(options.zone) }),
  };
}

/** The series of that name, made where there is none; a value for a name that looks like a slip of another makes none. */
function seriesFor(
  tx: Tx,
  name: string,
  said: Said,
  withValue: boolean,
  { today }: Context,
): OwnSeries {
  const known = seriesNamed(tx, name);
  if (known) {
    if (said.unit && said.unit !== known.unit) {
      for (const { value } of pointsOf(tx, known.id)) checkValue(value, { name, unit: said.unit });
    }
    editSeries(tx, known.id, said);
    return { ...known, ...said };
  }
  const near =
    withValue &&
    slipOf(
      name,
      listSeries(tx).map((each) => each.name),
    );
  if (near) {
    throw new UserError(
      `There is no series "${name}". Did you mean "${near}"?`,
      `praxis series add ${name} without a value makes a new one. Nothing was stored.`,
      EXIT.usage,
    );
  }
  const series = { name, about: null, unit: 'number' as const, zone: null, ...said };
  return { ...series, id: addSeries(tx, series, today), addedOn: today };
}

function another(name: string, week: Week): UserError {
  return new UserError(
    `${name} says something else in ${week} already.`,
    '--replace puts this one in its place. Nothing was stored.',
    EXIT.conflict,
  );
}

/** `series remove`: a series with its values, or the value of a week. */
export async function remove(
  context: Context,
  given: string,
  { week: named }: SeriesOptions,
): Promise<void> {
  const week = named === undefined ? null : readWeek(named, context.today);
  const removed = await context.writing(async (journal) => {
    const series = namedSeries(journal, given);
    const { name, id } = series;
    const points = pointsOf(journal, id);
    if (week !== null && !points.some((each) => each.week === week)) {
      throw new UserError(
        `${name} has no value in ${week}.`,
        `praxis trends ${name} --csv lists those there are. Nothing was removed.`,
      );
    }
    refuseUnderHold(journal.db, 'removing');
    const what = week === null ? `${name} with its ${points.length} values` : `${name} in ${week}`;
    const question = { what: `Removing ${what}`, question: `Remove ${what}?` };
    if (!(await confirmed(context, question))) return undefined;
    write(journal, context.command, (tx) => {
      // Again under the lock: a hold may have come while somebody was asked.
      refuseUnderHold(tx.db, 'removing');
      if (week === null) removeSeries(tx, id);
      else removePoint(tx, id, week);
    });
    return { name, week };
  });
  if (!removed) return context.notice('  Nothing was removed.');
  context.answer(
    { schema: 'praxis.series-removed/1', ...removed },
    () => '  Removed. praxis undo brings it back.',
  );
}

/** @throws UserError (usage) for a series that is not there, naming the nearest. */
export function namedSeries(journal: Pick<Journal, 'db'>, given: string): OwnSeries {
  const name = asSeriesName(given);
  const found = seriesNamed(journal, name);
  if (found) return found;
  const names = listSeries(journal).map((each) => each.name);
  throw new UserError(
    `There is no series "${given}" of yours.${didYouMean(name, names)}`,
    'praxis series list shows them. Nothing was changed.',
    EXIT.usage,
  );
}

function weekFrom({ week, on }: SeriesOptions, { today }: Context): Week | undefined {
  if (week !== undefined && on !== undefined) {
    throw new UserError(
      '--week and --on both name the week.',
      'Choose one. Nothing was stored.',
      EXIT.usage,
    );
  }
  if (on !== undefined) return weekOf(parsePastDay(on, today));
  return week === undefined ? undefined : readWeek(week, today);
}
