import { rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** Libraries that only some commands need: a file of their own each, read at the first use. */
const SEPARATE: Readonly<Record<string, string>> = {
  '@inquirer/core': 'inquirer-core',
  '@stdlib/stats-base-dists-beta-quantile': 'beta-quantile',
  '@stdlib/stats-base-dists-binomial-cdf': 'binomial-cdf',
  '@stdlib/stats-base-dists-binomial-pmf': 'binomial-pmf',
  '@stdlib/stats-base-dists-gamma-quantile': 'gamma-quantile',
  '@stdlib/stats-base-dists-normal-cdf': 'normal-cdf',
  '@streamparser/json': 'stream-json',
  'better-sqlite3': 'sqlite',
  chalk: 'chalk',
  'csv-parse/sync': 'csv-parse',
  'csv-stringify/sync': 'csv',
  inquirer: 'inquirer',
  'jsonc-parser': 'jsonc',
  yaml: 'yaml',
  yauzl: 'yauzl',
  zod: 'zod',
};

// Node reads every property of a platform module when a program first loads it, and so `node:util` or `node:process`
// start streams, workers and web crypto that nobody asked for. Here each is loaded at the first use of its first function.
const platformModules: Plugin = {
  name: 'platform-modules',
  setup(builder) {
    builder.onResolve({ filter: /^[a-z_:/]+$/ }, ({ path }) =>
      isBuiltin(path)
        ? { path: `node:${path.replace(/^node:/, '')}`, namespace: 'platform' }
        : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'platform' }, ({ path }) => ({
      contents: `module.exports = ${path === 'node:process' ? 'globalThis.process' : atFirstUse(path)};`,
      loader: 'js',
    }));
  },
};

function atFirstUse(path: string): string {
  const take = `process.getBuiltinModule('${path}')`;
  const exported: unknown = process.getBuiltinModule(path);
  // A module that is itself a function or a class (`node:events`) can only be taken whole.
  if (typeof exported !== 'object' || exported === null) return take;
  const getters = Object.keys(exported).map(
    (name) => `get ${JSON.stringify(name)}() { return load().${name}; }`,
  );
  return `(() => { let m; const load = () => (m ??= ${take}); return { ${getters.join(', ')} }; })()`;
}

const separateLibraries: Plugin = {
  name: 'separate-libraries',
  setup(builder) {
    builder.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      const name = SEPARATE[path];
      return name && kind !== 'entry-point' ? { path: `./${name}.cjs`, external: true } : undefined;
    });
  },
};

// better-sqlite3 without its online backup, which praxis does not use and which alone would load `node:util`,
// and with its own search for the compiled part, which has to run from where the package lies.
const sqlite: Plugin = {
  name: 'sqlite',
  setup(builder) {
    builder.onLoad({ filter: /better-sqlite3\/lib\/methods\/backup\.js$/ }, () => ({
      contents: "module.exports = () => { throw new Error('use VACUUM INTO'); };",
    }));
    builder.onLoad({ filter: /better-sqlite3\/lib\/binding\.js$/ }, () => ({
      contents: `const { dirname, join } = require('node:path');
        const at = dirname(require.resolve('better-sqlite3/package.json'));
        module.exports = require(join(at, 'lib', 'binding.js'));`,
    }));
  },
};

const common: BuildOptions = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  // One file in CommonJS, each module of it run when it is first imported: loading it takes a third of the time that
  // the same modules take as files of their own (docs: ARCHITECTURE.md, "Start-up").
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  minify: true,
  legalComments: 'none',
  external: ['better-sqlite3/package.json'],
  // The module builds of packages that have two: the other one asks for files by relative path.
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'praxisUrl' },
  banner: {
    js: "const praxisUrl = 'file://' + encodeURI(__filename).replace(/[?#]/g, encodeURIComponent);",
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...common,
  entryPoints: ['src/praxis.ts', 'src/query-child.ts'],
  plugins: [platformModules, separateLibraries],
});
await build({
  ...common,
  // Some of these are in no other form in the package, so their licences have to be.
  legalComments: 'external',
  entryPoints: Object.entries(SEPARATE).map(([path, out]) => ({ in: path, out })),
  plugins: [platformModules, separateLibraries, sqlite],
});
