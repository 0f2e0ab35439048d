const BLOCKS = [...'▁▂▃▄▅▆▇█'];
const PLAIN = [...'_.-~=+*#'];

/** What stands where a series has no point. */
const GAP = { unicode: '·', ascii: ' ' } as const;

/**
 * A series as a row of small bars, a character a place, from its least to its largest value; null is a gap. A row of
 * equal values stands in the middle.
 * @param range where the bars begin and end, if not at the least and the largest.
 */
export function sparkline(
  values: readonly (number | null)[],
  unicode: boolean,
  range?: readonly [least: number, most: number],
): string {
  const bars = unicode ? BLOCKS : PLAIN;
  const known = values.filter((value) => value !== null);
  const [least, most] = range ?? [Math.min(...known), Math.max(...known)];
  return values
    .map((value) => {
      if (value === null) return unicode ? GAP.unicode : GAP.ascii;
      const share = most > least ? (value - least) / (most - least) : 0.5;
      const at = Math.round(Math.max(0, Math.min(1, share)) * (bars.length - 1));
      return bars[at] ?? '';
    })
    .join('');
}
