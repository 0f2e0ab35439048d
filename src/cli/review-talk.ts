import type { Day } from '../domain/day.ts';
import type { Library } from '../domain/library.ts';
import type { Ask } from '../domain/question.ts';
import type { Said } from '../domain/review-said.ts';
import type { Session } from '../domain/session.ts';
import { WRITTEN, type WrittenItem } from '../domain/written.ts';
import { askText } from '../prompts/boundary.ts';
import { paragraph, type Style } from '../render/text.ts';
import type { Journal } from '../store/journal.ts';
import type { Context } from './context.ts';

/** What the talk of one part works with. */
export interface PartTalk {
  readonly context: Context;
  readonly journal: Journal;
  readonly library: Library;
  readonly ask: Ask;
  readonly style: Style;
  /** The day the review is about. */
  readonly on: Day;
  /** The review so far, if a part of it was saved. */
  readonly stored: Session | undefined;
  readonly rehearse: boolean;
  /** Prints a text as it stands; an empty one is a blank line. */
  readonly show: (text: string) => void;
  /** What was said in this part so far, drafts included. */
  readonly said: () => Said;
  /** Takes what was said, and puts it on disk before the next question. */
  readonly take: (more: Said) => void;
}

/** One part with somebody there: shows what there is to see, and asks what was not asked yet. */
export type Talk = (talk: PartTalk) => Promise<void> | void;

/** A sentence on the page. */
export function say({ show, style }: PartTalk, text: string): void {
  show(paragraph(text, style.width));
}

/** Whether something was answered or skipped: in the part that is under way, or in the review as it is stored. */
export function isAnswered(
  { said, stored }: PartTalk,
  item: 'R5' | 'leads' | WrittenItem,
  code?: string,
): boolean {
  return [said().answers, stored?.answers ?? {}].some((answers) => {
    const value = answers[item];
    if (code === undefined || value === undefined) return value !== undefined;
    return value !== null && typeof value === 'object' && value[code] !== undefined;
  });
}

/** Asks for a text, unless it was asked before. */
export async function askWritten(talk: PartTalk, item: WrittenItem): Promise<void> {
  if (isAnswered(talk, item)) return;
  const text = await askText(talk.ask, {
    kind: 'text',
    name: item,
    text: WRITTEN[item],
    label: '',
    explain: 'Write what happened, was said, or will be done.',
    editor: true,
  });
  talk.take({ answers: { [item]: text }, records: {} });
  talk.show('');
}
