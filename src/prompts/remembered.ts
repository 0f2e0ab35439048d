import type { Ask, Question } from '../domain/question.ts';

/** An answer, and the name of the question it was given to. */
export interface Given {
  readonly name: string;
  readonly answer: string | number | boolean | null;
}

/**
 * Asks as `ask` does, and remembers. What was answered before is not asked again, as long as the same questions come in
 * the same order and take the same answers; from the first that does not, all are asked.
 * @param keep told everything that was answered so far, after every answer that is new.
 */
export function remembering(
  ask: Ask,
  before: readonly Given[],
  keep: (given: readonly Given[]) => void,
): Ask {
  let left = [...before];
  const given: Given[] = [];
  const known = (question: Question): Given | undefined => {
    const [next] = left;
    left = left.slice(1);
    const taken =
      next?.name === question.name && (question.kind !== 'text' || !refused(question, next));
    if (!taken) left = [];
    return taken ? next : undefined;
  };
  return (async (question: Question) => {
    const said = known(question);
    if (said) {
      given.push(said);
      return said.answer;
    }
    const answer = await ask(question);
    given.push({ name: question.name, answer });
    keep(given);
    return answer;
  }) as Ask;
}

function refused(question: Extract<Question, { kind: 'text' }>, { answer }: Given): boolean {
  return typeof answer === 'string' && question.refuse?.(answer) !== undefined;
}
