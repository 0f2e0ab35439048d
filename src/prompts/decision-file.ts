import * as z from 'zod';
import { type Day, isDay } from '../domain/day.ts';
import {
  checkOptions,
  type NewDecision,
  type NewOption,
  NO_FIELDS,
  REVERSIBILITIES,
  STATUS_QUO,
} from '../domain/decision.ts';
import { nearestOf } from '../domain/nearest.ts';
import { knownPerson } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';
import { strictJson } from './json.ts';
import { excerpt } from './refusal.ts';
import { decode } from './text.ts';

const TEMPLATE = 'praxis decide new --template';
const HINT = `Nothing was stored. ${TEMPLATE} prints the shape.`;

const text = z.string().refine((value) => value.isWellFormed(), { error: 'half a character' });
const maybe = text.nullable().optional();

const optionShape = z.strictObject({
  title: text,
  benefits: maybe,
  costs: maybe,
  bearers: maybe,
  reversibility: z.enum(REVERSIBILITIES).nullable().optional(),
  confidence: z.number().min(0).max(1).nullable().optional(),
  statusQuo: z.boolean().optional(),
});

/** The shape of an options page in a file. Only the question has to be there. */
export const decisionFile = z.strictObject({
  schema: z.string().optional(),
  question: text,
  owner: text.nullable().optional(),
  dueOn: z.string().refine(isDay).nullable().optional(),
  challenger: text.nullable().optional(),
  sign: maybe,
  options: z.array(optionShape).optional(),
});

const TAKES: Readonly<Record<string, string>> = {
  schema: 'text',
  question: 'text',
  owner: "a person's code, or null for you",
  dueOn: 'a day such as 2026-11-27, or null',
  challenger: "a person's code or null",
  sign: 'text or null',
  options: 'a list of objects, each with "title"',
  title: 'text',
  benefits: 'text or null',
  costs: 'text or null',
  bearers: 'text or null',
  reversibility: `${REVERSIBILITIES.join(', ')} or null`,
  confidence: 'a number from 0 to 1, or null',
  statusQuo: 'true or false',
};

/** What `--template` prints: two options to fill in, and that of leaving things as they are. */
export function decisionTemplate(): z.infer<typeof decisionFile> {
  const blank = { title: '', ...NO_FIELDS, statusQuo: false };
  return {
    schema: 'praxis.decision-page/1',
    question: '',
    owner: null,
    dueOn: null,
    challenger: null,
    sign: null,
    options: [blank, blank, STATUS_QUO],
  };
}

/**
 * Reads an options page. Options of which nothing is said are left out.
 * @throws UserError (usage) about the first thing wrong: it names the key, and the nearest valid one.
 */
export function readDecisionFile(
  bytes: Uint8Array,
  known: { readonly people: readonly string[]; readonly today: Day },
): NewDecision {
  const parsed = decisionFile.safeParse(strictJson(decode(bytes), TEMPLATE), { reportInput: true });
  if (!parsed.success) throw refusal(parsed.error.issues);
  const { question, owner, dueOn, challenger, sign, options = [] } = parsed.data;
  if (question.trim() === '') throw new UserError('"question" is empty.', HINT, EXIT.usage);
  if (dueOn != null && dueOn < known.today) {
    throw new UserError(`"dueOn" is ${dueOn}, which has passed.`, HINT, EXIT.usage);
  }
  const read = options.flatMap(readOption);
  checkOptions(read);
  return {
    question: question.trim(),
    owner: owner ? knownPerson(owner, known.people) : null,
    dueOn: (dueOn as Day | null | undefined) ?? null,
    challenger: challenger ? knownPerson(challenger, known.people) : null,
    sign: said(sign),
    options: read,
  };
}

function readOption(given: z.infer<typeof optionShape>, i: number): NewOption[] {
  const option = {
    title: given.title.trim(),
    benefits: said(given.benefits),
    costs: said(given.costs),
    bearers: said(given.bearers),
    reversibility: given.reversibility ?? null,
    confidence: given.confidence ?? null,
    statusQuo: given.statusQuo ?? false,
  };
  if (option.title !== '') return [option];
  const { title: _, statusQuo, ...fields } = option;
  if (!statusQuo && Object.values(fields).every((value) => value === null)) return [];
  throw new UserError(`"title" of option ${i + 1} is empty.`, HINT, EXIT.usage);
}

function said(value: string | null | undefined): string | null {
  return value?.trim() || null;
}

function refusal(issues: readonly z.core.$ZodIssue[]): UserError {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const [, at] = issue?.path ?? [];
  const where = typeof at === 'number' ? ` of option ${at + 1}` : '';
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const valid = Object.keys(where === '' ? decisionFile.shape : optionShape.shape);
    return new UserError(
      `"${key}" is not a key${where || ' of an options page'}.${nearestOf(key, valid)}`,
      HINT,
      EXIT.usage,
    );
  }
  const key = issue?.path.filter((part) => typeof part === 'string').at(-1);
  if (key === undefined) {
    return new UserError('An options page is an object with "question".', HINT, EXIT.usage);
  }
  if (issue?.code === 'custom' && issue.message === 'half a character') {
    return new UserError(
      `"${String(key)}"${where} ends or begins in half a character (a lone surrogate).`,
      HINT,
      EXIT.usage,
    );
  }
  const given = issue?.input === undefined ? ' is missing; it' : ` is ${excerpt(issue.input)}; it`;
  const takes = typeof issue?.path.at(-1) === 'number' ? 'objects, each with "title"' : TAKES[key];
  return new UserError(`"${String(key)}"${where}${given} takes ${takes}.`, HINT, EXIT.usage);
}
