#!/usr/bin/env node
// Written for any Node that reads modules, and without imports: better-sqlite3 brings an old Node down without
// a word, so the version is checked before anything is loaded; and a module that is imported here costs its whole price.
const [major, minor, patch] = process.versions.node.split('.').map(Number);
const supported =
  major >= 26 ||
  (major === 24 && minor >= 15) ||
  (major === 22 && (minor > 22 || (minor === 22 && patch >= 2)));

if (!supported) {
  process.stderr.write(
    `praxis: this is Node ${process.versions.node}; praxis needs Node 22.22.2, 24.15, 26 or newer, so please put one of those first on your PATH.\n`,
  );
  process.exitCode = 1;
} else if (process.argv.length === 3 && /^(--version|-V)$/.test(process.argv[2])) {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  process.stdout.write(`${JSON.parse(manifest).version}\n`);
} else {
  // Whatever is made from here on, by Node's own cache too, is its owner's alone.
  process.umask(0o077);
  const { createRequire, enableCompileCache } = process.getBuiltinModule('node:module');
  const cache = privateCache();
  if (cache) enableCompileCache(cache);
  createRequire(import.meta.url)('../dist/praxis.cjs');
}

// Compiled code that others could replace would run as you: a folder only you can enter, or no cache.
function privateCache() {
  try {
    const { mkdirSync, statSync } = process.getBuiltinModule('node:fs');
    const { HOME: home = '', XDG_CACHE_HOME: xdg = '' } = process.env;
    const base = xdg.startsWith('/') ? xdg : home.startsWith('/') ? `${home}/.cache` : undefined;
    if (base === undefined) return undefined;
    const folder = `${base}/praxis`;
    // A shell that asks what may come next leaves nothing behind.
    if (process.argv[2] !== '__complete') mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode, uid } = statSync(folder);
    return uid === process.getuid?.() && (mode & 0o077) === 0 ? folder : undefined;
  } catch {
    return undefined;
  }
}
