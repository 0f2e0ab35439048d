import { readFileSync } from 'node:fs';
import type { Line } from './commands.ts';
import { InProcess } from './in-process.ts';

// A program of its own, to be started as another user: runs command lines on one journal, and prints what came of each.

/** What it reads on stdin. */
export interface Errand {
  readonly journal: string;
  readonly now: string;
  readonly lines: readonly Line[];
}

const { journal, now, lines } = JSON.parse(readFileSync(0, 'utf8')) as Errand;
using inside = new InProcess();
const outcomes = [];
for (const { args, input = '' } of lines)
  outcomes.push(await inside.run([...args, '--journal', journal], { input, now }));
process.stdout.write(JSON.stringify(outcomes));
