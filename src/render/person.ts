import { type Day, inWords } from '../domain/day.ts';
import { daysSinceContact, overdueRatio, type Person } from '../domain/person.ts';
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
  return table(
    people.map((person) => [
      style.bold(visibleLine(person.code)),
      named && person.name ? visibleLine(person.name) : '',
      contactText(person, today, style),
    ]),
    style.width,
  );
}

export function personText(
  person: Person,
  counts: readonly { code: Code; warranted: boolean; n: number }[],
  words: readonly { on: Day; text: string }[],
  today: Day,
  style: Style,
  named: boolean,
): string {
  const name = named && person.name ? `   ${visibleLine(person.name)}` : '';
  const lines = [
    `${INDENT}${style.bold(visibleLine(person.code))}${name}`,
    `${INDENT}${contactText(person, today, style)}`,
  ];
  if (counts.length > 0) {
    lines.push('', `${INDENT}In four weeks`);
    for (const { code, warranted, n } of counts) {
      lines.push(`${INDENT}  ${n} ${COUNTERS[code].label}${warranted ? ', it had to be you' : ''}`);
    }
  }
  if (words.length > 0) lines.push('', `${INDENT}Your last words`);
  for (const { on, text } of words) {
    lines.push(
      style.dim(`${INDENT}  ${inWords(on, today)}`),
      paragraph(visible(text), style.width, '    '),
    );
  }
  return lines.join('\n');
}

function contactText(person: Person, today: Day, style: Style): string {
  const days = daysSinceContact(person, today);
  const since = person.lastContact
    ? days === 0
      ? 'talked today'
      : `last talked ${counted(days, 'day')} ago`
    : 'no talk noted yet';
  const text = `${since}, every ${counted(person.cadenceDays, 'day')}`;
  if (person.state !== 'active') return `${text}, ${person.state}`;
  return overdueRatio(person, today) >= 1 ? style.amber(`${text}: due`) : text;
}
