import {
  COUNTERS,
  type Code,
  PAIR_HEADINGS,
  PAIRS,
  type Pair,
  WARRANTED_MEANING,
} from '../domain/tally.ts';
import { INDENT, padEnd, paragraph, type Style } from './text.ts';

/** What each counter means, pair by pair: the follower side first, the leader side second. */
export function countersText(style: Style): string {
  const line = (code: Code) => {
    const { word, meaning, subtypes } = COUNTERS[code];
    const head = `${INDENT}  ${style.accent(code)}  ${padEnd(word, 16)} `;
    const more =
      subtypes.length > 0 ? ` Kinds: ${subtypes.map((each) => `${code}:${each}`).join(', ')}.` : '';
    const text = paragraph(meaning + more, style.width, ' '.repeat(24));
    return head + text.slice(24);
  };
  const pairs = (Object.keys(PAIRS) as Pair[]).map((pair) =>
    [
      `${INDENT}${style.bold(PAIR_HEADINGS[pair])}`,
      line(PAIRS[pair].left),
      line(PAIRS[pair].right),
    ].join('\n'),
  );
  const warranted = `${INDENT}  ${style.accent('a!')} ${padEnd('answered', 16)} ${paragraph(`It had to be you. ${WARRANTED_MEANING}`, style.width, ' '.repeat(24)).slice(24)}`;
  const [stance = '', ...others] = pairs;
  return [`${stance}\n${warranted}`, ...others].join('\n\n');
}
