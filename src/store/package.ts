import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where this praxis is installed. By the package's own name: a relative path would break once it is bundled. */
export function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('praxis/package.json'));
}

export function version(): string {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;
}
