import { type Day, inShort, inWords } from '../domain/day.ts';
import {
  type Benefit,
  type Departure,
  daysSinceContact,
  isDrifting,
  type Label,
  overdueRatio,
  type Person,
} from '../domain/person.ts';
import { COUNTERS, type Code } from '../domain/tally.ts';
import { counted, INDENT, paragraph, type Style, table, visible, visibleLine } from './text.ts';

/** A person as JSON shows them: the code, never the name. */
export function personDocument(person: Person, today: Day): Record<string, unknown> {
  const { code, cadenceDays, addedOn, state, lastContact } = person;
  return {
    code,
    cadence: cadenceDays,
    addedOn,
    state,
    lastContact,
    overdue: overdueRatio(person, today),
    roleSince: person.roleSince,
    teamSince: person.teamSince,
    managerSince: person.managerSince,
    futureRole: person.futureRole,
  };
}

export function peopleText(
  people: readonly Person[],
  today: Day,
  style: Style,
  named: boolean,
): string {
  if (people.length === 0)
    return `${INDENT}Nobody yet. praxis person add lee adds somebody, by a short code.`;
  const here = people.filter(({ state }) => state !== 'left');
  const left = people.length - here.length;
  const lines = table(
    here.map((person) => [
      style.bold(visibleLine(person.code)),
      named && person.name ? visibleLine(person.name) : '',
      contactText(person, today, style),
    ]),
    style.width,
  );
  const tail =
    left === 0 ? [] : [style.dim(`${INDENT}${left} who left: praxis person list --left`)];
  return [...(here.length > 0 ? [lines] : []), ...tail].join('\n');
}

/** What the page of one person holds. */
export interface PersonFacts {
  readonly counts: readonly { code: Code; warranted: boolean; n: number }[];
  readonly words: readonly { on: Day; text: string }[];
  readonly brought: {
    readonly badNews: { readonly early: number; readonly all: number };
    readonly openings: { readonly met: number; readonly all: number };
    readonly cameFor: readonly { readonly cameFor: string; readonly n: number }[];
    readonly challenges: { readonly explored: number; readonly all: number };
  };
  readonly labels: readonly Label[];
  readonly departure: Departure | null;
  readonly benefits: readonly Benefit[];
}

export function personText(
  person: Person,
  facts: PersonFacts,
  today: Day,
  style: Style,
  named: boolean,
): string {
  const { counts, words, brought, labels, departure, benefits } = facts;
  const name = named && person.name ? `   ${visibleLine(person.name)}` : '';
  const since = [
    person.roleSince && `role since ${inShort(person.roleSince, today)}`,
    person.teamSince && `team since ${inShort(person.teamSince, today)}`,
    person.managerSince && `with you since ${inShort(person.managerSince, today)}`,
  ].filter((each) => each !== null);
  const under = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${INDENT}${title}`, ...lines];
  const item = (text: string) => paragraph(visible(text), style.width, `${INDENT}  `);
  const lines = [
    `${INDENT}${style.bold(visibleLine(person.code))}${name}`,
    `${INDENT}${contactText(person, today, style)}`,
    ...(since.length > 0 ? [style.dim(`${INDENT}${since.join(', ')}`)] : []),
    ...(person.futureRole
      ? [paragraph(`One day perhaps: ${visibleLine(person.futureRole)}`, style.width)]
      : []),
    ...(departure
      ? under(`Left on ${inWords(departure.on, today)}`, departureLines(departure).map(item))
      : []),
    ...under(
      'What came back since',
      benefits.map(({ on, text }) => item(`${inShort(on, today)}: ${text}`)),
    ),
    ...under(
      'In four weeks',
      counts.map(({ code, warranted, n }) =>
        item(`${n} ${COUNTERS[code].label}${warranted ? ', it had to be you' : ''}`),
      ),
    ),
    ...under('In twelve weeks', broughtLines(brought).map(item)),
    ...under(
      'Your words for them',
      labels.map(({ word, moment }) => item(`${word}: ${moment ?? 'a guess so far'}`)),
    ),
  ];
  if (words.length > 0) lines.push('', `${INDENT}Your last words`);
  for (const { on, text } of words) {
    lines.push(style.dim(`${INDENT}  ${inWords(on, today)}`), item(text));
  }
  return lines.join('\n');
}

/** Why somebody left, as far as it was said. */
export function departureLines({ reason, growth, cost }: Departure): string[] {
  return [
    ...(reason ? [`reason heard: ${reason}`] : []),
    ...(growth ? [`had grown: ${growth}`] : []),
    ...(cost ? [`cost: ${cost}`] : []),
  ];
}

/** Counts of what talks brought; what was never noted is left out. */
function broughtLines({
  badNews,
  openings,
  cameFor,
  challenges,
}: PersonFacts['brought']): string[] {
  const came = cameFor.map(({ cameFor: what, n }) => `${what} ${n}`).join(', ');
  return [
    ...(badNews.all > 0
      ? [`bad news before you found out: ${badNews.early} of ${badNews.all}`]
      : []),
    ...(openings.all > 0 ? [`openings of yours met: ${openings.met} of ${openings.all}`] : []),
    ...(challenges.all > 0
      ? [`challenges to you explored: ${challenges.explored} of ${challenges.all}`]
      : []),
    ...(came ? [`came for: ${came}`] : []),
  ];
}

/** When one last talked with somebody, and how that stands to what was wanted. */
export function contactText(person: Person, today: Day, style: Style): string {
  const days = daysSinceContact(person, today);
  const since = person.lastContact
    ? days === 0
      ? 'talked today'
      : `last talked ${counted(days, 'day')} ago`
    : 'no talk noted yet';
  const text = `${since}, every ${counted(person.cadenceDays, 'day')}`;
  if (person.state !== 'active') return `${text}, ${person.state}`;
  if (isDrifting(person, today)) return style.amber(`${text}: drifting`);
  return overdueRatio(person, today) >= 1 ? style.amber(`${text}: due`) : text;
}
