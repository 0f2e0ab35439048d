import type { Week } from '../domain/day.ts';
import { RATIO_ITEMS, RATIOS } from '../domain/ratio.ts';
import type { Answers, Session } from '../domain/session.ts';
import { parseTallyKey } from '../domain/tally.ts';
import { WEEKLY_TEXTS } from '../domain/week.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { keepWeekly } from './keep-weekly.ts';
import { loadLibrary } from './library.ts';
import { type Change, chooseOne, type Item } from './mend.ts';

/** Mends one part of a check-in; what it said before is kept as a revision. Returns it as it stands then. */
export async function editWeek(
  context: Context,
  journal: Journal,
  session: Session,
  change: Change,
): Promise<Session> {
  const { item, typed } = await chooseOne(change, itemsOf(session.answers), 'check-in');
  const { readWeekly, weeklyAnswersFrom } = await import('../prompts/weekly-answers.ts');
  const { exercises } = await loadLibrary(context);
  const people = listPeople(journal).map(({ code }) => code);
  const file = readWeekly({ answers: asFile(item, typed, session.answers) });
  const patch = weeklyAnswersFrom(file, { people, exercises });
  await checkBoundary(context, [typed]);
  const tallies = { ...session.answers.tallies, ...patch.tallies };
  return keepWeekly(journal, context, {
    week: session.week as Week,
    answers: { ...session.answers, ...patch, ...(patch.tallies ? { tallies } : {}) },
    stored: session,
    source: session.source,
    replace: true,
    dryRun: false,
    exercises,
  });
}

/** What can be mended: everything but what had an effect beside it, which its own command takes back. */
function itemsOf(answers: Answers): Item[] {
  const { tallies, R4, intention, note } = answers;
  const shown = (value: number | string | null | undefined) => (value == null ? '' : `${value}`);
  return [
    ...Object.entries(tallies ?? {}).map(([item, n]) => ({ item, now: shown(n) })),
    ...RATIO_ITEMS.map((item) => {
      const ratio = answers[item];
      return { item, now: ratio ? `${ratio.x}/${ratio.n}` : '' };
    }),
    { item: 'R4', now: shown(R4) },
    ...WEEKLY_TEXTS.map((item) => ({ item, now: shown(answers[item]) })),
    { item: 'if', now: shown(intention?.if) },
    { item: 'then', now: shown(intention?.then) },
    { item: 'note', now: shown(note) },
  ];
}

/** The part as a file of answers would say it. Nothing typed takes it back: asked, and skipped. */
function asFile(item: string, typed: string, old: Answers): Record<string, unknown> {
  const said = typed.trim() === '' ? null : typed;
  const number = said !== null && /^\d+$/.test(said.trim()) ? Number(said) : said;
  if (item === 'if' || item === 'then') {
    const { if: cue = '', then: act = '' } = old.intention ?? {};
    return { intention: { if: cue, then: act, [item]: typed } };
  }
  const ratio = RATIO_ITEMS.find((each) => each === item);
  if (ratio) return { [ratio]: said === null ? null : ratioIn(ratio, said) };
  if (parseTallyKey(item)) return { tallies: { [item]: number } };
  return { [item]: item === 'R4' ? number : said };
}

function ratioIn(item: (typeof RATIO_ITEMS)[number], typed: string): Record<string, number> {
  const [, x, n] = /^(\d{1,3})\/(\d{1,3})$/.exec(typed.trim()) ?? [];
  if (x !== undefined && n !== undefined)
    return { [RATIOS[item].x]: Number(x), [RATIOS[item].n]: Number(n) };
  throw new UserError(
    `"${item}" takes two counts, such as 4/5.`,
    `The first is of the second: ${RATIOS[item].words}. Nothing was changed.`,
    EXIT.usage,
  );
}
