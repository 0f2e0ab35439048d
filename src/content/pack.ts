import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import * as z from 'zod';
import type { Card } from '../domain/card.ts';
import { FAMILIES, type PromptTemplate } from '../domain/choice.ts';
import { EVIDENCE, type Exercise } from '../domain/exercise.ts';
import { RECORD_KINDS } from '../domain/exercise-record.ts';
import { AREAS, type ConversationQuestion, type Facet } from '../domain/facet.ts';
import { type Library, PACK_PARTS, type Pack, type PackProblem } from '../domain/library.ts';
import { didYouMean } from '../domain/nearest.ts';

/** More than this is no pack that somebody wrote. */
const MOST_BYTES = 256 * 1024;

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,63}$/, 'letters, digits and - only, 2 to 64');
const version = z.int().min(1);
const sentence = z
  .string()
  .min(1)
  .max(400)
  .refine(isPlain, 'plain text without control characters');
const page = z.string().min(1).max(4000).refine(isPlain, 'plain text without control characters');

const prompt = z
  .strictObject({
    id,
    version,
    family: z.enum(FAMILIES),
    about: z.enum(['me', 'team', 'person']),
    tone: z.enum(['problem', 'strength', 'open']),
    text: sentence,
    sensitive: z.literal(true).optional(),
  })
  .refine(({ about, text }) => (about === 'person') === text.includes('{person}'), {
    path: ['text'],
    error: '{person} where, and only where, "about" is person',
  }) as unknown as z.ZodType<PromptTemplate>;

/** An exercise as a pack holds it. */
export const exerciseShape = z.strictObject({
  id,
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, 'small letters, digits and - only'),
  version,
  title: sentence,
  purpose: sentence,
  evidence: z.enum(EVIDENCE),
  source: sentence,
  steps: z.array(sentence).min(1).max(12),
  when: sentence,
  not: sentence.optional(),
  success: sentence,
  followUp: z.strictObject({ days: z.int().min(1).max(365), prompt: sentence }),
  facets: z.array(id),
  minutes: z.int().min(1).max(480),
  who: z.enum(['alone', 'pair', 'team']),
  records: z.enum(RECORD_KINDS),
  family: z.enum(FAMILIES),
});
const exercise = exerciseShape as unknown as z.ZodType<Exercise>;

const question: z.ZodType<ConversationQuestion> = z.strictObject({
  id,
  version,
  text: sentence,
  facets: z.array(id),
});

const facet: z.ZodType<Facet> = z.strictObject({
  id,
  version,
  area: z.enum(AREAS),
  title: sentence,
  ask: sentence,
  freshDays: z.int().min(1).max(3650),
});

/** A card as a pack holds it. */
export const cardShape = z.strictObject({
  id,
  version,
  title: sentence,
  topic: sentence,
  text: page,
  evidence: z.enum(EVIDENCE),
  sources: z.array(sentence).min(1),
  action: sentence,
});
const card: z.ZodType<Card> = cardShape;

/** The one schema of all packs, shipped and own. */
export const packSchema = z.strictObject({
  pack: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and - only'),
  title: sentence.optional(),
  prompts: z.array(prompt).optional(),
  exercises: z.array(exercise).optional(),
  questions: z.array(question).optional(),
  facets: z.array(facet).optional(),
  cards: z.array(card).optional(),
}) satisfies z.ZodType<Pack>;

/** The keys of each part, for the nearest one to a mistyped one. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['pack', 'title', ...PACK_PARTS],
  prompts: ['id', 'version', 'family', 'about', 'tone', 'text', 'sensitive'],
  exercises: [
    'id', 'slug', 'version', 'title', 'purpose', 'evidence', 'source', 'steps', 'when', 'not', 'success',
    'followUp', 'facets', 'minutes', 'who', 'records', 'family',
  ],
  followUp: ['days', 'prompt'],
  questions: ['id', 'version', 'text', 'facets'],
  facets: ['id', 'version', 'area', 'title', 'ask', 'freshDays'],
  cards: ['id', 'version', 'title', 'topic', 'text', 'evidence', 'sources', 'action'],
}; // biome-ignore format: one part a line

/**
 * Reads a pack from YAML. Data only: no tags, no aliases, no key twice.
 * @param known what is there already: an id that stands there is refused.
 */
export function readPack(bytes: Uint8Array, file: string, known: Library): Pack | PackProblem {
  const problem = (message: string, line: number | null = null): PackProblem => ({
    file,
    line,
    message,
  });
  if (bytes.length > MOST_BYTES) return problem('it is larger than 256 kB');
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('it is not UTF-8 text');
  }
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    schema: 'core',
    merge: false,
    logLevel: 'error',
    // Looked for below: the parser compares each key with all others.
    uniqueKeys: false,
  });
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong) return problem(firstLine(wrong.message), wrong.linePos?.[0].line ?? null);
  const odd = oddNode(document);
  if (odd) return problem(odd.message, lines.linePos(odd.at).line);
  const parsed = packSchema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true });
  const lineAt = (path: readonly PropertyKey[]) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  if (!parsed.success) {
    // A mistyped key also makes the right one missing: the typing is what to mend.
    const { issues } = parsed.error;
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    const path = issue?.path ?? [];
    if (issue?.code === 'unrecognized_keys') {
      const key = issue.keys[0] ?? '';
      return problem(
        `"${key}" is no key here.${didYouMean(key, keysAt(path))}`,
        keyLine(document, path, key, lines),
      );
    }
    const key = path.filter((part) => typeof part === 'string').at(-1) ?? 'the pack';
    return problem(`"${String(key)}" ${wrongness(issue)}`, lineAt(path));
  }
  const taken = idsTaken(parsed.data, known);
  return taken ? problem(`the id "${taken.id}" is taken already`, lineAt(taken.path)) : parsed.data;
}

/** What the parser lets through and a pack does not: aliases, and the same key twice. */
function oddNode(
  document: ReturnType<typeof parseDocument>,
): { message: string; at: number } | undefined {
  let odd: { message: string; at: number } | undefined;
  visit(document, {
    Alias: (_, node) => {
      odd ??= { message: 'aliases (*) are not taken', at: node.range?.[0] ?? 0 };
    },
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name))
          odd ??= { message: `"${name}" stands there twice`, at: key.range?.[0] ?? 0 };
        seen.add(name);
      }
    },
  });
  return odd;
}

function wrongness(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_value': {
      if (issue.input === undefined) return 'is missing';
      const values = issue.values.map(String);
      const said = typeof issue.input === 'string' ? issue.input : '';
      return `is none of ${values.join(', ')}.${didYouMean(said, values)}`;
    }
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `has to be ${issue.expected}`;
    default:
      return `is wrong: ${issue?.message ?? ''}`;
  }
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const names = path.filter((part) => typeof part === 'string').map(String);
  return KEYS[names.at(-1) ?? ''] ?? [];
}

function keyLine(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  key: string,
  lines: LineCounter,
): number | null {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return null;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? lines.linePos(range[0]).line : null;
}

function idsTaken(pack: Pack, known: Library): { id: string; path: PropertyKey[] } | undefined {
  for (const part of PACK_PARTS) {
    const seen = new Set(
      known[part].flatMap((each) => ('slug' in each ? [each.id, each.slug] : [each.id])),
    );
    for (const [i, each] of (pack[part] ?? []).entries()) {
      for (const name of 'slug' in each ? [each.id, each.slug] : [each.id]) {
        if (seen.has(name)) return { id: name, path: [part, i] };
        seen.add(name);
      }
    }
  }
  return undefined;
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll('\n', ' '));
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
