import type { Intention } from '../domain/intention.ts';
import type { Session } from '../domain/session.ts';
import { isWritten } from '../domain/written.ts';
import { intentionDocument } from './intention.ts';
import { jsonLine } from './json.ts';
import { sessionDocument } from './session.ts';

/** What stands in a Markdown export behind an entry or a plan, so that it can come back: a comment of one line. */
const BEGIN = '<!-- praxis ';
const END = ' -->';

/** A plan's own facts, beside its words. */
export interface PlanFacts {
  readonly id: string;
  readonly outcome: string | null;
  readonly settledOn: string | null;
}

/** A comment that no text in it can end: `<`, `>` and two hyphens are written as escapes of JSON. */
export function dataComment(value: object): string {
  const written = jsonLine(value)
    .trimEnd()
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('--', '-\\u002d');
  return BEGIN + written + END;
}

/** The value of such a comment; undefined where there is none, null where it cannot be read. */
export function readDataComment(line: string): unknown {
  const at = line.lastIndexOf(BEGIN);
  const text = line.trimEnd();
  if (at < 0 || !text.endsWith(END)) return undefined;
  try {
    return JSON.parse(text.slice(at + BEGIN.length, -END.length));
  } catch {
    return null;
  }
}

/** A plan that stands in no entry, with the review that made it. */
export function planData(plan: Intention): object {
  const { sessionId } = plan;
  return { ...intentionDocument(plan), ...(sessionId === null ? {} : { review: sessionId }) };
}

/**
 * An entry without its long texts, which stand above it as quotations: `true` marks where each of them belongs.
 * @param plan of the if-then made in it.
 */
export function sessionData(session: Session, plan?: PlanFacts): object {
  const document = sessionDocument(session);
  const answers = document['answers'] as Readonly<Record<string, unknown>>;
  const elided = Object.fromEntries(
    Object.entries(answers).map(([item, value]) => [item, withoutText(item, value)]),
  );
  const { person, recallLagDays } = session;
  const version = session.answers.prompt?.version;
  return {
    session: { ...document, ...(person === null ? {} : { person }), answers: elided },
    ...(version === undefined ? {} : { promptVersion: version }),
    ...(recallLagDays === 0 ? {} : { recallLagDays }),
    ...(plan === undefined ? {} : { plan }),
  };
}

function withoutText(item: string, value: unknown): unknown {
  if (item === 'note' && typeof value === 'string') return true;
  // An empty one has no quotation above.
  if (isWritten(item) && value) return true;
  if ((item === 'prompt' || item === 'followUp') && typeof value === 'object' && value !== null) {
    return 'text' in value && typeof value.text === 'string' ? { ...value, text: true } : value;
  }
  return value;
}
