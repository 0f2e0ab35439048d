import type { Index } from '../analysis/composite.ts';
import type { Measured } from '../analysis/measured.ts';
import type { Share } from '../analysis/share.ts';
import type { Counted } from '../domain/facts.ts';
import type { Measure, MeasurePart } from '../domain/measure.ts';

/** What a measure says on a day. */
export type Figure = Pick<Measure, 'value' | 'ci95' | 'n' | 'needs' | 'parts' | 'word'>;

export const NOTHING = { ci95: null, parts: [], word: null } as const;

/** A value that may not be shown, and what is missing. */
export function lacking(needs: string, n: number, parts: readonly MeasurePart[] = []): Figure {
  return { ...NOTHING, value: null, n, needs, parts };
}

/** An index with its interval. */
export function indexFigure(
  found: Measured<Index>,
  n: number,
  parts: readonly MeasurePart[],
): Figure {
  if (found.kind === 'needs') return lacking(found.needs, n, parts);
  const { value, ci95 } = found;
  return { ...NOTHING, value, ci95: [ci95.lower, ci95.upper], n: found.n, needs: null, parts };
}

/** A share in points of a hundred. */
export function shareFigure(found: Measured<Share>, n: number): Figure {
  if (found.kind === 'needs') return lacking(found.needs, n);
  const { lower, upper } = found.ci95;
  const value = 100 * found.share;
  return { ...NOTHING, value, ci95: [100 * lower, 100 * upper], n: found.n, needs: null };
}

/** Parts with a share each; `used` says which of them an index is made of. */
export function partial(
  parts: readonly (Counted & { readonly part: string; readonly used?: boolean })[],
): MeasurePart[] {
  return parts.map(({ part, x, n, used = true }) => ({
    part,
    x,
    n,
    value: used && n > 0 ? (100 * x) / n : null,
    used,
  }));
}
