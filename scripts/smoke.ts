import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// The built program, once around: keeps an evening, shows it, takes it out, brings it back.
const home = mkdtempSync(join(tmpdir(), 'praxis-smoke-'));
const run = (args: string[], input = '', journal = 'journal.db') => {
  const env = { PATH: process.env['PATH'], HOME: home, PRAXIS_JOURNAL: join(home, journal) };
  const done = spawnSync(process.execPath, [resolve('bin/praxis.js'), ...args], {
    env,
    input,
    encoding: 'utf8',
  });
  if (done.status !== 0)
    throw new Error(`praxis ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
};

try {
  const version = run(['--version']).trim();
  run(
    ['reflect', '--answers', '-'],
    '{"answers":{"tallies":{"a":1,"c":2},"prompt":"I asked first."}}',
  );
  if (!run([]).includes('handed back 2 of 3'))
    throw new Error('praxis does not show what was counted');
  const records = run(['export', 'jsonl']);
  run(['import', 'jsonl', '-'], records, 'second.db');
  if (run(['export', 'jsonl'], '', 'second.db') !== records)
    throw new Error('the journal came back different');
  console.log(`smoke: praxis ${version} keeps, shows, exports and imports`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
