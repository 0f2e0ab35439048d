import * as z from 'zod';
import { type Described, schemaName } from './shape.ts';

/** What a format looks like, in place of the library's expressions: they count the days of every month. */
const PATTERNS: Readonly<Record<string, string>> = {
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  'date-time': '^\\d{4}-\\d{2}-\\d{2}T.+(Z|[+-]\\d{2}:\\d{2})$',
};

/** A described document as JSON Schema, draft 2020-12. What only code can check (a day that the calendar has) is left out. */
export function jsonSchema({ name, about, shape }: Described): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The limits of the number type itself: every whole number in JSON has them, and nobody needs to read them.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      const pattern = PATTERNS[jsonSchema.format ?? ''];
      if (pattern) jsonSchema.pattern = pattern;
    },
  });
  return { $schema, $id: schemaName(name), title: name, description: about, ...schema };
}
