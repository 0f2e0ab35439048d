/** A figure that may be shown. */
export type Value<T> = { readonly kind: 'value' } & Readonly<T>;

/** A figure that may not be shown yet, and what is missing, in words that end a sentence: `3 more settled guesses`. */
export interface Needs {
  readonly kind: 'needs';
  readonly needs: string;
}

/** A figure, or what it lacks: never a number that means nothing. */
export type Measured<T> = Value<T> | Needs;

export function needs(what: string): Needs {
  return { kind: 'needs', needs: what };
}

/** `1 more week`, `3 more weeks`. */
export function more(n: number, one: string, many = `${one}s`): string {
  return `${n} more ${n === 1 ? one : many}`;
}

/** @throws RangeError unless every one is a whole number of 0 or more: anything else was never counted. */
export function checkCounts(...counts: readonly number[]): void {
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`no count: ${count}`);
  }
}
