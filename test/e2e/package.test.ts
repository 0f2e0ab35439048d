import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Home } from '../support/praxis.ts';

const PATH = process.env['PATH'] ?? '';
const OUR_NODE = dirname(process.execPath);

/** Folders of this machine with a Node that praxis does not support. */
function oldNodes(): string[] {
  const folders = new Set([...PATH.split(delimiter), '/usr/bin', '/usr/local/bin']);
  return [...folders].filter((folder) => {
    if (!existsSync(join(folder, 'node'))) return false;
    const { stdout, status } = spawnSync(join(folder, 'node'), ['--version'], { encoding: 'utf8' });
    return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1] ?? 99) < 22;
  });
}

/** What npm is to see: not the settings that the npm which started these tests hands down. */
const env = Object.fromEntries(
  Object.entries({ ...process.env, PATH: `${OUR_NODE}${delimiter}${PATH}` }).filter(
    ([key]) => !/^npm_/i.test(key),
  ),
);

describe('the package', () => {
  let folder: string;
  let installed: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'praxis-pack-'));
    const source = join(folder, 'source');
    // A clean copy: what is built or generated stays behind.
    cpSync(resolve('.'), source, {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist|\.git|test)$/.test(path),
    });
    symlinkSync(realpathSync('node_modules'), join(source, 'node_modules'));
    execFileSync('npm', ['pack', '--pack-destination', folder, '--silent'], { cwd: source, env });
    const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    installed = join(folder, 'installed');
    execFileSync(
      'npm',
      [
        'install',
        '-g',
        '--prefix',
        installed,
        '--prefer-offline',
        '--no-audit',
        '--no-fund',
        '--silent',
        join(folder, tarball),
      ],
      { env, stdio: 'pipe' },
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const praxis = (home: Home, node: string, args: string[], input = '') =>
    spawnSync(join(installed, 'bin/praxis'), args, {
      env: home.env({ env: { PATH: `${node}${delimiter}${PATH}` } }),
      input,
      encoding: 'utf8',
    });

  test('holds the program and what it reads, and no sources or tests', () => {
    const root = join(installed, 'lib/node_modules/praxis');
    const files = readdirSync(root);
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'bin', 'dist', 'migrations', 'package.json']),
    );
    for (const name of ['src', 'test', 'scripts', 'biome.json']) expect(files).not.toContain(name);
  });

  test('installed, keeps an evening, shows it and answers a query', () => {
    using home = new Home();
    const input = '{"answers":{"tallies":{"a":1,"c":2},"prompt":"I asked first."}}';
    expect(praxis(home, OUR_NODE, ['reflect', '--answers', '-'], input)).toMatchObject({
      status: 0,
      stdout: '  Kept: 2026-11-20, revision 1.\n',
      stderr: '',
    });
    expect(praxis(home, OUR_NODE, []).stdout).toContain('handed back 2 of 3');
    expect(
      praxis(home, OUR_NODE, ['query', 'SELECT count(*) AS n FROM v_tally', '--json']).stdout,
    ).toContain('"n": 2');
    expect(praxis(home, OUR_NODE, ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  for (const node of oldNodes()) {
    test(`under the Node of ${node} says in one sentence what is needed`, () => {
      using home = new Home();
      for (const args of [[], ['reflect', '--answers', '-'], ['--version'], ['--help']]) {
        const { status, stdout, stderr } = praxis(home, node, args, '{}');
        expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
        expect(stderr).toMatch(/^praxis: this is Node [\d.]+; praxis needs Node [^\n]*\.\n$/);
      }
      expect(readdirSync(home.path)).toEqual([]);
    });
  }
});
