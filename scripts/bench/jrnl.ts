import { existsSync, writeFileSync } from 'node:fs';

/** 400 words that are none. */
const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo wu xa ye zi cho she'.split(' ');
const HOUR = 3_600_000;

/** The text of entry n, always the same: a title, a line or two of thirty words, now and then somebody's tag. */
export function jrnlText(n: number): string {
  const word = (i: number) =>
    `${SYLLABLES[(n * 7 + i * 3) % 20]}${SYLLABLES[(n * 11 + i * i) % 20]}${i % 9 === 8 ? '\n' : ''}`;
  const body = Array.from({ length: 30 }, (_, i) => word(i)).join(' ');
  return `Entry ${n} of the day.\n${body}${n % 3 === 0 ? ' @lee' : ''}`;
}

/** When entry n was written, as jrnl writes it: two hours apart. */
export function jrnlTime(n: number): string {
  return new Date(Date.UTC(2000, 0, 1) + 2 * n * HOUR).toISOString().slice(0, 16).replace('T', ' ');
}

/** Writes a journal of jrnl with that many entries, two hours apart, if it is not there yet. */
export function makeJrnl(file: string, entries: number): void {
  if (existsSync(file)) return;
  const pieces: string[] = [];
  for (let n = 0; n < entries; n++) {
    pieces.push(`[${jrnlTime(n)}] ${jrnlText(n)}\n`);
  }
  writeFileSync(file, pieces.join('\n'));
}
