import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/table.ts';
import { packSchema } from '../../../src/content/pack.ts';
import { SHIPPED } from '../../../src/content/shipped.ts';
import { FAMILIES } from '../../../src/domain/choice.ts';
import { libraryOf } from '../../../src/domain/library.ts';

const { prompts, exercises, questions, facets, cards } = libraryOf(SHIPPED);
const words = (text: string) => text.split(/\s+/).length;

it.each(SHIPPED.map((pack) => [pack.pack, pack] as const))(
  'the shipped %s fit the schema of packs',
  (_, pack) => {
    expect(packSchema.safeParse(pack).error?.issues ?? []).toEqual([]);
  },
);

it('no id stands twice, in any part', () => {
  for (const part of [prompts, exercises, questions, facets, cards]) {
    const ids = part.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  }
});

describe('the prompts', () => {
  it.each(FAMILIES)(
    'hold at least ten of the family %s, two of them on what went well',
    (family) => {
      const own = prompts.filter((each) => each.family === family);
      expect(own.length).toBeGreaterThanOrEqual(10);
      expect(own.filter(({ tone }) => tone === 'strength').length).toBeGreaterThanOrEqual(2);
      expect(own.filter(({ about }) => about !== 'person').length).toBeGreaterThanOrEqual(8);
    },
  );

  it('ask what went well in one of five, and about a person in 25 to 30', () => {
    const strong = prompts.filter(({ tone }) => tone === 'strength').length / prompts.length;
    expect(strong).toBeGreaterThan(0.18);
    expect(strong).toBeLessThan(0.26);
    const personal = prompts.filter(({ about }) => about === 'person').length;
    expect(personal).toBeGreaterThanOrEqual(25);
    expect(personal).toBeLessThanOrEqual(30);
  });

  it('can be read at a glance, and none of them twice', () => {
    for (const { text } of prompts) expect(words(text), text).toBeLessThanOrEqual(21);
    expect(new Set(prompts.map(({ text }) => text.toLowerCase())).size).toBe(prompts.length);
  });
});

it('there are the twenty exercises, each with steps short enough for a screen', () => {
  expect(exercises.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `X${i + 1}`));
  for (const step of exercises.flatMap(({ steps }) => steps))
    expect(words(step), step).toBeLessThanOrEqual(30);
});

it('exercises and questions name facets that there are', () => {
  const known = new Set(facets.map(({ id }) => id));
  const named = [...exercises, ...questions].flatMap((each) => each.facets);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

it('every facet has three questions at least, and there are sixty', () => {
  expect(questions.length).toBeGreaterThanOrEqual(60);
  for (const { id } of facets) {
    expect(questions.filter((each) => each.facets.includes(id)).length, id).toBeGreaterThanOrEqual(
      3,
    );
  }
});

it('there are twenty cards, each with a dated source and one thing to do', () => {
  expect(cards.length).toBeGreaterThanOrEqual(20);
  for (const { id, sources, action } of cards) {
    expect(
      sources.every((source) => /\(\d{4}\)/.test(source)),
      id,
    ).toBe(true);
    expect(words(action), id).toBeLessThanOrEqual(30);
  }
});

it('no text sends the user to a command that there is not', () => {
  const names = new Set(COMMANDS.map(({ name }) => name));
  const texts = [
    ...cards.flatMap(({ text, action }) => [text, action]),
    ...exercises.flatMap(({ steps }) => steps),
  ];
  const called = texts.flatMap((text) => [
    ...text.matchAll(/\b(?:with|see|run|do|at|plan|store it tonight with) praxis ([a-z]+)/g),
  ]);
  expect(called.map(([, name]) => name).filter((name) => !names.has(name ?? ''))).toEqual([]);
});

it('prose is calm: no exclamation marks', () => {
  const texts = [...prompts, ...questions, ...cards].map(({ text }) => text);
  expect(texts.filter((text) => text.includes('!'))).toEqual([]);
});
