import * as z from 'zod';

/** A document that praxis prints or takes, described: `session` stands in it as `praxis.session/1`. */
export interface Described {
  readonly name: string;
  /** What it is, and the command that prints or takes it. */
  readonly about: string;
  readonly use: 'printed' | 'taken';
  readonly shape: z.ZodType;
}

/**
 * A document of `--json`. Strict: the schema says all that this version prints, so a key that is not described is found
 * by the tests. Later versions may add keys under the same number; none changes its meaning.
 */
export function document(
  name: string,
  about: string,
  shape: z.core.$ZodShape,
): Described & { readonly shape: z.ZodObject } {
  return {
    name,
    about,
    use: 'printed',
    shape: z.strictObject({ schema: z.literal(schemaName(name)), ...shape }),
  };
}

/** A document that lists: its one key is its name. */
export function list(name: string, about: string, each: z.ZodType): Described {
  return document(name, about, { [name]: z.array(each) });
}

/** `praxis.session/1`: what stands in the document, and the `$id` of its schema. */
export function schemaName(name: string): string {
  return `praxis.${name}/1`;
}

export const text = z.string();
export const count = z.int().min(0);
export const id = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .describe('shown short elsewhere; any unambiguous prefix is accepted');
export const person = text.describe("a person's code");
export const day = z.iso.date();
export const week = z
  .string()
  .regex(/^\d{4}-W\d{2}$/)
  .describe('an ISO week');
export const instant = z.iso.datetime().describe('in UTC');
export const share = z.number().min(0).max(1);
