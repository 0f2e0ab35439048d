import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const page = readFileSync('SECURITY.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<
    string,
    { resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean }
  >;
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

  test('says what every package is for, and lists none that is not there', () => {
    const { dependencies, devDependencies } = manifest;
    const scope = (name: string) => (/^@(stdlib|types)\//.exec(name) ? name.split('/')[0] : name);
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      expect(page).toContain(scope(name));
    const listed = page
      .slice(page.indexOf('| package |'), page.indexOf('Those below are used'))
      .split('\n')
      .slice(2)
      .flatMap((line) => (line.split('|')[1] ?? '').split(','))
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('@stdlib'));
    expect(listed.sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe('what is installed', () => {
  test('has one exact version of each package', () => {
    const { dependencies, devDependencies } = manifest;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('comes from the registry with a checksum, and runs no script but what is allowed', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(100);
    for (const [path, { resolved, integrity, hasInstallScript }] of packages) {
      // Left out, it is the registry's.
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(
        /^https:\/\/registry\.npmjs\.org\//,
      );
      expect(integrity, path).toMatch(/^sha512-/);
      if (hasInstallScript)
        expect(manifest.allowScripts, path).toHaveProperty([
          path.split('node_modules/').at(-1) ?? '',
        ]);
    }
    const allowed = Object.entries(manifest.allowScripts).filter(([, runs]) => runs);
    expect(allowed).toEqual([['node', true]]);
  });
});

test('no file of praxis’s own opens a connection', () => {
  const sources = globSync('src/**/*.ts');
  expect(sources.length).toBeGreaterThan(300);
  for (const file of sources)
    expect(readFileSync(file, 'utf8'), file).not.toMatch(
      /node:(net|http|https|http2|tls|dgram|dns)\b|\bfetch\(|\bWebSocket\b|\bEventSource\b/,
    );
});
