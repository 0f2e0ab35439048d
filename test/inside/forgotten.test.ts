import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InProcess } from '../support/in-process.ts';
import { putNamed } from '../support/named.ts';

// Every column that holds words has somebody's name in it: once they are forgotten, no byte of the file has it.

// In JSON a line break before a name is written as a letter.
const SAID = 'We spoke.\nZora said it,\tQuist did not';

test('whatever holds words, none of its bytes names somebody who was forgotten', async () => {
  using inside = new InProcess();
  const file = join(inside.path, '.local/share/praxis/journal.db');
  putNamed(file, SAID, 'zora');
  const now = '2026-11-13T08:00:00.000Z';
  const named = () => /zora|quist/i.exec(readFileSync(file, 'latin1'))?.[0];
  expect(named()).toBeDefined();
  const args = ['person', 'forget', 'zora', '--yes', '--json'];
  const { code, stderr } = await inside.run(args, { now, held: false });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(named()).toBeUndefined();
});
