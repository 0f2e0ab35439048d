import { JSONParser } from '@streamparser/json';
import type { UserError } from '../errors.ts';

/** The members of "entries" in a JSON document, as they come. @throws what `refuse` makes of what is no JSON. */
export function* jsonEntries(
  chunks: Iterable<Uint8Array | string>,
  refuse: () => UserError,
): Generator<unknown> {
  const parser = new JSONParser({
    paths: ['$.entries.*'],
    keepStack: false,
    // Without it the parser decodes a text in pieces, and loses a byte order mark (U+FEFF) that a piece begins with.
    stringBufferSize: 1 << 16,
  });
  let ready: unknown[] = [];
  let failed = false;
  parser.onValue = ({ value }) => ready.push(value);
  parser.onError = () => {
    failed = true;
  };
  for (const chunk of chunks) {
    if (!parser.isEnded) parser.write(chunk);
    if (failed) throw refuse();
    const values = ready;
    ready = [];
    yield* values;
  }
  if (!parser.isEnded) parser.end();
  if (failed) throw refuse();
}

/** The fields of a JSON object; undefined for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
