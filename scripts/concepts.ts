import { writeFileSync } from 'node:fs';
import { CONCEPTS, type Practice } from '../src/content/concepts.ts';

// The page of ideas and where each is practised: npm run concepts writes it, a test holds it to the code.

const IN_WORDS: Readonly<Record<Practice['kind'], (name: string) => string>> = {
  command: (name) => `\`praxis ${name}\``,
  prompt: (name) => `prompt ${name}`,
  exercise: (name) => `exercise ${name}`,
  record: (name) => `record \`${name}\``,
  rating: (name) => `rating ${name}`,
  counter: (name) => `counter \`${name}\``,
};

export function conceptsPage(): string {
  const rows = CONCEPTS.map(({ row, idea, practised }) => {
    const where = practised.map(({ kind, name }) => IN_WORDS[kind](name));
    return `| ${row} | ${idea} | ${where.join(', ')} |`;
  });
  return `${[
    '# Ideas and where they are practised',
    '',
    'Each idea behind praxis, and what in it a user can do about it. Written by `npm run concepts` from',
    '`src/content/concepts.ts`; a test fails when a row names nothing, or something that does not exist.',
    '',
    '| # | idea | practised in |',
    '| ---: | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

if (import.meta.main) writeFileSync('docs/concepts.md', conceptsPage());
