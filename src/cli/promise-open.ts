import { type Day, inWords } from '../domain/day.ts';
import { parsePastDay } from '../domain/past-day.ts';
import type { PromiseMade } from '../domain/promise.ts';
import { EXIT, UserError } from '../errors.ts';
import { promiseDocument, promiseText } from '../render/promise.ts';
import type { Journal } from '../store/journal.ts';
import { promiseById } from '../store/promise.ts';
import { resolveId } from '../store/reference.ts';
import type { Context } from './context.ts';

/**
 * The open promise that an id names. Asked for again under the lock: another praxis may have settled it meanwhile.
 * @throws UserError (cannot) for one that is settled.
 */
export function openPromise(journal: Pick<Journal, 'db'>, prefix: string, today: Day): PromiseMade {
  const promise = promiseById(journal, resolveId(journal, prefix, ['promise']).id);
  const { outcome, settledOn } = promise;
  if (outcome === null || settledOn === null) return promise;
  const how = outcome === 'kept' ? 'kept' : 'taken back';
  throw new UserError(
    `This promise was ${how} on ${inWords(settledOn, today)}.`,
    'praxis history lists what was done; praxis undo turns the last of it back.',
    EXIT.cannot,
  );
}

/** One promise, as it stands. */
export function tellPromise(context: Context, journal: Journal, id: string): void {
  const promise = promiseById(journal, id);
  const { today, style } = context;
  context.answer({ schema: 'praxis.promise/1', ...promiseDocument(promise, today) }, () =>
    promiseText(promise, today, style),
  );
}

/** The day on which it was settled. @throws UserError (usage) for one to come, or before it was made. */
export function settledDay({ madeOn }: PromiseMade, given: string | undefined, today: Day): Day {
  if (given === undefined) return today;
  const on = parsePastDay(given, today);
  if (on >= madeOn) return on;
  throw new UserError(
    `It was made on ${inWords(madeOn, today)}, after ${inWords(on, today)}.`,
    'Name a day since then. Nothing was stored.',
    EXIT.usage,
  );
}
