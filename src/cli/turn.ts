import { actionDocument, turnedText } from '../render/history.ts';
import { redo, undo } from '../store/history.ts';
import type { Context } from './context.ts';
import { Progress } from './progress.ts';

/** Turns the last command back, or the one that was turned back last forth again: an import may have been long. */
export async function turnLast(context: Context, which: 'undo' | 'redo'): Promise<void> {
  const turn = which === 'undo' ? undo : redo;
  let progress: Progress | undefined;
  let before = 0;
  const turned = (done: number, all: number) => {
    progress ??= new Progress(context, all);
    progress.add(done - before);
    before = done;
  };
  try {
    const action = await context.writing((journal) => turn(journal, turned));
    progress?.end();
    context.answer({ schema: 'praxis.action/1', ...actionDocument(action) }, () =>
      turnedText(which === 'undo' ? 'Undone' : 'Done again', action, context.now.zone),
    );
  } finally {
    progress?.end();
  }
}
