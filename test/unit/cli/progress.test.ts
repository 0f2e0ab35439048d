import { describe, expect, test } from 'vitest';
import type { Context } from '../../../src/cli/context.ts';
import { progressOf } from '../../../src/cli/export-part.ts';
import { Progress } from '../../../src/cli/progress.ts';

/** A place where time passes as the test says, and what was written to stderr. */
function place({
  terminals = ['stderr'],
  json = false,
}: {
  terminals?: string[];
  json?: boolean;
} = {}) {
  const written: string[] = [];
  let now = 0;
  const context = {
    options: { json },
    world: {
      ticks: () => now,
      isTerminal: (stream: string) => terminals.includes(stream),
      write: (stream: string, text: string) => {
        expect(stream).toBe('stderr');
        written.push(text);
      },
    },
  } as unknown as Context;
  return { context, written, pass: (ms: number) => (now += ms) };
}

describe('a bar', () => {
  test('is drawn once work takes long, grows, and is gone at the end', async () => {
    const { context, written, pass } = place();
    const bar = new Progress(context, 100);
    await bar.while(() => {
      bar.add(10);
      pass(800);
      bar.add(15);
      pass(50);
      bar.add(5);
      pass(100);
      bar.add(70);
    });
    expect(written).toEqual([
      `\r  ${'='.repeat(6)}${'.'.repeat(18)}  25 %`,
      `\r  ${'='.repeat(24)} 100 %`,
      `\r${' '.repeat(32)}\r`,
    ]);
  });

  test('goes also when the work fails', async () => {
    const { context, written, pass } = place();
    const bar = new Progress(context, 2);
    const failing = bar.while(() => {
      for (const _ of bar.over([1, 2, 3])) pass(800);
      throw new Error('no more');
    });
    await expect(failing).rejects.toThrow('no more');
    expect(written.at(-1)?.trim()).toBe('');
    // More than was thought is all of it.
    expect(written.at(-2)).toContain('100 %');
  });

  test.each([
    ['no terminal is there', { terminals: [] }],
    ['JSON is asked for', { json: true }],
  ])('is never drawn where %s', (_, where) => {
    const { context, written, pass } = place(where);
    const bar = new Progress(context, 2);
    for (const _each of bar.over([1, 2])) pass(800);
    bar.end();
    expect(written).toEqual([]);
  });

  test('is drawn beside a file that is written, and not into a text on the same screen', () => {
    for (const [out, drawn] of [
      ['out.md', true],
      [undefined, false],
    ] as const) {
      const { context, written, pass } = place({ terminals: ['stdout', 'stderr'] });
      const bar = progressOf(context, 2, out);
      for (const _ of bar.over([1, 2])) pass(800);
      expect(written.length > 0).toBe(drawn);
    }
  });
});
