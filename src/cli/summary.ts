import { SUMMARIES, type Summary } from '../render/week.ts';
import { oneOf } from './args.ts';
import type { Context } from './context.ts';

/** What an answer shows: texts where somebody is there to read them; elsewhere output ends up in mails and logs. */
export function summaryOf(context: Context, given: string | undefined): Summary {
  const there = context.interactive && context.world.isTerminal('stdout');
  return oneOf('--summary', given, SUMMARIES) ?? (there ? 'full' : 'counts');
}
