import type { Conversation } from '../domain/conversation.ts';
import { type Day, inShort, inWords } from '../domain/day.ts';
import type { FacetCounts } from '../domain/knowledge.ts';
import { nextContactDue, type Person } from '../domain/person.ts';
import {
  clip,
  counted,
  INDENT,
  padEnd,
  paragraph,
  type Style,
  table,
  visible,
  visibleLine,
} from './text.ts';

/** What may be said of somebody's facets: per cent, 0 to 100, or null with what is missing in `needs`. */
export interface Known {
  readonly ac: number | null;
  readonly al: number | null;
  readonly unknown: number | null;
  readonly needs: string | null;
}

/** How the settled bets went; null figures where there are too few, with what is missing. */
export interface BetFigures {
  readonly n: number;
  readonly hits: number;
  readonly open: number;
  readonly hitRate: number | null;
  readonly ci95: readonly [number, number] | null;
  readonly brier: number | null;
  readonly overConfidence: number | null;
  /** What may be said of the confidence. */
  readonly call: string | null;
  readonly needs: string | null;
}

/** Closeness as it was felt, beside what is known of the team. */
export interface FeltFigures {
  readonly n: number;
  readonly median: number | null;
  readonly felt: number | null;
  readonly gap: number | null;
  readonly ahead: boolean;
  readonly needs: string | null;
}

export interface TeamAudit {
  readonly on: Day;
  readonly people: readonly {
    readonly person: Person;
    readonly known: Known;
    readonly counts: FacetCounts;
  }[];
  /** The mean over people, and who is least known. */
  readonly team: {
    readonly ac: number | null;
    readonly unknown: number | null;
    readonly minimum: { readonly person: string; readonly ac: number } | null;
    readonly needs: string | null;
  };
  readonly queue: readonly Conversation[];
  readonly felt: FeltFigures;
  readonly bets: BetFigures;
}

export function teamAuditDocument(audit: TeamAudit): Record<string, unknown> {
  const { on, team, people, queue, felt, bets } = audit;
  return {
    schema: 'praxis.audits/1',
    on,
    team,
    audits: people.map(({ person, known, counts }) => ({
      person: person.code,
      ...known,
      counts,
      due: nextContactDue(person),
    })),
    queue: queue.map(conversationDocument),
    felt,
    bets,
  };
}

export function conversationDocument(conversation: Conversation): Record<string, unknown> {
  const { person, facet, state, question, due } = conversation;
  return { person, facet: facet.id, area: facet.area, title: facet.title, state, question, due };
}

export function teamAuditText(audit: TeamAudit, style: Style): string {
  const { on, team, people, queue, felt, bets } = audit;
  if (people.length === 0)
    return `${INDENT}Nobody to look through yet. praxis person add lee adds somebody.`;
  const lines = [
    `${INDENT}${style.bold(inWords(on))}`,
    '',
    peopleTable(people, on, style),
    '',
    paragraph(teamText(team), style.width),
  ];
  if (queue.length > 0) {
    lines.push('', `${INDENT}Worth asking`);
    for (const each of queue) lines.push(...conversationLines(each, on, style));
  }
  if (felt.ahead) lines.push('', paragraph(feltText(felt, team.ac), style.width));
  const line = betsText(bets);
  if (line !== '') lines.push('', paragraph(line, style.width));
  const [least] = queue;
  const code = visibleLine(least?.person ?? people[0]?.person.code ?? 'lee');
  lines.push('', style.dim(paragraph(`praxis audit ${code} · praxis know ${code}`, style.width)));
  return lines.join('\n');
}

/** Below this width the table is cut to what a talk begins with. */
const WHOLE_TABLE = 76;

function peopleTable(people: TeamAudit['people'], on: Day, style: Style): string {
  const whole = style.width >= WHOLE_TABLE;
  const head = whole
    ? ['', 'known', 'confirmed', 'stale', 'assumed', 'unknown', 'guesses', 'next talk']
    : ['', 'known', 'assumed', 'unknown', 'next talk'];
  const rows = people.map(({ person, known, counts }) => {
    const { fresh, stale, assumed, unknown } = counts;
    const figures = whole
      ? [fresh, stale, assumed, unknown, percent(known.al)]
      : [stale + assumed, unknown];
    return [
      style.bold(visibleLine(person.code)),
      percent(known.ac),
      ...figures.map(String),
      inShort(nextContactDue(person), on),
    ];
  });
  return table([head.map(style.dim), ...rows], style.width, '  ');
}

function teamText({ ac, unknown, minimum, needs }: TeamAudit['team']): string {
  if (ac === null || minimum === null) return `No mean yet: it needs ${needs}.`;
  return `Of all of them ${percent(ac)} is confirmed and ${percent(unknown)} unknown, each person weighing the same. Least known: ${visibleLine(minimum.person)}, ${percent(minimum.ac)}.`;
}

/** A talk of the queue: whom, by when, about what, and how it may begin. */
export function conversationLines(
  { person, facet, state, question, due }: Conversation,
  today: Day,
  style: Style,
): string[] {
  const when = due <= today ? style.amber('due') : `by ${inShort(due, today)}`;
  const standing = state === 'stale' ? 'assumed again' : state;
  return [
    clip(
      `${INDENT}  ${style.bold(visibleLine(person))}, ${when}   ${visibleLine(facet.title)}: ${standing}`,
      style.width,
    ),
    paragraph(visible(question.text), style.width, '      '),
  ];
}

function feltText({ felt }: FeltFigures, ac: number | null): string {
  return `In these four weeks you felt closer than the notes go: ${Math.round(felt ?? 0)} of 100 by your evenings, ${Math.round(ac ?? 0)} of 100 confirmed. You may well be right; asking is how to know.`;
}

/** `Bets: 4 of 6 right, 67 % [30-90]; Brier 0.258; over-confidence +0.117; too few to call. 2 open.` */
export function betsText(bets: BetFigures): string {
  const { n, hits, open, ci95, hitRate, brier, overConfidence, call, needs } = bets;
  if (n === 0 && open === 0) return '';
  const left = open === 0 ? '' : ` ${counted(open, 'bet')} open.`;
  if (hitRate === null || ci95 === null || brier === null || overConfidence === null)
    return `Bets: ${n} settled; they say something after ${needs}.${left}`;
  const [lower, upper] = ci95.map((share) => Math.round(100 * share));
  const over = `${overConfidence < 0 ? '-' : '+'}${Math.abs(overConfidence).toFixed(3)}`;
  return `Bets: ${hits} of ${n} right, ${Math.round(100 * hitRate)} % [${lower}-${upper}]; Brier ${brier.toFixed(3)}; over-confidence ${over}; ${call}.${left}`;
}

/** `28 %`, or a dash for what may not be said. */
export function percent(value: number | null): string {
  return value === null ? '-' : `${Math.round(value)} %`;
}

/** A label and what belongs to it, wrapped under itself. */
export function labelled(label: string, text: string, style: Style): string {
  const column = 16;
  const wrapped = paragraph(text, style.width, ' '.repeat(INDENT.length + column));
  return INDENT + padEnd(label, column) + wrapped.trimStart();
}
