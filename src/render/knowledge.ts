import { type Day, inShort } from '../domain/day.ts';
import type { BetOutcome, FacetNow, Knowledge, KnowledgeState } from '../domain/knowledge.ts';
import { INDENT, paragraph, type Style, visible, visibleLine } from './text.ts';

/** How a state reads on a screen. */
const STATE_WORDS: Readonly<Record<KnowledgeState, string>> = {
  na: 'does not apply',
  unknown: 'unknown',
  assumed: 'assumed',
  told: 'told',
  seen: 'seen',
};

const OUTCOME_WORDS: Readonly<Record<BetOutcome, string>> = {
  right: 'right',
  wrong: 'wrong',
  half: 'half right',
};

/** Something that was noted once, as JSON shows it. `person` is a code, or `me`. */
export function knowledgeDocument(known: Knowledge, person: string): Record<string, unknown> {
  const { id, facet, area, on, state, text, source, confidence, outcome, settledOn } = known;
  const { freshUntil } = known;
  return {
    id,
    person,
    facet,
    area,
    on,
    state,
    text,
    source,
    confidence,
    outcome,
    settledOn,
    freshUntil,
  };
}

/** `80 %`. */
export function sureText(confidence: number): string {
  return `${Math.round(100 * confidence)} %`;
}

/** `You guessed, 80 % sure on Mon 2 Nov: mornings.` */
export function guessText(bet: Knowledge & { readonly confidence: number }, today: Day): string {
  return `You guessed, ${sureText(bet.confidence)} sure on ${inShort(bet.on, today)}: ${visibleLine(bet.text ?? '').replace(/\.$/, '')}.`;
}

/** How a facet stands, in words: `told Fri 20 Nov`, `assumed again: told Mon 2 Mar`, `unknown`. */
export function standingText(now: FacetNow, today: Day): string {
  const { state, stale, row } = now;
  const when = row && state !== 'unknown' && state !== 'na' ? ` ${inShort(row.on, today)}` : '';
  const words = `${STATE_WORDS[state]}${when}`;
  return stale ? `assumed again: ${words}` : words;
}

/** The same with what was noted: what the walk shows before it asks. */
export function facetNowText(now: FacetNow, today: Day): string {
  const standing = standingText(now, today);
  return now.row?.text ? `${standing}: ${visibleLine(now.row.text)}` : standing;
}

/** What was kept, in a line: `Kept: Best hours and interruptions of lee, told.` `code` is null for oneself. */
export function knownText(known: Knowledge, title: string, code: string | null): string {
  const parts = [STATE_WORDS[known.state], betText(known)].filter((part) => part !== '');
  const whose = code === null ? '' : ` of ${visibleLine(code)}`;
  return `${INDENT}Kept: ${visibleLine(title)}${whose}, ${parts.join(', ')}.`;
}

/** How a bet stands: `a bet, 80 % sure`, `80 % sure, right`. */
export function betText({ confidence, outcome }: Knowledge): string {
  if (confidence === null) return '';
  return outcome === null
    ? `a bet, ${sureText(confidence)} sure`
    : `${sureText(confidence)} sure, ${OUTCOME_WORDS[outcome]}`;
}

/** What was noted of somebody, in order, each with its id. */
export function historyText(
  history: readonly Knowledge[],
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  return history
    .map((known) => {
      const { id, on, facet, state, text, source } = known;
      const marks = [STATE_WORDS[state], betText(known)].filter((part) => part !== '').join(', ');
      const head = `${inShort(on, today)}   ${visibleLine(facet)}: ${marks}`;
      const words = [text, source && `from: ${source}`].flatMap((each) => each ?? []);
      return [
        paragraph(`${head}   ${style.dim(shortIds.get(id) ?? id)}`, style.width, '    '),
        ...words.map((each) => paragraph(visible(each), style.width, '      ')),
      ].join('\n');
    })
    .join('\n');
}
