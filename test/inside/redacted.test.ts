import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VIEWS } from '../../src/domain/views.ts';
import { InProcess } from '../support/in-process.ts';
import { putNamed } from '../support/named.ts';

// Every column that holds words has somebody's name in it: what leaves with --redact has it nowhere.

// In JSON a line break is written as a letter.
const SAID = 'Zora met\nlee, and\tQuist said "lee"';

test('whatever holds words, no export that takes names out has one left', async () => {
  using inside = new InProcess();
  const file = join(inside.path, '.local/share/praxis/journal.db');
  putNamed(file, SAID, 'lee');
  const now = '2026-11-13T08:00:00.000Z';
  const exports = [
    ['markdown', '--redact'],
    ['markdown', '--redact', '--links'],
    ['markdown', '--for', 'coach'],
    ['jsonl', '--redact'],
    ...VIEWS.map(({ view }) => ['csv', '--view', view, '--redact']),
  ];
  for (const args of exports) {
    const { code, stdout } = await inside.run(['export', ...args], { now, held: false });
    expect({ args, code }).toEqual({ args, code: 0 });
    expect(stdout, args.join(' ')).not.toMatch(/zora|quist|\blee\b/i);
  }
});
