import { describe, expect, test } from 'vitest';
import { PROMPTS } from '../../../src/content/prompts.ts';
import { RATING_VERSIONS, RATINGS } from '../../../src/content/ratings.ts';
import { FAMILIES } from '../../../src/domain/choice.ts';
import { RATING_ITEMS } from '../../../src/domain/rating.ts';

describe('the shipped prompts', () => {
  test('have ids of their own', () => {
    expect(new Set(PROMPTS.map(({ id }) => id)).size).toBe(PROMPTS.length);
    for (const { id } of PROMPTS) expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
  });

  test('name the person exactly when they are about one', () => {
    for (const { id, about, text } of PROMPTS) {
      expect(text.includes('{person}'), id).toBe(about === 'person');
      expect(text.replaceAll('{person}', ''), id).not.toMatch(/[{}]/);
    }
  });

  test('are enough in every family for a week without people', () => {
    for (const family of FAMILIES) {
      const own = PROMPTS.filter((each) => each.family === family);
      expect(own.length, family).toBeGreaterThanOrEqual(2);
    }
    const always = PROMPTS.filter(({ about, sensitive }) => about !== 'person' && !sensitive);
    expect(always.length).toBeGreaterThan(6);
  });

  test('ask what went well at least once in five', () => {
    const strengths = PROMPTS.filter(({ tone }) => tone === 'strength').length;
    expect(strengths / PROMPTS.length).toBeGreaterThanOrEqual(0.2);
  });
});

test('each daily rating has five anchors and a version', () => {
  for (const item of RATING_ITEMS) {
    expect(RATINGS[item].item).toBe(item);
    expect(new Set(RATINGS[item].anchors).size).toBe(5);
    expect(RATING_VERSIONS[item]).toBe(RATINGS[item].version);
  }
});
