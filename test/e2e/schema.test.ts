import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { holdTo } from '../support/schemas.ts';

const NAMES = SCHEMAS.map(({ name }) => name);

test('praxis schema lists every schema in 80 columns', () => {
  using home = new Home();
  const { stdout } = home.run(['schema']);
  for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const { schemas } = home.ask<{ schemas: { name: string; id: string }[] }>(['schema']);
  expect(schemas.map(({ name }) => name)).toEqual(NAMES);
  expect(schemas.map(({ id }) => id)).toEqual(NAMES.map((name) => `praxis.${name}/1`));
});

test('praxis schema NAME prints one, the same with --json, and takes the name as documents have it', () => {
  using home = new Home();
  const { code, stdout, stderr } = home.run(['schema', 'session']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'praxis.session/1',
    properties: { schema: { const: 'praxis.session/1' } },
  });
  for (const args of [['session', '--json'], ['praxis.session/1'], ['Session']])
    expect(home.run(['schema', ...args]).stdout).toBe(stdout);
});

test.each(NAMES)('praxis schema %s', (name) => {
  using home = new Home();
  expect(home.run(['schema', name])).toMatchObject({ code: 0, stderr: '' });
});

describe('a name that there is not', () => {
  test.each([
    ['sesion', 'session'],
    ['praxis.sesion/1', 'session'],
    ['anwsers', 'answers'],
  ])('%s names the nearest', (given, nearest) => {
    using home = new Home();
    const says = `There is no schema "${given}". Did you mean "${nearest}"?`;
    refused(home.run(['schema', given]), 2, says);
    refusedAsJson(home.run(['schema', given, '--json']), 2, says);
  });
});

describe('the schema of what is taken', () => {
  test('fits the template of an evening, and refuses what praxis refuses', () => {
    using home = new Home();
    const template = home.run(['reflect', '--template']).json<{ answers: object }>();
    holdTo('praxis.answers/1', template);
    for (const answers of [
      { R1: 6 },
      { mood: 1 },
      { tallies: { a: -1 } },
      { yesterday: 'maybe' },
    ]) {
      expect(() => holdTo('praxis.answers/1', { answers })).toThrow();
      refused(home.run(['reflect', '--answers', '-'], { input: JSON.stringify({ answers }) }), 2);
    }
  });

  test('fits a journal file line by line', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee', '--name', 'Lee']);
    home.run(['tally', 'c2', '@lee', '--minutes', '5', '--contact']);
    home.run(['exercise', 'do', 'X3', '@lee', 'rounds=2', 'accepted=1']);
    const lines = home.run(['export', 'jsonl']).stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) holdTo('praxis.journal/1', JSON.parse(line));
    expect(() => holdTo('praxis.journal/1', { record: 'person' })).toThrow();
  });
});
