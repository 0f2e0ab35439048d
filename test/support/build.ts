import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openProgram, type Program } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program where another account can reach it. */
    openProgram: Program;
  }
}

/** Builds the program once before the tests that run it, unless dist is newer than every source. */
export default function setup(project: TestProject): () => void {
  const sources = [...globSync('src/**/*.ts'), 'scripts/build.ts', 'package.json'];
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  const built = 'dist/praxis.cjs';
  if (!existsSync(built) || statSync(built).mtimeMs <= newest) build();
  const { program, remove } = openProgram();
  project.provide('openProgram', program);
  return remove;
}

function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}
