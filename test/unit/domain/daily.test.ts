import { describe, expect, test } from 'vitest';
import { countersOf, type DailyOffer, planEvening, templateOf } from '../../../src/domain/daily.ts';
import type { Day } from '../../../src/domain/day.ts';
import { isEmpty } from '../../../src/domain/session.ts';

const offer: DailyOffer = {
  on: '2026-11-20' as Day,
  yesterday: { if: 'Lee asks', then: 'ask back', madeOn: '2026-11-19' as Day },
  followUp: null,
  pair: 'motion',
  rating: 'R2',
  prompt: { id: 'p', version: 1, question: 'What?', person: null, text: null },
  cue: 'I meet lee',
  pace: 'full',
  quick: false,
  short: false,
  countable: true,
};

describe('an evening', () => {
  test('with time asks everything', () => {
    expect(planEvening(offer)).toMatchObject({
      pair: 'motion',
      rating: 'R2',
      prompt: offer.prompt,
      oneSentence: false,
    });
  });

  test('that runs long goes without the rating', () => {
    expect(planEvening({ ...offer, pace: 'without-rating' })).toMatchObject({
      rating: null,
      oneSentence: false,
    });
  });

  test('that runs far too long asks for one sentence only', () => {
    expect(planEvening({ ...offer, pace: 'short' })).toMatchObject({
      rating: null,
      oneSentence: true,
      prompt: offer.prompt,
    });
  });

  test('in a hurry keeps the plans and the counts', () => {
    const plan = planEvening({ ...offer, quick: true });
    expect(plan).toMatchObject({
      rating: null,
      prompt: null,
      pair: 'motion',
      yesterday: offer.yesterday,
    });
  });

  test('after a gap keeps three steps: the plan, stance and arrival, the next plan', () => {
    const plan = planEvening({
      ...offer,
      short: true,
      followUp: { exercise: 'X1', question: '?' },
    });
    expect(plan).toMatchObject({
      yesterday: offer.yesterday,
      followUp: null,
      pair: 'core',
      rating: null,
      prompt: null,
    });
    expect(countersOf(plan)).toEqual(['a', 'a!', 'c', 'b', 'p']);
  });

  test('too far back asks for no number at all', () => {
    const plan = planEvening({ ...offer, countable: false });
    expect(plan).toMatchObject({ pair: null, rating: null, prompt: offer.prompt });
    expect(countersOf(plan)).toEqual([]);
    expect(templateOf(plan)).not.toHaveProperty('tallies');
  });

  test('asks for stance and arrival every time, and for one pair in turn', () => {
    expect(countersOf({ pair: 'questions' })).toEqual(['a', 'a!', 'c', 'b', 'p', 'd', 'w']);
    expect(countersOf({ pair: 'motion' })).toEqual(['a', 'a!', 'c', 'b', 'p', 's', 'i']);
    expect(countersOf({ pair: 'routing' })).toEqual(['a', 'a!', 'c', 'b', 'p', 'h', 'x']);
  });
});

describe('the template of an evening', () => {
  test('names what is asked, with nothing answered', () => {
    expect(templateOf(planEvening(offer))).toEqual({
      yesterday: null,
      tallies: { a: null, 'a!': null, c: null, b: null, p: null, s: null, i: null },
      R2: null,
      prompt: offer.prompt,
      intention: null,
      note: null,
    });
  });

  test('leaves out what is not asked', () => {
    const template = templateOf(
      planEvening({ ...offer, yesterday: null, prompt: null, quick: true }),
    );
    expect(Object.keys(template)).toEqual(['tallies', 'intention', 'note']);
    expect(isEmpty(template)).toBe(false);
  });
});
