import { rmSync } from 'node:fs';
import { build } from 'esbuild';

// Bundled and split: one file for what every command needs, one for each command and what only it needs.
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/praxis.ts', 'src/query-child.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  minify: true,
  // The module builds of packages that have two: the other one asks for files by relative path.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  external: ['better-sqlite3'],
  // Packages in CommonJS ask for `require` inside a bundle of modules.
  banner: {
    js: "import { createRequire as praxisRequire } from 'node:module'; const require = praxisRequire(import.meta.url);",
  },
});
