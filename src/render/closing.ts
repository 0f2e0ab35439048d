import type { Closing, PeopleKnown } from '../domain/closing.ts';
import { type Day, inWords } from '../domain/day.ts';
import { COUNTERS, PAIRS, type Pair, type PairCount } from '../domain/tally.ts';
import { counted, INDENT, padEnd, paragraph, type Style, visible, visibleLine } from './text.ts';

/** The closing summary as JSON shows it, without the schema line. */
export function closingDocument(closing: Closing): Record<string, unknown> {
  const { counts, ...rest } = closing;
  const sides = (pairs: readonly PairCount[]) =>
    pairs.map(({ pair, right, all, warranted }) => ({ pair, x: right, n: all, warranted }));
  return { ...rest, counts: counts && { first: sides(counts.first), last: sides(counts.last) } };
}

const LABEL = 12;

/** A practice as facts, from its first day to its last. */
export function closingText(closing: Closing, today: Day, style: Style): string {
  const { first, last, sessions, days, exercises, plans, promises, counts, people, words } =
    closing;
  const lines = [
    `${INDENT}${style.bold(`From ${inWords(first, today)} to ${inWords(last, today)}`)}`,
    '',
  ];
  const line = (label: string, text: string) => {
    const wrapped = paragraph(text, style.width, ' '.repeat(INDENT.length + LABEL));
    lines.push(INDENT + padEnd(label, LABEL) + wrapped.trimStart());
  };
  line('Practice', `${counted(sessions, 'session')} on ${counted(days, 'day')}`);
  if (exercises > 0) line('Tried', `${counted(exercises, 'exercise')} done`);
  if (plans.n > 0) line('Plans', `${plans.x} of ${plans.n} carried out`);
  if (promises.n > 0) line('Promises', `${promises.x} of ${promises.n} kept`);
  if (people.then.people > 0 || people.now.people > 0) {
    line('People', `${knownText(people.then)} after four weeks; ${knownText(people.now)} now`);
  }
  if (counts) {
    lines.push('', `${INDENT}Counted in the first four weeks, and in the last four`);
    for (const pair of pairsIn(counts)) lines.push(pairLine(pair, counts));
  }
  if (words) {
    const about = words.question ? `, asked: ${visibleLine(words.question)}` : '';
    lines.push(
      '',
      style.dim(paragraph(`You on ${inWords(words.on, today)}${about}`, style.width)),
      paragraph(visible(words.text), style.width),
    );
  }
  return lines.join('\n');
}

function knownText({ people, known }: PeopleKnown): string {
  const share = known === null ? '' : `, ${Math.round(known)} % known`;
  return `${counted(people, 'person', 'people')}${share}`;
}

function pairsIn({ first, last }: NonNullable<Closing['counts']>): Pair[] {
  const there = new Set([...first, ...last].map(({ pair }) => pair));
  return (Object.keys(PAIRS) as Pair[]).filter((pair) => there.has(pair));
}

function pairLine(pair: Pair, { first, last }: NonNullable<Closing['counts']>): string {
  const said = (counts: readonly PairCount[]) => {
    const found = counts.find((each) => each.pair === pair);
    return found ? `${found.right} of ${found.all}` : 'not counted';
  };
  const label = COUNTERS[PAIRS[pair].right].label.replace(/^you /, '');
  return `${INDENT}  ${padEnd(label, 32)}${padEnd(said(first), 14)}${said(last)}`;
}
