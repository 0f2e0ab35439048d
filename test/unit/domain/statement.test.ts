import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/domain/day.ts';
import {
  readSentence,
  SENTENCE_LONGEST,
  type Statement,
  saysAlready,
  sentenceProblem,
} from '../../../src/domain/statement.ts';
import { EXIT } from '../../../src/errors.ts';
import { refusalOf } from '../../support/refusal.ts';

describe('one sentence', () => {
  test.each([
    ['', /no sentence/],
    [' \n ', /no sentence/],
    ['one\ntwo', /several/],
    ['one\r\ntwo', /several/],
    ['one\u2028two', /several/],
    ['x'.repeat(201), /201 characters/],
    ['语'.repeat(300), /300 characters/],
    ['x\ud800', /half a character/],
  ])('%j is none', (text, says) => {
    expect(sentenceProblem(text)).toMatch(says);
    const refusal = refusalOf(() => readSentence(text, 'praxis focus set "SENTENCE"'));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.hint).toContain('praxis focus set');
  });

  test('is kept as it was typed, without the space around it', () => {
    expect(readSentence('  We ship  weekly.\n', 'x')).toBe('We ship  weekly.');
    expect(readSentence('🙂'.repeat(SENTENCE_LONGEST), 'x')).toHaveLength(2 * SENTENCE_LONGEST);
  });

  test('what was read once is read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (text) => {
        if (sentenceProblem(text) !== undefined) return;
        const read = readSentence(text, 'x');
        expect(readSentence(read, 'x')).toBe(read);
        expect([...read].length).toBeLessThanOrEqual(SENTENCE_LONGEST);
      }),
    );
  });
});

describe('the same words', () => {
  const kept: Statement = {
    id: '1',
    kind: 'focus',
    on: '2026-11-20' as Day,
    text: 'We ship weekly',
    because: 'we waited',
  };
  test.each([
    ['We ship weekly', null, true],
    ['We ship weekly', 'we waited', true],
    ['We ship weekly', 'another reason', false],
    ['We ship daily', null, false],
  ])('%s because %s: %s', (text, because, same) => {
    expect(saysAlready(kept, text, because)).toBe(same);
    expect(saysAlready(undefined, text, because)).toBe(false);
  });
});
