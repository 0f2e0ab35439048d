import { addDays } from '../domain/day.ts';
import { sceneIsOld } from '../domain/scene.ts';
import { type Statement, saysAlready } from '../domain/statement.ts';
import { EXIT, UserError } from '../errors.ts';
import { askText } from '../prompts/boundary.ts';
import { decode } from '../prompts/text.ts';
import { type SceneCounts, sceneDocument, sceneText } from '../render/scene.ts';
import { pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import { addStatement, latestStatement, sceneDue } from '../store/statement.ts';
import { write } from '../store/write.ts';
import { readAll } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { shareOf } from './share.ts';

const WINDOW_DAYS = 28;

/** `focus scene`: shows it; writes it when a text is given, or when there is none and somebody is there to imagine it. */
export async function scene(context: Context, words: readonly string[]): Promise<void> {
  if (words.length > 0) {
    const text = await textOf(context, words);
    await checkBoundary(context, [text]);
    return keep(context, text);
  }
  const there = await context.reading((journal) => latestStatement(journal, 'scene'));
  if (there || !context.interactive) return show(context);
  const text = await imagined(context);
  return text === null ? context.notice('  Nothing kept.') : keep(context, text);
}

async function textOf(context: Context, words: readonly string[]): Promise<string> {
  const [only] = words;
  const text =
    words.length === 1 && only === '-'
      ? decode(await readAll(context.world.stdin)).replace(/\r?\n$/, '')
      : words.join(' ');
  if (text.trim() !== '' && text.isWellFormed()) return text;
  throw new UserError(
    text.trim() === ''
      ? 'There is no scene in it.'
      : 'The text ends or begins in half a character.',
    'praxis focus scene "TEXT", or praxis focus scene - to read it from stdin. Nothing was stored.',
    EXIT.usage,
  );
}

async function imagined(context: Context): Promise<string | null> {
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  return askText(ask, {
    kind: 'text',
    name: 'scene',
    text: "Two minutes: tomorrow's meeting, led the other way. Who speaks first? What do you ask? What do you leave unsaid?",
    label: '',
    editor: true,
  });
}

async function keep(context: Context, text: string): Promise<void> {
  const kept = await context.writing((journal) => {
    const latest = latestStatement(journal, 'scene');
    if (saysAlready(latest, text, null)) return latest;
    return write(journal, context.command, (tx) =>
      addStatement(tx, { kind: 'scene', on: context.today, text, because: null }),
    );
  });
  context.answer(
    sceneDocument(kept, false, null, context.today),
    () => '  Kept. It comes back in a month, with what you counted until then.',
  );
}

async function show(context: Context): Promise<void> {
  await context.reading((journal) => {
    const { today, style } = context;
    const found = latestStatement(journal, 'scene');
    const due = sceneDue(journal, today) !== undefined;
    const counts = countsBeside(journal, found, context);
    context.answer(sceneDocument(found, due, counts, today), () =>
      sceneText(found, counts, today, style),
    );
  });
}

function countsBeside(
  journal: Journal,
  found: Statement | undefined,
  { today }: Context,
): SceneCounts | null {
  if (!found || !sceneIsOld(found, today)) return null;
  const counts = pairCounts(journal, addDays(today, 1 - WINDOW_DAYS), today);
  return { handedBack: shareOf(counts, 'stance'), withProposal: shareOf(counts, 'arrival') };
}
