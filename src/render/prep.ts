import { type Day, inShort, inWords } from '../domain/day.ts';
import type { Decision } from '../domain/decision.ts';
import type { Heard } from '../domain/heard.ts';
import { daysSinceContact, overdueRatio, type Person } from '../domain/person.ts';
import type { PromiseMade } from '../domain/promise.ts';
import { whenDue } from './due.ts';
import { contactText } from './person.ts';
import { INDENT, paragraph, type Style, visible, visibleLine } from './text.ts';

/** What a one-on-one can begin with. */
export interface Prep {
  readonly on: Day;
  readonly person: Person;
  /** Open ones, both ways. */
  readonly promises: readonly PromiseMade[];
  /** Their questions that wait for an answer. */
  readonly heard: readonly Heard[];
  /** Pages of theirs that are not decided yet. */
  readonly decisions: readonly Decision[];
  /** Exercises planned with them, by id. */
  readonly exercises: readonly string[];
  /** What is assumed or has aged, bets first. */
  readonly guesses: readonly {
    readonly facet: string;
    readonly title: string;
    readonly text: string | null;
    readonly stale: boolean;
    readonly confidence: number | null;
  }[];
  readonly opening: {
    readonly id: string;
    readonly text: string;
    readonly facet: string | null;
  } | null;
  /** One's own last words about the two of them. */
  readonly words: readonly { readonly on: Day; readonly text: string }[];
}

export function prepDocument(page: Prep): Record<string, unknown> {
  const { on, person, promises, heard, decisions, exercises, guesses, opening, words } = page;
  return {
    schema: 'praxis.prep/1',
    person: person.code,
    on,
    lastContact: person.lastContact,
    days: daysSinceContact(person, on),
    cadence: person.cadenceDays,
    overdue: overdueRatio(person, on),
    promises: promises.map(({ id, text, by, to, dueOn }) => ({ id, text, by, to, dueOn })),
    heard: heard.map(({ id, on: asked, about, text }) => ({ id, on: asked, about, text })),
    decisions: decisions.map(({ id, question, dueOn }) => ({ id, question, dueOn })),
    exercises,
    guesses,
    opening,
    words,
  };
}

/** The page, short enough for the way to the room. */
export function prepText(page: Prep, style: Style, named: boolean): string {
  const { on, person, promises, heard, decisions, exercises, guesses, opening, words } = page;
  const item = (text: string) => paragraph(visible(text), style.width, `${INDENT}  `);
  const under = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${INDENT}${title}`, ...lines.map(item)];
  const name = named && person.name ? `   ${visibleLine(person.name)}` : '';
  return [
    `${INDENT}${style.bold(visibleLine(person.code))}${name}   ${style.dim(inWords(on))}`,
    `${INDENT}${contactText(person, on, style)}`,
    ...under(
      'Open between you',
      promises.map(({ text, by, dueOn }) => {
        const who = by === null ? 'you' : by;
        return `${who}: ${text}${dueOn ? `, ${whenDue(dueOn, on)}` : ''}`;
      }),
    ),
    ...under(
      'They asked, and it waits',
      heard.map(({ text, on: asked }) => `${text} (${inShort(asked, on)})`),
    ),
    ...under(
      'Theirs to decide',
      decisions.map(({ question, dueOn }) => `${question}${dueOn ? ` ${whenDue(dueOn, on)}` : ''}`),
    ),
    ...under(
      'Planned with them',
      exercises.map((id) => `exercise ${id}`),
    ),
    ...under('Guesses to check', guesses.map(guessText)),
    ...under('To begin with', opening ? [opening.text] : []),
    ...under(
      'Your last words about the two of you',
      words.map(({ on: said, text }) => `${inShort(said, on)}: ${text}`),
    ),
    '',
    style.dim(
      paragraph(
        `after it: praxis person contact ${visibleLine(person.code)} · praxis know ${visibleLine(person.code)}`,
        style.width,
      ),
    ),
  ].join('\n');
}

function guessText({ title, text, stale, confidence }: Prep['guesses'][number]): string {
  const sure = confidence === null ? '' : `, ${Math.round(100 * confidence)} % sure`;
  return `${title}: ${text ?? 'a guess'}${stale ? ' (said long ago)' : ''}${sure}`;
}
