import type { Action } from '../domain/action.ts';
import type { Day } from '../domain/day.ts';
import { type Pause, pauseOn } from '../domain/pause.ts';
import { actionDocument, turnedText } from '../render/history.ts';
import { standingText } from '../render/hold.ts';
import { pauseText } from '../render/pause.ts';
import { paragraph } from '../render/text.ts';
import type { Turned } from '../store/history.ts';
import { listHolds } from '../store/hold.ts';
import type { Journal } from '../store/journal.ts';
import { listPauses } from '../store/pause.ts';
import type { Context } from './context.ts';
import { Progress } from './progress.ts';

function pauseNow(pause: Pause | undefined, today: Day): string {
  return pause ? pauseText(pause, today) : 'No pause any more: what waits for you is due again.';
}

/**
 * Turns a command back, or back again, and says so. What holds from now on is said too where that is no record but a
 * state: a hold or a pause that stands again, or no longer.
 */
export async function turned(
  context: Context,
  how: string,
  turn: (journal: Journal, turned: Turned) => Action,
): Promise<void> {
  const { today, style } = context;
  let progress: Progress | undefined;
  // An import may have been long, and so is its way back.
  const step: Turned = (by, all) => {
    progress ??= new Progress(context, all);
    progress.add(by);
  };
  const { action, now } = await context.writing((journal) => {
    try {
      const done = turn(journal, step);
      const says = [
        ...('hold' in done.changes ? [standingText(listHolds(journal), today)] : []),
        ...('pause' in done.changes ? [pauseNow(pauseOn(listPauses(journal), today), today)] : []),
      ];
      return { action: done, now: says };
    } finally {
      progress?.end();
    }
  });
  context.answer({ schema: 'praxis.action/1', ...actionDocument(action) }, () =>
    [
      turnedText(how, action, context.now.zone),
      ...now.map((each) => paragraph(each, style.width)),
    ].join('\n'),
  );
}
