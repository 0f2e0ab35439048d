import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { conceptsPage } from '../../../scripts/concepts.ts';
import { COMMANDS } from '../../../src/cli/table.ts';
import { CONCEPTS, type Practice } from '../../../src/content/concepts.ts';
import { SHIPPED } from '../../../src/content/shipped.ts';
import { libraryOf } from '../../../src/domain/library.ts';
import { parseTallyKey } from '../../../src/domain/tally.ts';
import { VIEWS } from '../../../src/domain/views.ts';

const library = libraryOf(SHIPPED);
const exists: Record<Practice['kind'], Set<string> | ((name: string) => boolean)> = {
  command: new Set<string>(),
  prompt: new Set(library.prompts.map(({ id }) => id)),
  exercise: new Set(library.exercises.map(({ id }) => id)),
  record: new Set(VIEWS.map(({ view }) => view)),
  rating: new Set(['R0', 'R1', 'R2', 'R3', 'R4', 'R5']),
  counter: (name) => parseTallyKey(name) !== undefined,
};
const commands = exists.command as Set<string>;

beforeAll(async () => {
  for (const { name, load } of COMMANDS) {
    const program = new Command();
    (await load()).register(program, () => {
      throw new Error('not run');
    });
    commands.add(name);
    for (const sub of program.commands[0]?.commands ?? []) commands.add(`${name} ${sub.name()}`);
  }
});

describe('the ideas that praxis turns into practice', () => {
  test('are all there, each once, in order', () => {
    expect(CONCEPTS.map(({ row }) => row)).toEqual(Array.from({ length: 68 }, (_, i) => i + 1));
    expect(new Set(CONCEPTS.map(({ idea }) => idea)).size).toBe(68);
  });

  test.each(CONCEPTS.map((each) => [`${each.row} ${each.idea}`, each] as const))(
    '%s: is practised somewhere, and what it names is there',
    (_, { practised }) => {
      expect(practised.length).toBeGreaterThan(0);
      for (const { kind, name } of practised) {
        const known = exists[kind];
        const there = typeof known === 'function' ? known(name) : known.has(name);
        expect(there, `${kind} ${name}`).toBe(true);
      }
    },
  );

  test('stand on a page of the documentation as they stand here', () => {
    expect(readFileSync('docs/concepts.md', 'utf8')).toBe(conceptsPage());
  });
});
