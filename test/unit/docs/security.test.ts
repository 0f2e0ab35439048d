import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const page = readFileSync('SECURITY.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** `test/x.test.ts` "name", "name": the tests that a promise names. */
const NAMED = /`(test\/[\w/.-]+\.ts)` ("[^"]+"(?:, "[^"]+")*)/g;

describe('SECURITY.md', () => {
  const named = [...page.matchAll(NAMED)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => [file, name] as const),
  );

  test('names a test for every promise', () => {
    const promises = page
      .slice(page.indexOf('| promise |'), page.indexOf('## What it does not'))
      .trim()
      .split('\n')
      .slice(2);
    expect(promises.length).toBeGreaterThanOrEqual(13);
    for (const line of promises) expect([...line.matchAll(NAMED)].length, line).toBeGreaterThan(0);
  });

  test.each(named)('%s: %s', (file, name) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(name);
  });

  test('says what every package is for', () => {
    const { dependencies, devDependencies } = manifest;
    const scope = (name: string) => (/^@(stdlib|types)\//.exec(name) ? name.split('/')[0] : name);
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      expect(page).toContain(scope(name));
  });
});
