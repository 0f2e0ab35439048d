import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';

/** Builds the program once before the tests that run it, unless dist is newer than every source. */
export default function setup(): void {
  const sources = [...globSync('src/**/*.ts'), 'scripts/build.ts', 'package.json'];
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  const built = 'dist/praxis.cjs';
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}
