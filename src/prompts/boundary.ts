import { mentionsIn, mentionsInWords } from '../domain/boundary.ts';
import type { Ask, TextQuestion } from '../domain/question.ts';

/** Asks for a text, and asks again when the user would rather not have written what it touches. */
export async function askText(ask: Ask, question: TextQuestion): Promise<string | null> {
  let text = await ask(question);
  for (;;) {
    const mentions = text === null ? [] : mentionsIn(text);
    if (mentions.length === 0 || (await keepsIt(ask, mentionsInWords(mentions, true)))) return text;
    text = await ask({ ...question, now: text ?? '' });
  }
}

/** Asks whether a text that touches such a subject is to stay. Enter keeps it. */
export async function keepsIt(ask: Ask, subjects: string): Promise<boolean> {
  const choice = await ask({
    kind: 'key',
    name: 'boundary',
    text: `This touches ${subjects}. Somebody may one day read it.`,
    options: [
      { key: 'k', value: 'keep', label: 'keep it' },
      { key: 'c', value: 'change', label: 'change it' },
    ],
    enter: 'kept',
  });
  return choice !== 'change';
}
