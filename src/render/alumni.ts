import { type Day, inShort } from '../domain/day.ts';
import { type Benefit, type Departure, daysSinceContact, type Person } from '../domain/person.ts';
import { departureLines } from './person.ts';
import { counted, INDENT, paragraph, type Style, visible, visibleLine } from './text.ts';

/** Somebody who left: what it cost, and what came back. */
export interface Alumna {
  readonly person: Person;
  readonly departure: Departure | null;
  readonly benefits: readonly Benefit[];
}

/** Those who left, costs and benefits under one another: both are part of the account. */
export function alumniText(alumni: readonly Alumna[], today: Day, style: Style): string {
  if (alumni.length === 0) return `${INDENT}Nobody has left.`;
  const item = (text: string) => paragraph(visible(text), style.width, `${INDENT}  `);
  const pages = alumni.map(({ person, departure, benefits }) => {
    const on = departure ? `left on ${inShort(departure.on, today)}` : 'left';
    const days = counted(daysSinceContact(person, today), 'day');
    const since = person.lastContact ? `last contact ${days} ago` : 'no contact noted';
    return [
      paragraph(
        `${style.bold(visibleLine(person.code))}   ${on}, ${since}, wanted every ${person.cadenceDays} days`,
        style.width,
      ),
      ...(departure ? departureLines(departure).map(item) : []),
      ...(benefits.length === 0
        ? [style.dim(`${INDENT}  nothing noted that came back yet`)]
        : benefits.map((each) => item(`came back ${inShort(each.on, today)}: ${each.text}`))),
    ].join('\n');
  });
  return pages.join('\n\n');
}
