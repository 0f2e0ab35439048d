import { checkValue } from '../domain/series.ts';
import { SERIES_UNITS } from '../domain/verdict.ts';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { counted, INDENT, visibleLine } from '../render/text.ts';
import { addSeries, keepPoint, seriesNamed } from '../store/series.ts';
import { rehearse, type Tx, write } from '../store/write.ts';
import { oneOf } from './args.ts';
import type { Context } from './context.ts';
import { atLine } from './csv-table.ts';
import { type Column, readColumns } from './series-columns.ts';
import { MOST_BYTES } from './series-file.ts';
import type { SeriesOptions } from './series-options.ts';
import { bytesFrom } from './series-test.ts';

/** What came of one series of a file, in weeks. */
interface Taken {
  readonly name: string;
  /** Made by this import. */
  readonly made: boolean;
  readonly added: number;
  readonly unchanged: number;
  readonly replaced: number;
}

/** `series import`: the whole file or nothing of it, as one action. */
export async function importFile(
  context: Context,
  file: string,
  { name, unit: given, replace = false, dryRun = false }: SeriesOptions,
): Promise<void> {
  const unit = oneOf('--unit', given, SERIES_UNITS) ?? 'number';
  const text = decode(await bytesFrom(context, file, MOST_BYTES));
  const columns = readColumns(text, name, file, context.today);
  const store = dryRun ? rehearse : write;
  const taken = await context.writing(
    (journal) => store(journal, context.command, (tx) => columns.map((column) => take(tx, column))),
    { rehearse: dryRun },
  );
  function take(tx: Tx, { name: called, points }: Column): Taken {
    const known = seriesNamed(tx, called);
    const series = known ?? { name: called, about: null, unit, zone: null };
    const id = known?.id ?? addSeries(tx, series, context.today);
    const states = points.map((point) => {
      atLine(point.line, () => checkValue(point.value, series));
      const state = keepPoint(tx, id, point, replace);
      if (state !== 'differs' || replace) return state;
      throw new UserError(
        `Line ${point.line}: ${called} says something else in ${point.week} already.`,
        '--replace puts those of the file in their place. Nothing was stored.',
        EXIT.conflict,
      );
    });
    const count = (wanted: (typeof states)[number]) =>
      states.filter((state) => state === wanted).length;
    return {
      name: called,
      made: !known,
      added: count('added'),
      unchanged: count('unchanged'),
      replaced: count('differs'),
    };
  }
  context.answer({ schema: 'praxis.series-imported/1', dryRun, series: taken }, () =>
    [
      ...taken.map((each) => takenText(each, dryRun)),
      ...(dryRun ? [`${INDENT}Nothing was stored.`] : []),
    ].join('\n'),
  );
}

function takenText({ name, made, added, unchanged, replaced }: Taken, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  const parts = [
    `${counted(added, 'week')} ${would}added${made ? ', in a new series' : ''}`,
    ...(replaced > 0 ? [`${replaced} ${would}replaced`] : []),
    ...(unchanged > 0 ? [`${unchanged} there already`] : []),
  ];
  return `${INDENT}${visibleLine(name)}: ${parts.join(', ')}.`;
}
