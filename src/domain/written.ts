/** What check-ins and reviews ask in words, by item; the question stands beside the answer wherever it is shown. */
export const WRITTEN = {
  choice: 'Which one choice did you make on purpose this week?',
  copied: 'What did people see you do this week that they might copy?',
  norm: 'Which norm did that show, in a word?',
  improved: 'What did somebody improve that you had not asked for?',
  threatened: 'At which moment did somebody else’s lead feel like a threat?',
  reread: 'What do you see in your old entries that you did not see then?',
  argument: 'Which argument of theirs changed your mind, and whose was it?',
  suggestion: 'What did you change because somebody suggested it?',
  exceptions: 'Most answers were noted as yours alone to give. Have exceptions become the rule?',
  coach: 'Which open matter is one for a coach or for HR rather than for you?',
  stop: 'What will you stop doing for them?',
  start: 'What will you start doing?',
  expect: 'What will you expect of them that you did not expect before?',
  belief: 'Which belief of yours about leading has changed?',
  event: 'Which event changed it?',
  yours: 'Which of the exercises and questions is now your own?',
} as const;
export type WrittenItem = keyof typeof WRITTEN;
export const WRITTEN_ITEMS = Object.keys(WRITTEN) as WrittenItem[];

export function isWritten(item: string): item is WrittenItem {
  return Object.hasOwn(WRITTEN, item);
}
