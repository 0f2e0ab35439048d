import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/table.ts';
import { InProcess } from '../support/in-process.ts';

// The tab key is pressed in the middle of anything: whatever stands on the line, nothing is written.

const LINES = COMMANDS.flatMap(({ name }) => [
  [name, ''],
  [name, '@'],
  [name, '--'],
  [name, '--on', ''],
]);

const files = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

test.each(['no journal, and no folder', 'a journal'])(
  'asking what may come next leaves %s',
  async (there) => {
    using praxis = new InProcess();
    if (there === 'a journal') await praxis.run(['person', 'add', 'lee']);
    const held = () => (there === 'a journal' ? readFileSync(praxis.journal) : null);
    const before = [files(praxis.path), held()];
    for (const line of LINES) {
      const { code, stderr } = await praxis.run(['__complete', 'zsh', ...line]);
      expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: '' });
    }
    expect([files(praxis.path), held()]).toEqual(before);
  },
);
