import type { MovementStage } from '../domain/checkin.ts';
import { RATIO_ITEMS, RATIOS } from '../domain/ratio.ts';
import type { Answers } from '../domain/session.ts';
import { WRITTEN, WRITTEN_ITEMS } from '../domain/written.ts';
import { visibleLine } from './text.ts';

export const STAGE_WORDS: Readonly<Record<MovementStage, string>> = {
  alone: 'you alone',
  one: 'one joined',
  two: 'two joined',
  group: 'a group',
  normal: 'it is normal now',
};

/** What a check-in or review holds beside counts and texts, a line each. */
export function checkinLines(
  answers: Answers,
  whom: (code: string) => string = visibleLine,
): string[] {
  const { movement, contacts, exercise, R5, leads } = answers;
  const ratios = RATIO_ITEMS.flatMap((item) => {
    const ratio = answers[item];
    return ratio ? [`${RATIOS[item].words} ${ratio.x} of ${ratio.n}`] : [];
  });
  const candour = byPerson(R5, whom);
  const led = byPerson(leads, whom);
  const joined = movement?.joined ? `, ${visibleLine(movement.joined)}` : '';
  return [
    ...(ratios.length > 0 ? [`Trust: ${ratios.join('; ')}`] : []),
    ...(led.length > 0 ? [`Whom I lead, 1 to 5: ${led.join(', ')}`] : []),
    ...(candour.length > 0 ? [`Candour expected, 1 to 5: ${candour.join(', ')}`] : []),
    ...(contacts && contacts.length > 0 ? [`Talked with ${contacts.map(whom).join(', ')}`] : []),
    ...(movement ? [`The movement: ${STAGE_WORDS[movement.stage]}${joined}`] : []),
    ...(exercise ? [`Exercise ${visibleLine(exercise.id)}: ${exercise.state}`] : []),
  ];
}

function byPerson(ratings: Answers['R5'] = {}, whom: (code: string) => string): string[] {
  return Object.entries(ratings).flatMap(([code, value]) =>
    value === null ? [] : [`${whom(code)} ${value}`],
  );
}

/** What was answered in words, each with its question. */
export function writtenAnswers(
  answers: Answers,
): { readonly question: string; readonly text: string }[] {
  return WRITTEN_ITEMS.flatMap((item) => {
    const text = answers[item];
    return text ? [{ question: WRITTEN[item], text }] : [];
  });
}
