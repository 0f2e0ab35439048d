import * as z from 'zod';
import { RATING_VERSIONS } from '../content/ratings.ts';
import { type Day, isDay, weekOf } from '../domain/day.ts';
import { RATIO_ITEMS, ratioFromWritten } from '../domain/ratio.ts';
import {
  OUTCOMES,
  type Outcome,
  type PromptAnswer,
  type Session,
  sameAnswers,
} from '../domain/session.ts';
import { parseTallyKey, tallyKey } from '../domain/tally.ts';
import { WRITTEN_ITEMS } from '../domain/written.ts';
import { EXIT, UserError } from '../errors.ts';
import type { OwnBlock } from '../formats/own-markdown.ts';
import { isZoneName } from '../formats/zone.ts';
import { entry, oneLine, peopleOf } from '../render/markdown.ts';
import { readDataComment } from '../render/markdown-data.ts';
import { SESSIONS } from '../render/schema/session.ts';
import type { OwnArrivals } from '../store/own-arrivals.ts';
import { planLine } from './export-days.ts';

/** The published document of a session: what stands in a comment is held to it. */
const SESSION = SESSIONS.find(({ name }) => name === 'session')?.shape ?? z.never();

const plan = z.strictObject({
  id: z.string(),
  outcome: z.enum(OUTCOMES).nullable(),
  settledOn: z.iso.date().nullable(),
});

/** What stands in the comment behind an entry. */
const entryData = z.strictObject({
  session: z.looseObject({ answers: z.record(z.string(), z.unknown()) }),
  promptVersion: z.int().min(1).optional(),
  recallLagDays: z.int().min(0).optional(),
  plan: plan.optional(),
});

const planData = z.strictObject({
  plan: plan.extend({
    madeOn: z.iso.date(),
    if: z.string(),
    then: z.string(),
    focusId: z.string().nullable().default(null),
    review: z.string().optional(),
  }),
});

/** An entry or a plan that an export brought back. */
export interface Came {
  readonly on: Day;
  readonly text: string;
  readonly added: boolean;
  /** True where the file was changed after praxis wrote it. */
  readonly changed: boolean;
}

/** Reads the entry above a comment and takes it in. @throws UserError for what praxis did not write so. */
export function takeEntry(file: string | null, block: OwnBlock, arrivals: OwnArrivals): Came {
  const parsed = entryData.safeParse(readDataComment(block.comment));
  if (!parsed.success) throw broken(file, block.line);
  const { session: given, promptVersion, recallLagDays = 0, plan: of } = parsed.data;
  const texts = [...block.texts];
  const document = {
    schema: 'praxis.session/1',
    ...given,
    answers: withTexts(given.answers, texts, () => broken(file, block.line)),
  };
  const checked = SESSION.safeParse(document);
  if (!checked.success || texts.length > 0) throw broken(file, block.line);
  const session = sessionOf(document as unknown as Document, promptVersion ?? 1, recallLagDays);
  if (!fits(session)) throw broken(file, block.line);
  const changed = [false, true].every(
    (links) => entry(session, '#', { links }).trim().slice(2) !== block.shown,
  );
  const came = arrivals.takeSession(
    session,
    of && { ...of, outcome: of.outcome as Outcome | null },
    {
      ratingVersions: RATING_VERSIONS,
      people: peopleOf(session),
      same: (stored) => sameAnswers(stored.answers, session.answers),
      refuse: (why, exit) => refusal(file, block.line, why, exit),
    },
  );
  const words = session.answers.prompt?.text ?? session.answers.note ?? '';
  return { on: session.on, text: words.slice(0, 200), added: came, changed };
}

/** Reads a plan that was made at a command and takes it in. */
export function takePlan(file: string | null, block: OwnBlock, arrivals: OwnArrivals): Came {
  const parsed = planData.safeParse(readDataComment(block.comment));
  if (!parsed.success) throw broken(file, block.line);
  const { plan: given } = parsed.data;
  const made = { ...given, madeOn: given.madeOn as Day, settledOn: given.settledOn as Day | null };
  const added = arrivals.takePlan(made, (why, exit) => refusal(file, block.line, why, exit));
  return {
    on: made.madeOn,
    text: block.shown.slice(0, 200),
    added,
    changed: oneLine(planLine(made)) !== block.shown,
  };
}

type Document = Omit<Session, 'answers' | 'recallLagDays' | 'late' | 'person' | 'minutes' | 'met'> &
  Partial<Pick<Session, 'late' | 'person' | 'minutes' | 'met'>> & {
    readonly schema: string;
    readonly answers: Session['answers'];
  };

/** What the published shape cannot say of a session. */
function fits({ on, week, zone, answers }: Session): boolean {
  const keys = Object.keys(answers.tallies ?? {});
  return (
    isDay(on) &&
    weekOf(on) === week &&
    isZoneName(zone) &&
    JSON.stringify(answers).isWellFormed() &&
    RATIO_ITEMS.every((item) => (answers[item]?.x ?? 0) <= (answers[item]?.n ?? 0)) &&
    keys.every((key) => {
      const parsed = parseTallyKey(key);
      return parsed !== undefined && tallyKey(parsed) === key;
    })
  );
}

/** The session whose document this is: what the document leaves out is what most sessions have. */
function sessionOf(
  { schema: _, ...document }: Document,
  version: number,
  recallLagDays: number,
): Session {
  const { prompt, movement } = document.answers;
  const answers = {
    ...withLeads(document.answers),
    ...ratiosOf(document.answers),
    ...(movement ? { movement: { ...movement, joined: movement.joined ?? null } } : {}),
    ...(prompt ? { prompt: { ...prompt, version } satisfies PromptAnswer } : {}),
  };
  return {
    late: false,
    person: null,
    minutes: null,
    met: null,
    ...document,
    answers,
    recallLagDays,
  };
}

type ByPerson = NonNullable<Session['answers']['leads']>;

/** A document has whom one leads under one name: of a moment a rating, of a review ratings by person. */
function withLeads(answers: Session['answers']): Session['answers'] {
  const { R0, ...rest }: { readonly R0?: Session['answers']['R0'] | ByPerson } = answers;
  return typeof R0 === 'object' && R0 !== null ? { ...rest, leads: R0 } : answers;
}

/** A document has the two sides of a ratio under their names. */
function ratiosOf(answers: Session['answers']): Session['answers'] {
  const written = answers as Readonly<Record<string, Record<string, number> | null | undefined>>;
  return Object.fromEntries(
    RATIO_ITEMS.flatMap((item) => {
      const ratio = written[item];
      return ratio ? [[item, ratioFromWritten(item, ratio)]] : [];
    }),
  );
}

/** Puts the quoted texts back where `true` marks them. */
function withTexts(
  answers: Readonly<Record<string, unknown>>,
  texts: string[],
  missing: () => UserError,
): Record<string, unknown> {
  const next = (): string => {
    const text = texts.shift();
    if (text === undefined) throw missing();
    return text;
  };
  const filled: Record<string, unknown> = { ...answers };
  // In the order in which an entry shows them.
  for (const item of ['followUp', 'prompt', ...WRITTEN_ITEMS, 'note']) {
    const value = filled[item];
    if (value === true) filled[item] = next();
    else if (typeof value === 'object' && value !== null && 'text' in value && value.text === true)
      filled[item] = { ...value, text: next() };
  }
  return filled;
}

function broken(file: string | null, line: number): UserError {
  return refusal(
    file,
    line,
    'is not as praxis export wrote it: a quoted text or the comment behind it is gone or broken',
    EXIT.usage,
  );
}

function refusal(
  file: string | null,
  line: number,
  why: string,
  exit: typeof EXIT.usage | typeof EXIT.conflict,
): UserError {
  return new UserError(
    `The entry that ends on line ${line}${file === null ? '' : ` of ${file}`} ${why}.`,
    exit === EXIT.conflict
      ? 'praxis edit mends an entry; or import into a new journal: --journal FILE. Nothing was stored.'
      : 'Export again, or take that entry out of the file. Nothing was stored.',
    exit,
  );
}
