import type { MonthFigures } from '../domain/month.ts';
import { RATIO_ITEMS, type RatioItem } from '../domain/ratio.ts';
import { heardDocument } from './heard.ts';
import { counted, INDENT, padEnd, paragraph, type Style, visibleLine } from './text.ts';
import { shareText } from './today.ts';
import { SIDES, type Summary } from './week.ts';

/** Four weeks in figures as JSON shows them. With `counts` no text of the journal is in it. */
export function monthDocument(figures: MonthFigures, summary: Summary): Record<string, unknown> {
  const { counts, waiting, norms, ...rest } = figures;
  const full = summary === 'full';
  return {
    ...rest,
    counts: counts.map(({ pair, right, all, warranted, value, ci95 }) => ({
      pair,
      x: right,
      n: all,
      warranted,
      value,
      ci95,
    })),
    norms: norms.map(({ norm, n }) => (full ? { norm, n } : { n })),
    waiting: waiting.map((heard) => {
      const { text, answer, ...facts } = heardDocument(heard, figures.to);
      return full ? { ...facts, text, answer } : facts;
    }),
  };
}

const LABEL = 20;

const TRUST_WORDS: Readonly<Record<RatioItem, string>> = {
  kept: 'promises kept on time',
  loops: 'openings met',
  listening: 'playbacks accepted',
  questions: 'open questions',
  badNews: 'bad news that came early',
};

/** Questions that wait are told one by one up to here. */
const MOST_WAITING = 5;

/** Four weeks in figures, a line each. What was not counted is not there; with `counts` no text of the journal is. */
export function monthText(figures: MonthFigures, summary: Summary, style: Style): string {
  const { practice, counts, trust, norms, waiting } = figures;
  const lines: string[] = [];
  const row = (label: string, text: string) => {
    const wrapped = paragraph(text, style.width, ' '.repeat(INDENT.length + LABEL));
    lines.push(INDENT + padEnd(label, LABEL) + wrapped.trimStart());
  };
  const rows = (label: string, texts: readonly string[]) => {
    for (const [i, text] of texts.entries()) row(i === 0 ? label : '', text);
  };
  row('Practised', `${practice.days} of ${counted(practice.workingDays, 'working day')}`);
  rows(
    'Counted',
    counts.map(
      (share) =>
        `${SIDES[share.pair]} ${share.right} of ${share.all}, ${shareText(share)}${leftOut(share.warranted)}`,
    ),
  );
  row('Leading leaders', leadingText(figures));
  if (figures.feltGap !== null) row('', gapText(figures.feltGap));
  rows(
    'Trust practice',
    RATIO_ITEMS.filter((item) => item !== 'badNews' && trust[item].n > 0).map(
      (item) => `${TRUST_WORDS[item]}: ${trust[item].x} of ${trust[item].n} in eight weeks`,
    ),
  );
  const { badNews } = trust;
  if (badNews.n > 0)
    row('Candour', `${TRUST_WORDS.badNews}: ${badNews.x} of ${badNews.n} in twelve weeks`);
  rows('Handing back', handingBackTexts(figures.handingBack));
  if (norms.length > 0) {
    const shown = norms.map(({ norm, n }) => `${visibleLine(norm)}${n > 1 ? ` ${n} times` : ''}`);
    row('Norms shown', summary === 'full' ? shown.join(', ') : counted(norms.length, 'norm'));
  }
  rows('For the focus', focusTexts(figures));
  rows(
    'Waiting for you',
    waiting.slice(0, MOST_WAITING).map((each) => waitingText(each, summary)),
  );
  if (waiting.length > MOST_WAITING)
    row('', `and ${waiting.length - MOST_WAITING} more: praxis question heard`);
  return lines.join('\n');
}

function leftOut(warranted: number): string {
  return warranted > 0 ? ` (${warranted} that had to be yours left out)` : '';
}

function leadingText({ leading }: MonthFigures): string {
  if (leading.value === null) return `needs ${leading.needs}`;
  const [lower, upper] = leading.ci95.map(Math.round);
  const word = leading.word === null ? '' : `, ${leading.word}`;
  return `${Math.round(leading.value)} of 100 [${lower}-${upper}], n ${leading.n}${word}`;
}

function gapText(gap: number): string {
  const points = counted(Math.round(Math.abs(gap)), 'point');
  return gap > 0
    ? `felt ${points} higher than it was counted, which is the usual direction`
    : `felt ${points} lower than it was counted`;
}

function handingBackTexts({
  times,
  minutes,
  withPerson,
  cameBack,
}: MonthFigures['handingBack']): string[] {
  if (times === 0) return [];
  const took = `${counted(minutes, 'minute')} of yours, ${counted(times, 'time')}`;
  if (withPerson === 0) return [took];
  return [
    took,
    `from the same people ${counted(cameBack, 'problem')} came bare in the two weeks after`,
  ];
}

function focusTexts({ commitments, effort }: MonthFigures): string[] {
  const owned = commitments.map(({ owner, n, together }) => {
    const joint = together > 0 ? ` (${together} with others)` : '';
    return `${owner === null ? 'you' : visibleLine(owner)} ${n}${joint}`;
  });
  const texts = owned.length > 0 ? [`commitments: ${owned.join(', ')}`] : [];
  if (effort && effort.all > 0) {
    const unlinked = effort.all - effort.linked - effort.earlier;
    texts.push(`${unlinked} of ${effort.all} plans, exercises and promises serve no focus`);
  }
  return texts;
}

function waitingText(
  { person, about, text, days }: MonthFigures['waiting'][number],
  summary: Summary,
): string {
  const who = person === null ? '' : ` (${visibleLine(person)})`;
  const words = summary === 'full' ? `: ${visibleLine(text)}` : '';
  return `${counted(days, 'day')}, ${about}${who}${words}`;
}
