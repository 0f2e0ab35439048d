import { parseComingDay } from '../domain/coming-day.ts';
import type { Day } from '../domain/day.ts';
import { type Milestone, MOST_OPEN, openMilestones } from '../domain/milestone.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { readSentence } from '../domain/statement.ts';
import { EXIT, UserError } from '../errors.ts';
import { milestoneDocument, milestoneStateText, milestonesText } from '../render/milestone.ts';
import { visibleLine } from '../render/text.ts';
import type { Journal } from '../store/journal.ts';
import {
  addMilestone,
  listMilestones,
  milestoneById,
  settleMilestone,
} from '../store/milestone.ts';
import { resolveId, shortIds } from '../store/reference.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';

export interface MilestoneOptions {
  readonly due?: string;
  readonly reached?: boolean;
  readonly dropped?: boolean;
  readonly on?: string;
}

/** `focus milestone`: alone it lists; with `--due` it adds; with `--reached` or `--dropped` it settles. */
export async function milestone(
  context: Context,
  words: readonly string[],
  options: MilestoneOptions,
): Promise<void> {
  const outcome = outcomeFrom(options);
  if (words.length === 0) {
    if (Object.keys(options).length > 0) throw wrongUse('Which milestone?');
    return list(context);
  }
  if (outcome !== null) return settle(context, words.join(' '), outcome, options);
  if (options.on !== undefined) throw wrongUse('--on goes with --reached or --dropped.');
  if (options.due === undefined) throw wrongUse('A milestone needs a day.');
  return add(context, words.join(' '), parseComingDay(options.due, context.today));
}

async function list(context: Context): Promise<void> {
  await context.reading((journal) => {
    const milestones = listMilestones(journal);
    const { today, style } = context;
    context.answer(
      {
        schema: 'praxis.milestones/1',
        milestones: milestones.map((each) => milestoneDocument(each, today)),
      },
      () => milestonesText(milestones, idsOf(journal), today, style),
    );
  });
}

/** @throws UserError (cannot) when five are open. The same text and day again is the same milestone. */
async function add(context: Context, given: string, dueOn: Day): Promise<void> {
  const text = readSentence(given, 'praxis focus milestone "TEXT" --due DAY');
  await checkBoundary(context, [text]);
  const kept = await context.writing((journal) => {
    const open = openMilestones(listMilestones(journal));
    const same = open.find((each) => each.text === text && each.dueOn === dueOn);
    if (same) return same;
    if (open.some((each) => text.length >= 8 && each.id.startsWith(text.toLowerCase()))) {
      throw new UserError(
        `"${text}" is a milestone already.`,
        `praxis edit ${text} --item due --to DAY moves it. Nothing was stored.`,
        EXIT.usage,
      );
    }
    if (open.length >= MOST_OPEN) {
      throw new UserError(
        `${MOST_OPEN} milestones are open already, and a roadmap has no more.`,
        'Settle one first: praxis focus milestone ID --reached, or --dropped. Nothing was stored.',
        EXIT.cannot,
      );
    }
    const id = write(journal, context.command, (tx) =>
      addMilestone(tx, text, dueOn, context.today),
    );
    return milestoneById(journal, id);
  });
  told(context, kept);
}

async function settle(
  context: Context,
  prefix: string,
  outcome: 'reached' | 'dropped',
  { on: given, due }: MilestoneOptions,
): Promise<void> {
  if (due !== undefined) throw wrongUse('--due goes with a new milestone.');
  const on = parsePastDay(given, context.today);
  const settled = await context.writing((journal) => {
    const { id } = resolveId(journal, prefix, ['milestone']);
    write(journal, context.command, (tx) => settleMilestone(tx, id, outcome, on));
    return milestoneById(journal, id);
  });
  told(context, settled);
}

function told(context: Context, kept: Milestone): void {
  const { today } = context;
  context.answer(
    { schema: 'praxis.milestone/1', ...milestoneDocument(kept, today) },
    () => `  ${visibleLine(kept.text)}: ${milestoneStateText(kept, today)}.`,
  );
}

function idsOf(journal: Journal): Map<string, string> {
  return shortIds(
    journal,
    listMilestones(journal).map(({ id }) => id),
  );
}

function outcomeFrom({ reached, dropped }: MilestoneOptions): 'reached' | 'dropped' | null {
  if (reached && dropped) throw wrongUse('Either it was reached, or it was dropped.');
  return reached ? 'reached' : dropped ? 'dropped' : null;
}

function wrongUse(message: string): UserError {
  return new UserError(
    message,
    'praxis focus milestone "TEXT" --due DAY adds one, milestone ID --reached settles it.',
    EXIT.usage,
  );
}
