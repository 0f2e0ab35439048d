import { paragraph, visibleLine } from '../render/text.ts';
import type { Context } from './context.ts';

/** What is said once, when the journal is made: where it is, who can read it, what not to write. */
export function firstRun(context: Context, width: number): string {
  return [
    `Your journal is ${visibleLine(context.shownFile)}. Only you can read it; nothing leaves this machine.`,
    'Write what you did, what was said, what you will do. Leave out health, family, faith, politics and guesses about character; the person may one day read it.',
  ]
    .map((line) => paragraph(line, Math.min(width, 100)))
    .join('\n');
}
