import { WHOM_I_LEAD } from '../content/ratings.ts';
import { littleKnown } from '../domain/conversation.ts';
import { addDays } from '../domain/day.ts';
import type { Facet } from '../domain/facet.ts';
import { type FacetNow, isConfirmed } from '../domain/knowledge.ts';
import { parsePastDay } from '../domain/past-day.ts';
import type { Ask } from '../domain/question.ts';
import type { Rating } from '../domain/rating.ts';
import { checkRecall } from '../domain/session.ts';
import { EXIT, Interrupted, UserError } from '../errors.ts';
import { askAbout, askFacet } from '../prompts/knowledge.ts';
import { facetNowText } from '../render/knowledge.ts';
import { momentLine, sessionDocument } from '../render/session.ts';
import { counted, INDENT, visibleLine } from '../render/text.ts';
import { lastRatingOf } from '../store/audit.ts';
import type { Journal } from '../store/journal.ts';
import { addContact } from '../store/person.ts';
import { write } from '../store/write.ts';
import { terminalFor } from './ask.ts';
import { checkBoundary } from './boundary.ts';
import { asksForContact } from './contact.ts';
import type { Context } from './context.ts';
import { keepMoment } from './keep-moment.ts';
import type { KnowOptions } from './know-input.ts';
import { betsOn, keepLearned, settleWith, tell } from './know-keep.ts';
import { facetsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import { type Subject, subjectNamed } from './subject.ts';

/** How long "whom I lead" stands before it is asked again: a quarter. */
export const RATING_DAYS = 84;

/** `praxis know PERSON`: the rating that was given, or the walk through the facets. */
export async function walkOrRate(
  context: Context,
  named: string,
  options: KnowOptions,
): Promise<void> {
  const { rate, on, ...others } = options;
  const misplaced =
    Object.keys(others)[0] ?? (rate === undefined && on !== undefined ? 'on' : null);
  if (misplaced !== null) {
    throw new UserError(
      `--${misplaced} goes with a facet.`,
      'praxis know lee best-hours "TEXT" --how told. Nothing was stored.',
      EXIT.usage,
    );
  }
  if (rate !== undefined) return rated(context, named, rate, on);
  if (!context.interactive) {
    throw new UserError(
      'Nobody is there to be asked, facet by facet.',
      'In a script: praxis know lee FACET "TEXT" --how told; praxis audit lee lists the facets.',
      EXIT.usage,
    );
  }
  return walk(context, named);
}

async function rated(
  context: Context,
  named: string,
  rate: string,
  day: string | undefined,
): Promise<void> {
  if (!/^[1-5]$/.test(rate)) {
    throw new UserError(
      `--rate is "${rate}"; it takes 1 to 5.`,
      `1 ${WHOM_I_LEAD.anchors[0]}, 5 ${WHOM_I_LEAD.anchors[4]}. Nothing was stored.`,
      EXIT.usage,
    );
  }
  const value = Number(rate) as Rating;
  const on = parsePastDay(day, context.today);
  checkRecall({ R0: value }, on, context.today, false);
  const library = await loadLibrary(context);
  const session = await context.writing((journal) => {
    const { person, code } = subjectNamed(journal, library, named);
    if (person === null) {
      throw new UserError(
        'Whom you lead is asked about somebody else.',
        'praxis know lee --rate 4. Nothing was stored.',
        EXIT.usage,
      );
    }
    return keepMoment(journal, context, {
      on,
      answers: { R0: value },
      person: code,
      contact: false,
    });
  });
  context.answer(
    { schema: 'praxis.session/1', ...sessionDocument(session) },
    () => `${INDENT}Kept: ${momentLine(session)}.`,
  );
}

/** Facet by facet: what is unknown, assumed or stale. Each is kept as it is answered. */
async function walk(context: Context, named: string): Promise<void> {
  const library = await loadLibrary(context);
  const { ask } = await terminalFor(context);
  await context.writing(async (journal) => {
    const subject = subjectNamed(journal, library, named);
    let kept = 0;
    let talked = false;
    try {
      await askWhomILead(context, journal, subject, ask);
      const open = facetsOf(journal, subject, context.today).filter(littleKnown);
      for (const [i, now] of open.entries()) {
        context.notice(`\n${INDENT}${i + 1} of ${open.length}`);
        const answer = await oneFacet(context, journal, subject, now, null, ask);
        if (answer === 'enough') break;
        if (answer === 'skipped') continue;
        kept += 1;
        talked ||= answer.known.state === 'told';
      }
      if (talked) await askForTalk(context, journal, subject);
    } catch (error) {
      if (error instanceof Interrupted) {
        context.notice(
          `\n${INDENT}What you answered is kept. praxis know ${subject.code} goes on.`,
        );
      }
      throw error;
    }
    const left = facetsOf(journal, subject, context.today).filter(littleKnown).length;
    context.answer(
      { schema: 'praxis.walk/1', person: subject.code, kept, open: left },
      () =>
        `\n${INDENT}${counted(kept, 'facet')} kept, ${left} still open. praxis audit ${visibleLine(subject.code)} shows all.`,
    );
  });
}

async function askForTalk(context: Context, journal: Journal, { person }: Subject): Promise<void> {
  if (person === null || !(await asksForContact(context, person, undefined))) return;
  write(journal, context.command, (tx) => addContact(tx, person.id, context.today, null));
}

/** `praxis know PERSON FACET` at a terminal: the one step of the walk. */
export async function askOne(
  context: Context,
  journal: Journal,
  subject: Subject,
  facet: Facet,
  text: string | null,
): Promise<void> {
  const { ask } = await terminalFor(context);
  const now = facetsOf(journal, subject, context.today).find((each) => each.facet.id === facet.id);
  const answer = now && (await oneFacet(context, journal, subject, now, text, ask));
  if (typeof answer === 'object')
    return tell(context, subject, facet, answer.known, answer.settled);
  context.notice(`${INDENT}Nothing kept.`);
}

async function askWhomILead(
  context: Context,
  journal: Journal,
  { person, code }: Subject,
  ask: Ask,
): Promise<void> {
  if (person === null) return;
  const last = lastRatingOf(journal, 'R0', person.id);
  if (last && last.on > addDays(context.today, -RATING_DAYS)) return;
  const value = await askAbout(ask, WHOM_I_LEAD, code);
  if (value === null) return;
  keepMoment(journal, context, {
    on: context.today,
    answers: { R0: value },
    person: code,
    contact: false,
  });
}

async function oneFacet(
  context: Context,
  journal: Journal,
  subject: Subject,
  now: FacetNow,
  text: string | null,
  ask: Ask,
) {
  const { facet, row } = now;
  const on = context.today;
  const answer = await askFacet(ask, {
    title: facet.title,
    now: facetNowText(now, on),
    ask: facet.ask,
    before: row?.text ?? null,
    text,
    bets: subject.person !== null,
  });
  if (answer.kind !== 'kept') return answer.kind;
  const { state, confidence } = answer;
  if (text !== null) await checkBoundary(context, [text]);
  const waiting = isConfirmed(state) ? betsOn(journal, subject, facet, on) : [];
  const settled = await settleWith(context, subject, facet, waiting, null);
  const known = keepLearned(journal, context, {
    subject,
    facet,
    state,
    text: answer.text,
    source: null,
    confidence,
    on,
    settled,
    question: null,
    contact: false,
  });
  return { known, settled };
}
