import { backAfter, freeDays, type Gap, gapBefore, isLong } from '../domain/gap.ts';
import { planInWords } from '../domain/intention.ts';
import { pausedDays } from '../domain/pause.ts';
import type { KeyQuestion } from '../domain/question.ts';
import { counted, INDENT, paragraph, visibleLine } from '../render/text.ts';
import { addBreak, listBreaks } from '../store/break.ts';
import { intentionToSettle } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { addPause, listPauses } from '../store/pause.ts';
import { lastSessionDay } from '../store/practice.ts';
import { write } from '../store/write.ts';
import type { Terminal } from './ask.ts';
import type { Context } from './context.ts';

const FROM_TODAY = { key: 'c', value: 'from-today', label: 'count from today' };
const LEAVE = { key: 'l', value: 'leave', label: 'leave the days as they are' };
const FRESH = { key: 'f', value: 'fresh', label: 'a fresh baseline' };

/**
 * Greets whoever comes back after a week or more, and offers to let the days between be: they leave practice density,
 * and cadences stood still. After four weeks it offers a fresh baseline too: what was counted before stays, and the
 * series are cut today. Says whether it greeted: the session is a short one then.
 */
export async function welcomeBack(
  context: Context,
  journal: Journal,
  { ask, style }: Terminal,
  rehearse: boolean,
): Promise<boolean> {
  const { today } = context;
  const gap = gapBefore(lastSessionDay(journal, today), today);
  if (!gap) return false;
  const plan = intentionToSettle(journal, today);
  const meant = plan ? ` You last meant to: ${visibleLine(planInWords(plan))}.` : '';
  context.notice(`\n${paragraph(`Welcome back.${meant}`, style.width)}`);
  context.notice(`${INDENT}${style.dim('Tonight in three short steps.')}\n`);
  const question = rehearse ? undefined : offerFor(journal, gap);
  if (!question) return true;
  const choice = await ask(question);
  if (choice === FROM_TODAY.value || choice === FRESH.value) {
    keep(context, journal, gap, choice === FRESH.value);
    context.notice(
      `${INDENT}${choice === FRESH.value ? 'A fresh baseline' : 'Counted'} from today.`,
    );
  }
  return true;
}

/** What is left to offer; undefined when it was taken up before. */
function offerFor(journal: Journal, gap: Gap): KeyQuestion | undefined {
  const free = gap.days - 1;
  const baseline = isLong(gap) && !listBreaks(journal).some(({ on }) => on > gap.from);
  if (!baseline && pausedInside(journal, gap) >= free) return undefined;
  const explain = [
    'Counted from today: the days between leave practice density, and cadences stood still.',
    ...(baseline
      ? [
          'A fresh baseline: that, and what was counted before stays, but is not compared with what comes.',
        ]
      : []),
  ].join(' ');
  return {
    kind: 'key',
    name: 'back',
    text: `${counted(free, 'day')} without a session lie between.`,
    options: [...(baseline ? [FRESH] : []), FROM_TODAY, LEAVE],
    enter: 'left as they are',
    explain,
  };
}

function pausedInside(journal: Journal, gap: Gap): number {
  return pausedDays(listPauses(journal), gap.from, freeDays(gap).until);
}

function keep(context: Context, journal: Journal, gap: Gap, fresh: boolean): void {
  const { from, until } = freeDays(gap);
  write(journal, context.command, (tx) => {
    if (pausedInside(journal, gap) < gap.days - 1) addPause(tx, 'pause', from, until);
    if (fresh) addBreak(tx, gap.to, backAfter(gap));
  });
}
