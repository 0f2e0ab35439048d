import { type Day, inShort } from '../domain/day.ts';
import type { Forgetting } from '../domain/forget.ts';
import type { Person } from '../domain/person.ts';
import { counted, INDENT, paragraph, type Style, table, visibleLine } from './text.ts';

/** What each noun is called here, one and many. */
const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  contact: ['talk', 'talks'],
  knowledge: ['note on how they work', 'notes on how they work'],
  answer: ['text about them', 'texts about them'],
  rating: ['rating', 'ratings'],
  label: ['word for them', 'words for them'],
  departure: ['record of their leaving', 'records of their leaving'],
  benefit: ['benefit', 'benefits'],
  promise: ['promise', 'promises'],
  promise_owner: ['shared commitment', 'shared commitments'],
  decision: ['options page of theirs', 'options pages of theirs'],
  heard: ['question of theirs', 'questions of theirs'],
  question_asked: ['question asked of them', 'questions asked of them'],
};

/** What forgetting somebody takes away, before it is asked about: every text that goes is shown. */
export function forgettingText(
  person: Person,
  { about, texts, unlinked }: Forgetting,
  today: Day,
  style: Style,
): string {
  const parts = Object.entries(about).map(([noun, n]) => {
    const [one, many] = NOUNS[noun] ?? [noun, noun];
    return counted(n, one, many);
  });
  const lines = [
    paragraph(
      `Forgetting ${visibleLine(person.code)} removes ${[style.bold('the person'), ...parts].join(', ')}.`,
      style.width,
    ),
  ];
  if (texts.length > 0) {
    lines.push(
      '',
      `${INDENT}${counted(texts.length, 'text goes', 'texts go')} with them, whole:`,
      table(
        texts.map(({ on, noun, text }) => [
          on === null ? '' : inShort(on, today),
          noun.replaceAll('_', ' '),
          visibleLine(text),
        ]),
        style.width,
        '  ',
        `${INDENT}  `,
      ),
      paragraph(
        'What you want to keep of these, put into other words first: praxis edit.',
        style.width,
      ),
    );
  }
  lines.push(
    '',
    paragraph(
      `${unlinked === 0 ? '' : `${counted(unlinked, 'count or record stays', 'counts and records stay')}, without the person. `}The history that undo can reach ends here.`,
      style.width,
    ),
  );
  return lines.join('\n');
}
