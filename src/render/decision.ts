import { type Day, inShort, inWords } from '../domain/day.ts';
import {
  type Decision,
  type DecisionOption,
  type LookBack,
  missingIn,
  nextLookBack,
  optionAt,
  REVERSIBILITY_WORDS,
  stateOf,
  VERDICT_WORDS,
} from '../domain/decision.ts';
import type { Counted } from '../domain/facts.ts';
import { whenDue } from './due.ts';
import { INDENT, padEnd, paragraph, type Style, table, visible, visibleLine } from './text.ts';

export function decisionDocument(decision: Decision): Record<string, unknown> {
  const { id, openedOn, question, owner, dueOn, challenger, options, sign } = decision;
  const { chosen, chosenOn, complete, lookBacks } = decision;
  return {
    id,
    question,
    openedOn,
    owner,
    dueOn,
    challenger,
    state: stateOf(decision),
    options: options.map(({ id: _, ...option }) => option),
    sign,
    missing: chosen === null ? missingIn(decision) : [],
    chosen,
    chosenOn,
    complete,
    lookBacks: lookBacks.map(({ id: _, ...lookBack }) => lookBack),
    nextLookBack: nextLookBack(decision)?.dueOn ?? null,
  };
}

/** The pages, the latest first, and how many people wrote one. */
export function decisionsText(
  decisions: readonly Decision[],
  shortIds: ReadonlyMap<string, string>,
  writers: Counted,
  today: Day,
  style: Style,
): string {
  const rows = decisions.map((decision) => [
    style.dim(shortIds.get(decision.id) ?? decision.id),
    visibleLine(decision.owner ?? 'yours'),
    stateText(decision, today, style),
    visibleLine(decision.question),
  ]);
  return [
    decisions.length === 0
      ? `${INDENT}No options page yet. praxis decide new "QUESTION" --owner lee opens one.`
      : table(rows, style.width, '  '),
    ...(writers.n > 0 ? [INDENT + writersText(writers)] : []),
  ].join('\n\n');
}

/** `3 of 5 people wrote one this quarter`. */
function writersText({ x, n }: Counted): string {
  return `${x} of ${n} people wrote one this quarter`;
}

function stateText(decision: Decision, today: Day, style: Style): string {
  const amber = (day: Day, words: string) => (day <= today ? style.amber(words) : words);
  const next = nextLookBack(decision);
  switch (stateOf(decision)) {
    case 'open':
      return decision.dueOn
        ? amber(decision.dueOn, `open, ${whenDue(decision.dueOn, today)}`)
        : 'open';
    case 'chosen':
      return next ? amber(next.dueOn, `look back ${whenDue(next.dueOn, today)}`) : 'chosen';
    case 'looked-back':
      return 'looked back on';
  }
}

const LABEL = 12;

/** A page in full, with what is still missing before a choice. */
export function decisionText(decision: Decision, today: Day, style: Style): string {
  const { question, options, sign, chosen, chosenOn, complete, lookBacks } = decision;
  const width = Math.min(style.width, 88);
  const missing = chosen === null ? missingIn(decision) : [];
  const option = optionAt(decision, chosen);
  const chosenText =
    option && chosenOn
      ? `Chosen ${inWords(chosenOn, today)}: ${option.place} ${visibleLine(option.title)}${complete ? '' : ' (before the page was whole)'}`
      : '';
  return [
    style.bold(paragraph(visible(question), width)),
    style.dim(paragraph(visibleLine(headText(decision, today)), width)),
    ...options.flatMap((each) => ['', ...optionLines(each, width, style)]),
    '',
    ...(chosenText === '' ? [] : [paragraph(chosenText, width)]),
    ...(sign ? [paragraph(`Wrong if: ${visible(sign)}`, width)] : []),
    ...lookBacks.map((each) => paragraph(lookBackText(each, today), width)),
    ...(missing.length > 0 ? [paragraph('Still missing:', width)] : []),
    ...missing.map((each) => paragraph(each, width, '    ')),
  ]
    .join('\n')
    .trimEnd();
}

function headText({ owner, openedOn, dueOn, challenger }: Decision, today: Day): string {
  return [
    owner === null ? 'yours to decide' : `${owner} decides`,
    `opened ${inWords(openedOn, today)}`,
    dueOn && `to be settled by ${inWords(dueOn, today)}`,
    challenger && `${challenger} argues against the favourite`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function optionLines(option: DecisionOption, width: number, style: Style): string[] {
  const indent = ' '.repeat(INDENT.length + 3 + LABEL);
  const row = (label: string, text: string | null) =>
    text === null
      ? []
      : [
          `${INDENT}   ${padEnd(label, LABEL)}${paragraph(visible(text), width, indent).trimStart()}`,
        ];
  const { place, title, benefits, costs, bearers, reversibility, confidence } = option;
  const head = `${INDENT}${String(place).padEnd(3)}`;
  return [
    head + style.bold(paragraph(visibleLine(title), width, ' '.repeat(head.length)).trimStart()),
    ...row('benefits', benefits),
    ...row('costs', costs),
    ...row('carried by', bearers),
    ...row('undone', reversibility && REVERSIBILITY_WORDS[reversibility]),
    ...row('sure', confidence === null ? null : percentText(confidence)),
  ];
}

function lookBackText({ dueOn, heldOn, verdict, text }: LookBack, today: Day): string {
  if (heldOn === null || verdict === null) return `Look back ${inWords(dueOn, today)}.`;
  const said = text ? `: ${visible(text)}` : '.';
  return `Looked back ${inWords(heldOn, today)}, ${VERDICT_WORDS[verdict]}${said}`;
}

export function percentText(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** `1 Buy`, of the choice, with the days on which one looks back on it. */
export function chosenText(decision: Decision, today: Day): string {
  const option = optionAt(decision, decision.chosen);
  const days = decision.lookBacks.map(({ dueOn }) => inShort(dueOn, today)).join(' and ');
  return `Chosen: ${option ? visibleLine(option.title) : ''}. Look back on ${days}.`;
}
