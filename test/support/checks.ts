import { expect } from 'vitest';
import type { Outcome } from './praxis.ts';

/** What a terminal would obey and a reader could not see. Tab and line feed are layout. */
export const OBEYED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A sequence that colours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
export const COLOUR = /\u001b\[[0-9;]*m/;

/** The few sequences that praxis itself writes: bold, dim, cyan, yellow and their ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
export const OWN_COLOURS = /\u001b\[(?:1|2|22|33|36|39)m/g;

/** Sets the window's title, colours, clears the screen, turns the reading direction, ends a C string. */
export const HOSTILE =
  'x\u001b]0;owned\u0007y\u001b[31mred\u001b[2J\u009b5m\u202eturned\u2066\u061c\u0000end';

/** Two lines: what happened, and what to do. */
export const refusedSentence = /^praxis: .+\n.+\n$/;

/** A command refused: nothing on stdout; on stderr one line that says what happened and one that says what to do. */
export function refused(outcome: Outcome, code: number, says: string | RegExp = ''): void {
  expect(outcome.stdout).toBe('');
  expect(outcome.stderr).toMatch(refusedSentence);
  expect(outcome.stderr).toMatch(says);
  expect(outcome.code).toBe(code);
}

/** The same with `--json`: one JSON object on stderr, and nothing else anywhere. */
export function refusedAsJson(outcome: Outcome, code: number, says: string | RegExp = ''): void {
  expect(outcome.stdout).toBe('');
  const { error } = JSON.parse(outcome.stderr) as {
    error: { code: number; message: string; hint: string };
  };
  expect(Object.keys(error).sort()).toEqual(['code', 'hint', 'message']);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(says);
  expect(error.hint).not.toBe('');
  expect(outcome.code).toBe(code);
}
