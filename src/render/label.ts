import type { Label } from '../domain/person.ts';
import { paragraph, type Style, table, visibleLine } from './text.ts';

/** The words one uses for people, each with the moment that shows it or as the guess it is. */
export function labelsText(
  labels: readonly Label[],
  oneLabel: readonly string[],
  style: Style,
): string {
  if (labels.length === 0) {
    return paragraph(
      'No word yet. Which three words do you use for followers, which three for leaders, and who got which? praxis person label lee careful --follower keeps one.',
      style.width,
    );
  }
  const lines = table(
    labels.map(({ person, word, side, moment }) => [
      style.bold(visibleLine(person)),
      visibleLine(word),
      side ?? '',
      moment ? visibleLine(moment) : style.dim('a guess so far'),
    ]),
    style.width,
  );
  if (oneLabel.length === 0) return lines;
  const who = oneLabel.map(visibleLine).join(', ');
  return `${lines}\n\n${paragraph(`One word for a whole person: ${who}. Which second one is as true?`, style.width)}`;
}
