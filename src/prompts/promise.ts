import type { Day } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import type { Wording } from '../domain/promise.ts';
import type { Ask } from '../domain/question.ts';
import { askText } from './boundary.ts';
import { askRead } from './fields.ts';

/** What is known already, and how what is typed is read. */
export interface PromiseStep {
  /** Whether it is one's own promise. */
  readonly byMe: boolean;
  readonly to: Person | null;
  readonly dueOn: Day | null;
  readonly readPerson: (typed: string) => Person;
  readonly readDay: (typed: string) => Day;
}

/** Asks for a promise: what, to whom and by when, as far as that is not said yet. Null when there is no text. */
export async function askPromise(
  ask: Ask,
  { byMe, to, dueOn, readPerson, readDay }: PromiseStep,
): Promise<{ text: string; to: Person | null; dueOn: Day | null } | null> {
  const text = await askText(ask, {
    kind: 'text',
    name: 'text',
    text: byMe ? 'What did you promise?' : 'What was promised?',
    label: '',
    explain: 'What will be there, better than what will be done.',
    editor: false,
  });
  if (text === null) return null;
  return {
    text: text.trim(),
    to:
      to ??
      (byMe
        ? await askRead(
            ask,
            {
              kind: 'text',
              name: 'to',
              label: 'To whom, by code  ',
              explain: 'Enter leaves it to nobody in particular.',
              editor: false,
            },
            readPerson,
          )
        : null),
    dueOn:
      dueOn ??
      (await askRead(
        ask,
        {
          kind: 'text',
          name: 'due',
          label: 'By when           ',
          explain: 'friday, 2026-11-27, tomorrow, in 3 days. Without a day it is in no count.',
          editor: false,
        },
        readDay,
      )),
  };
}

/** Asks, once it is kept, whether a commitment named a result or an activity. One key; enter leaves it open. */
export async function askWording(ask: Ask, text: string): Promise<Wording | null> {
  const wording = await ask({
    kind: 'key',
    name: 'wording',
    text,
    options: [
      { key: 'r', value: 'result', label: 'it named a result' },
      { key: 'a', value: 'activity', label: 'it named an activity' },
    ],
    enter: 'not said',
    explain: 'A result can be seen when it is there; an activity can be done and change nothing.',
  });
  return wording as Wording | null;
}
