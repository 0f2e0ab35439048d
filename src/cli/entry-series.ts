import { ownSeriesDocument, ownSeriesText } from '../render/series.ts';
import { visibleLine } from '../render/text.ts';
import { pointsOf, removeSeries, seriesById } from '../store/series.ts';
import type { EntryKind } from './entry-kind.ts';

export const OWN_SERIES: EntryKind = {
  show(context, journal, id) {
    const series = seriesById(journal, id);
    const points = pointsOf(journal, id);
    context.answer(ownSeriesDocument(series, points), () =>
      ownSeriesText(series, points, context.today, context.style),
    );
  },
  describe: (_, journal, id) =>
    `the series ${visibleLine(seriesById(journal, id).name)} with its ${pointsOf(journal, id).length} values`,
  remove: removeSeries,
};
