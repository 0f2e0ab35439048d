import { THRESHOLDS } from '../analysis/constants.ts';
import { CANDOUR_EXPECTED } from '../content/ratings.ts';
import { addDays, daysBetween, inShort, inWords } from '../domain/day.ts';
import { backAfter, uncutGaps } from '../domain/gap.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { entriesToReread, REREAD } from '../domain/reread.ts';
import { ARGUMENT_DAYS, type MonthPart } from '../domain/review.ts';
import { askText } from '../prompts/boundary.ts';
import { askRead } from '../prompts/fields.ts';
import { askAbout } from '../prompts/knowledge.ts';
import { breaksText } from '../render/break.ts';
import { monthText } from '../render/month.ts';
import { choicesText } from '../render/statement.ts';
import { counted, INDENT, paragraph, visible, visibleLine } from '../render/text.ts';
import { issuedText, verdictsText } from '../render/verdict.ts';
import { listBreaks } from '../store/break.ts';
import { listPeople } from '../store/person.ts';
import { sessionDays } from '../store/practice.ts';
import { shortIds } from '../store/reference.ts';
import { lastWritten, type OldEntry, ownTexts } from '../store/review.ts';
import { listStatements } from '../store/statement.ts';
import { verdictsUpTo } from '../store/verdict.ts';
import { monthFigures } from './month-figures.ts';
import { askWritten, isAnswered, type PartTalk, say, type Talk } from './review-talk.ts';
import { mayJudge } from './verdicts.ts';

/** What each part of the monthly review shows and asks. */
export const MONTH_TALKS: Readonly<Record<MonthPart, Talk>> = {
  figures,
  candour,
  reread,
  breaks,
  words,
  beliefs,
  verdicts,
};

function figures({ journal, on, style, show }: PartTalk): void {
  show(monthText(monthFigures(journal, on), 'full', style));
}

async function candour(talk: PartTalk): Promise<void> {
  const active = listPeople(talk.journal).filter(({ state }) => state === 'active');
  if (active.length === 0) return say(talk, 'Nobody is in the journal yet: praxis person add lee.');
  for (const { code } of active) {
    if (isAnswered(talk, 'R5', code)) continue;
    const value = await askAbout(talk.ask, CANDOUR_EXPECTED, code);
    talk.take({ answers: { R5: { [code]: value } }, records: {} });
    talk.show('');
  }
}

async function reread(talk: PartTalk): Promise<void> {
  if (isAnswered(talk, 'reread')) return;
  const on = talk.stored?.on ?? talk.on;
  const entries = entriesToReread(ownTexts(talk.journal, on), on);
  if (entries.length === 0) {
    return say(
      talk,
      `Nothing is old enough yet: entries are read again after ${REREAD.oldEnough} days.`,
    );
  }
  for (const [i, entry] of entries.entries()) {
    talk.show(entryText(talk, entry, i + 1, entries.length));
    if (i === entries.length - 1) break;
    const choice = await talk.ask({
      kind: 'key',
      name: 'entry',
      options: [{ key: 'e', value: 'enough', label: 'enough of them' }],
      enter: 'the next one',
      explain: 'The same month shows the same ones. Enter turns the page.',
    });
    if (choice === 'enough') break;
  }
  talk.show('');
  await askWritten(talk, 'reread');
}

function entryText({ style }: PartTalk, entry: OldEntry, place: number, all: number): string {
  const about = entry.person ? `, with ${visibleLine(entry.person)}` : '';
  const head = `${place} of ${all}   ${inWords(entry.on)} ${entry.on.slice(0, 4)}${about}`;
  return [
    '',
    INDENT + style.dim(head),
    ...(entry.question ? [style.bold(paragraph(visible(entry.question), style.width))] : []),
    paragraph(visible(entry.text), style.width),
  ].join('\n');
}

type Cut = { readonly on: PartTalk['on']; readonly reason: string };

async function breaks(talk: PartTalk): Promise<void> {
  const { journal, on, style, show, ask } = talk;
  const known = listBreaks(journal);
  if (known.length > 0) {
    const ids = shortIds(
      journal,
      known.map(({ id }) => id),
    );
    show(`${breaksText(known, ids, on, style)}\n`);
  }
  say(
    talk,
    'Where did something change so much that before and after should not be compared? A new team, a long leave, a changed habit of counting.',
  );
  const made = () => talk.said().records.breaks ?? [];
  const take = (more: Cut) => talk.take({ answers: {}, records: { breaks: [...made(), more] } });
  if (talk.said().records.breaks === undefined)
    talk.take({ answers: {}, records: { breaks: null } });
  const cuts = [...known, ...made()].map((each) => each.on);
  for (const gap of uncutGaps(sessionDays(journal, on), cuts)) {
    const marked = await ask({
      kind: 'key',
      name: 'gap',
      text: `There was no session from ${inShort(addDays(gap.from, 1), on)} to ${inShort(addDays(gap.to, -1), on)}: ${counted(gap.days - 1, 'day')}.`,
      options: [{ key: 'm', value: 'mark', label: 'mark a break there' }],
      enter: 'not a break',
    });
    if (marked) take({ on: gap.to, reason: backAfter(gap) });
  }
  for (;;) {
    const day = await askRead(
      ask,
      {
        kind: 'text',
        name: 'break',
        text: made().length > 0 ? 'Another one, on which day?' : 'On which day did it begin?',
        label: '',
        explain: '2026-11-16, monday, 3 days ago. Enter: none.',
        editor: false,
      },
      (text) => parsePastDay(text, on),
    );
    if (day === null) return;
    const reason = await askText(ask, {
      kind: 'text',
      name: 'reason',
      text: 'Why?',
      label: '',
      editor: false,
    });
    if (reason === null) say(talk, 'Without a reason it is not kept.');
    else take({ on: day, reason: reason.trim() });
  }
}

async function words(talk: PartTalk): Promise<void> {
  const fact = argumentFact(talk);
  if (fact) say(talk, fact);
  await askWritten(talk, 'argument');
  await askWritten(talk, 'suggestion');
  if (monthFigures(talk.journal, talk.on).exceptions) await askWritten(talk, 'exceptions');
  await askWritten(talk, 'coach');
}

/** That nobody's argument changed one's mind for long, as a plain fact; undefined where it cannot be known yet. */
function argumentFact({ journal, on }: PartTalk): string | undefined {
  const last = lastWritten(journal, 'argument', on);
  const [first] = sessionDays(journal, on);
  const since = last ?? first;
  if (since === undefined || daysBetween(since, on) < ARGUMENT_DAYS) return undefined;
  return `In ${counted(daysBetween(since, on), 'day')} no argument that changed your mind was noted.`;
}

function beliefs({ journal, on, style, show }: PartTalk): void {
  show(choicesText(listStatements(journal, 'choice'), on, style));
}

/** They are issued when this part is saved; here is said what they will be told with. */
function verdicts(talk: PartTalk): void {
  const { journal, on, rehearse } = talk;
  if (rehearse) say(talk, 'A rehearsal issues no verdict.');
  else if (!mayJudge(journal, on)) talk.show(lastVerdicts(talk));
}

/** The verdicts that stand, in sentences. */
export function lastVerdicts({
  journal,
  on,
  style,
}: Pick<PartTalk, 'journal' | 'on' | 'style'>): string {
  const issued = verdictsUpTo(journal, on);
  const [latest] = issued
    .map(({ issuedOn }) => issuedOn)
    .sort()
    .reverse();
  const own = issued.filter(({ issuedOn }) => issuedOn === latest);
  const [one] = own;
  if (!one) return paragraph('No verdict yet: no series has a point so far.', style.width);
  const reports = own.map(({ report }) => report);
  return [
    verdictsText(reports, THRESHOLDS, on, style),
    '',
    style.dim(paragraph(issuedText(one.issuedOn, one.nextOn, on), style.width)),
  ].join('\n');
}
