import { type Day, inShort, inWords } from '../domain/day.ts';
import { AREAS, type Area } from '../domain/facet.ts';
import type { Bet, FacetCounts, FacetNow, Knowledge } from '../domain/knowledge.ts';
import type { LabelSide } from '../domain/person.ts';
import type { Rating } from '../domain/rating.ts';
import { COUNTERS, PAIRS, type PairCount } from '../domain/tally.ts';
import { type BetFigures, betsText, type Known, labelled, percent } from './audit.ts';
import { betText, historyText, knowledgeDocument, standingText, sureText } from './knowledge.ts';
import { clip, INDENT, padEnd, paragraph, type Style, visible, visibleLine } from './text.ts';

/** All that is known, or only assumed, of one person; of oneself the facets alone. */
export interface PersonAudit {
  readonly on: Day;
  /** A code, or `me`. */
  readonly code: string;
  readonly self: boolean;
  readonly known: Known;
  readonly counts: FacetCounts;
  /** The facets that coverage is made of, and those of the user's packs. */
  readonly facets: readonly FacetNow[];
  readonly more: readonly FacetNow[];
  readonly openBets: readonly Bet[];
  readonly bets: BetFigures;
  /** Whom I lead, as it was rated last, with the anchor in words. */
  readonly r0: { readonly on: Day; readonly value: Rating; readonly anchor: string } | null;
  /** What was counted with them since a day: stance and motion. */
  readonly counted: { readonly from: Day; readonly pairs: readonly PairCount[] };
  readonly labels: readonly {
    readonly on: Day;
    readonly word: string;
    readonly side: LabelSide | null;
    readonly moment: string | null;
  }[];
  /** Everything that was noted, where it was asked for. */
  readonly history: readonly Knowledge[] | null;
}

export function personAuditDocument(audit: PersonAudit): Record<string, unknown> {
  const { code, known, counts, facets, more, openBets, bets, r0, counted, labels, history } = audit;
  return {
    schema: 'praxis.audit/1',
    person: code,
    on: audit.on,
    ...known,
    counts,
    facets: facets.map(facetDocument),
    more: more.map(facetDocument),
    openBets: openBets.map((bet) => knowledgeDocument(bet, code)),
    bets,
    r0,
    counted,
    labels: labels.map((label) => ({ ...label, assumed: label.moment === null })),
    ...(history === null ? {} : { history: history.map((each) => knowledgeDocument(each, code)) }),
  };
}

function facetDocument({ facet, state, fresh, freshUntil, row }: FacetNow): object {
  return {
    facet: facet.id,
    area: facet.area,
    title: facet.title,
    state,
    fresh,
    text: row?.text ?? null,
    checkedOn: row?.on ?? null,
    source: row?.source ?? null,
    confidence: row?.confidence ?? null,
    freshUntil,
  };
}

const AREA_WORDS: Readonly<Record<Area, string>> = {
  workstyle: 'Workstyle',
  values: 'Values',
  followership: 'Followership',
};

export function personAuditText(
  audit: PersonAudit,
  shortIds: ReadonlyMap<string, string>,
  style: Style,
): string {
  const { on, code, self, facets, more, bets, history } = audit;
  const shown = visibleLine(code);
  const title = self ? 'How I follow my own lead' : shown;
  const lines = [
    `${INDENT}${style.bold(clip(title, style.width - 32))}   ${style.dim(inWords(on))}`,
    '',
    ...countsText(audit).map((line) => paragraph(line, style.width)),
  ];
  for (const area of AREAS) {
    const own = facets.filter(({ facet }) => facet.area === area);
    if (own.length > 0) lines.push('', `${INDENT}${AREA_WORDS[area]}`);
    for (const now of own) lines.push(...facetLines(now, audit, style));
  }
  if (more.length > 0) lines.push('', `${INDENT}From your packs, in no figure`);
  for (const now of more) lines.push(...facetLines(now, audit, style));
  if (!self) lines.push('', ...beside(audit, style));
  const line = betsText(bets);
  if (line !== '') lines.push('', paragraph(line, style.width));
  if (history !== null && history.length > 0)
    lines.push('', `${INDENT}All that was noted`, historyText(history, shortIds, on, style));
  const next = self ? '' : ` · praxis question draw ${shown}`;
  lines.push(
    '',
    style.dim(
      paragraph(`praxis know ${shown}${next} · praxis audit ${shown} --history`, style.width),
    ),
  );
  return lines.join('\n');
}

function countsText({ known, counts }: PersonAudit): string[] {
  const { fresh, stale, assumed, unknown, na } = counts;
  const parts = [
    `${fresh} confirmed`,
    ...(stale > 0 ? [`${stale} assumed again`] : []),
    `${assumed} assumed`,
    `${unknown} unknown`,
    ...(na > 0 ? [`${na} that do not apply`] : []),
  ];
  const share =
    known.ac === null
      ? `too few for a share: it needs ${known.needs}`
      : `${percent(known.ac)} known`;
  const believes = known.al !== null && stale + assumed > 0;
  return [
    `${parts.join(', ')}: ${share}.`,
    ...(believes ? [`Of what you believe, ${percent(known.al)} is a guess.`] : []),
  ];
}

function facetLines(now: FacetNow, { on, openBets }: PersonAudit, style: Style): string[] {
  const { facet, row, state } = now;
  const column = Math.min(34, Math.floor((style.width - 6) / 2));
  const standing = [standingText(now, on), row ? betText(row) : ''].filter((part) => part !== '');
  const head = `${INDENT}  ${padEnd(clip(visibleLine(facet.title), column), column)}  `;
  const mark = standing.join(', ');
  const others = openBets.filter((bet) => bet.facet === facet.id && bet.id !== row?.id);
  return [
    clip(head + (state === 'unknown' ? style.dim(mark) : mark), style.width),
    ...(row?.text ? [paragraph(visible(row.text), style.width, '      ')] : []),
    ...(row?.source
      ? [style.dim(paragraph(`from: ${visible(row.source)}`, style.width, '      '))]
      : []),
    ...others.map((bet) =>
      paragraph(
        `a bet of ${inShort(bet.on, on)}, ${sureText(bet.confidence)} sure: ${visible(bet.text ?? '')}`,
        style.width,
        '      ',
      ),
    ),
  ];
}

/** What stands beside the facets: whom I think I lead, what was counted, and the words I use. */
function beside({ on, code, r0, counted, labels }: PersonAudit, style: Style): string[] {
  const rated = r0
    ? `${r0.value} of 5 on ${inShort(r0.on, on)}: ${r0.anchor}`
    : `not rated yet: praxis know ${visibleLine(code)} --rate 1 to 5`;
  const events = counted.pairs.flatMap(({ pair, right, all, warranted }) => {
    const { left, right: other } = PAIRS[pair];
    const words = (n: number, label: string) => `${n} ${label.replace(/^you /, '')}`;
    return [
      words(right, COUNTERS[other].label),
      words(all - right, COUNTERS[left].label),
      ...(warranted > 0 ? [`${warranted} that had to be you`] : []),
    ];
  });
  const since = `since ${inShort(counted.from, on)}`;
  return [
    labelled('Whom I lead', rated, style),
    labelled(
      'Counted',
      events.length === 0 ? `nothing with them ${since}` : `${events.join(', ')} ${since}`,
      style,
    ),
    ...labels.map(({ word, moment, on: day }, i) =>
      labelled(
        i === 0 ? 'Words I use' : '',
        `${visibleLine(word)}: ${moment === null ? 'assumed, no moment noted' : `${inShort(day, on)}, ${visibleLine(moment)}`}`,
        style,
      ),
    ),
  ];
}
