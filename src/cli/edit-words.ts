import { parseMendedDay } from '../domain/coming-day.ts';
import { readSentence, type Statement } from '../domain/statement.ts';
import { EXIT, UserError } from '../errors.ts';
import { heardById } from '../store/heard.ts';
import type { Journal } from '../store/journal.ts';
import { milestoneById } from '../store/milestone.ts';
import { statementById } from '../store/statement.ts';
import type { Rows } from '../store/tables.ts';
import { type Tx, write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { type Change, chooseOne } from './mend.ts';
import { showWords, type Words } from './show-words.ts';

/** Mends a statement, a milestone or a question heard. */
export async function editWords(
  context: Context,
  journal: Journal,
  noun: Words,
  id: string,
  change: Change,
): Promise<void> {
  const parts = partsOf(context, journal, noun, id);
  const items = Object.entries(parts).map(([item, { now }]) => ({ item, now: now ?? '' }));
  const { item, typed } = await chooseOne(change, items, 'entry');
  const part = parts[item];
  if (!part) throw new Error(`no part ${item}`);
  const mend = part.mend(typed);
  await checkBoundary(context, [typed]);
  write(journal, context.command, mend);
  showWords(journal, context, noun, id);
}

interface Part {
  readonly now: string | null;
  /** Reads what was typed; nothing is written before it is called with the door open. */
  readonly mend: (typed: string) => (tx: Tx) => void;
}

function partsOf(
  context: Context,
  journal: Journal,
  noun: Words,
  id: string,
): Readonly<Record<string, Part>> {
  const { today } = context;
  if (noun === 'milestone') {
    const { text, dueOn, madeOn } = milestoneById(journal, id);
    const set = (patch: Partial<Rows['milestone']>) => (tx: Tx) =>
      tx.update('milestone', id, patch);
    return {
      text: { now: text, mend: (typed) => set({ text: readSentence(typed, MEND) }) },
      due: { now: dueOn, mend: (typed) => set({ due_on: parseMendedDay(typed, madeOn, today) }) },
    };
  }
  if (noun === 'heard') {
    const { text, answeredOn, answer } = heardById(journal, id);
    const set = (patch: Partial<Rows['heard']>) => (tx: Tx) => tx.update('heard', id, patch);
    return {
      text: { now: text, mend: (typed) => set({ text: said(typed) }) },
      ...(answeredOn === null
        ? {}
        : { answer: { now: answer, mend: (typed) => set({ answer: typed.trim() || null }) } }),
    };
  }
  const statement = statementById(journal, id);
  refuseHistory(statement);
  const { kind, text, because } = statement;
  const set = (patch: Partial<Rows['statement']>) => (tx: Tx) => tx.update('statement', id, patch);
  return {
    text: {
      now: text,
      mend: (typed) => set({ text: kind === 'focus' ? readSentence(typed, MEND) : said(typed) }),
    },
    ...(kind === 'focus'
      ? { because: { now: because, mend: (typed) => set({ because: typed.trim() || null }) } }
      : {}),
  };
}

const MEND = 'praxis edit ID --item text --to "SENTENCE"';

/** A choice and a page keep their history: the next one is written in front of them. */
function refuseHistory({ kind }: Statement): void {
  if (kind !== 'choice' && kind !== 'way') return;
  throw new UserError(
    kind === 'choice'
      ? 'A choice stays as it was made: its history is what one learns from.'
      : 'A version of the page stays as it was written.',
    kind === 'choice'
      ? 'praxis focus choice "SENTENCE" puts a new one in front. Nothing was changed.'
      : 'praxis focus way --edit writes the next one. Nothing was changed.',
    EXIT.cannot,
  );
}

function said(typed: string): string {
  if (typed.trim() !== '') return typed;
  throw new UserError(
    'There are no words left.',
    'praxis delete ID removes the entry. Nothing was changed.',
    EXIT.usage,
  );
}
