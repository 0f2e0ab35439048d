#!/usr/bin/env node
// Written for any Node that reads modules: better-sqlite3 brings an old Node down without a word,
// so the version is checked here, before anything else is loaded.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

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
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  process.stdout.write(`${JSON.parse(manifest).version}\n`);
} else {
  const cache = privateCache();
  if (cache) nodeModule.enableCompileCache(cache);
  void import('../dist/praxis.js');
}

// Compiled code that others could replace would run as you: a folder only you can enter, or no cache.
function privateCache() {
  try {
    const { XDG_CACHE_HOME: xdg = '' } = process.env;
    const folder = join(isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'praxis');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode, uid } = statSync(folder);
    const mine = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
    return mine ? folder : undefined;
  } catch {
    return undefined;
  }
}
