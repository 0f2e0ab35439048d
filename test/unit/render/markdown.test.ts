import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Day } from '../../../src/domain/day.ts';
import type { Answers, Session } from '../../../src/domain/session.ts';
import {
  type DayLine,
  fileName,
  MARKDOWN_MARK,
  markdownFile,
  markdownPieces,
  type Per,
  PLAIN_LOOK,
  pagesOf,
  peopleOf,
} from '../../../src/render/markdown.ts';
import { anyCharacter } from '../../support/characters.ts';

let made = 0;
function session(on: string, answers: Answers, more: Partial<Session> = {}): Session {
  made += 1;
  return {
    id: `0190000${made}-0000-7000-8000-000000000000`,
    kind: 'daily',
    on: on as Day,
    week: '2026-W47',
    zone: 'Europe/Berlin',
    startedAt: `${on}T18:10:00.000Z`,
    endedAt: `${on}T18:13:00.000Z`,
    seconds: 150,
    source: 'terminal',
    revision: 1,
    recallLagDays: 0,
    late: false,
    answers,
    person: null,
    minutes: null,
    met: null,
    ...more,
  };
}

/** All of it as one document. */
function markdownDocument(sessions: readonly Session[], lines: readonly DayLine[] = []): string {
  const pages = pagesOf(sessions, lines);
  const people = [...new Set(sessions.flatMap(peopleOf))].sort();
  const front = {
    title: 'praxis journal',
    from: pages[0]?.on ?? null,
    to: pages.at(-1)?.on ?? null,
    people,
  };
  return [...markdownPieces(front, pages, PLAIN_LOOK)].join('');
}

function markdownFiles(sessions: readonly Session[], per: Per): { name: string; text: string }[] {
  const byFile = Map.groupBy(pagesOf(sessions), ({ on }) => fileName(on, per));
  return [...byFile].map(([name, pages]) => ({ name, text: markdownFile(pages, per, PLAIN_LOOK) }));
}

const asked = {
  id: 'p',
  version: 1,
  question: 'What came half-solved?',
  person: null,
  text: 'Two proposals.',
};

/** A text as a quotation: every byte of it behind the marks. */
const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

function frontMatter(text: string): Record<string, unknown> {
  const [, matter = ''] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? [];
  return parse(matter);
}

describe('an export to Markdown', () => {
  test('is one file a month, or one a day, the earliest first', () => {
    const sessions = [
      session('2026-12-01', {}),
      session('2026-11-20', {}),
      session('2026-11-19', {}),
    ];
    expect(markdownFiles(sessions, 'month').map(({ name }) => name)).toEqual([
      '2026-11.md',
      '2026-12.md',
    ]);
    expect(markdownFiles(sessions, 'day').map(({ name }) => name)).toEqual([
      '2026-11-19.md',
      '2026-11-20.md',
      '2026-12-01.md',
    ]);
    expect(markdownFiles([], 'month')).toEqual([]);
  });

  test('begins with front matter that tells what it is', () => {
    const [file] = markdownFiles(
      [session('2026-11-20', { prompt: { ...asked, person: 'lee' } })],
      'month',
    );
    const text = file?.text ?? '';
    expect(text.split('\n').slice(0, 2)).toEqual(['---', MARKDOWN_MARK]);
    expect(frontMatter(text)).toEqual({
      generator: 'praxis',
      title: 'November 2026',
      date: '2026-11-20',
      tags: ['praxis'],
      people: ['lee'],
    });
  });

  test('names the days that it spans', () => {
    const text = markdownDocument([session('2026-11-20', {}), session('2026-10-02', {})]);
    expect(frontMatter(text)).toMatchObject({ from: '2026-10-02', to: '2026-11-20' });
  });

  test.each(['null', 'true', 'no', '007', '1e3', '2026'])(
    'the person "%s" is a text in the front matter',
    (code) => {
      const text = markdownDocument([
        session('2026-11-20', { note: 'x' }, { kind: 'moment', person: code }),
      ]);
      expect(frontMatter(text)['people']).toEqual([code]);
    },
  );

  test('has a heading for each day, and below it one for each entry with its time on the wall', () => {
    const text = markdownDocument([
      session('2026-11-20', { note: 'b' }, { kind: 'moment', person: 'lee' }),
      session('2026-11-19', { note: 'a' }),
    ]);
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# praxis journal',
      '## 2026-11-19 Thursday',
      '### 19:10 daily session',
      '## 2026-11-20 Friday',
      '### 19:10 moment, lee',
    ]);
  });

  test('puts counts in a table, in the order of the counters, zeros too and skipped ones not', () => {
    const text = markdownDocument([
      session('2026-11-20', { tallies: { 'w:fit': 1, c: 2, 'a!': 1, a: 0, b: null } }),
    ]);
    expect(text).toContain(
      [
        '| counted | n |',
        '| --- | ---: |',
        '| you answered or decided | 0 |',
        '| you answered or decided, it had to be you | 1 |',
        '| you handed back | 2 |',
        '| asked why, or challenged you, fit | 1 |',
      ].join('\n'),
    );
    expect(text).not.toContain('bare');
  });

  test('has no table where nothing was counted', () => {
    expect(markdownDocument([session('2026-11-20', { tallies: { a: null } })])).not.toContain('|');
  });

  test('says what was skipped, what was amended and what came late', () => {
    const text = markdownDocument([
      session('2026-11-20', { prompt: { ...asked, text: null } }, { revision: 2, late: true }),
    ]);
    expect(text).toContain('**What came half-solved?**\n\n*skipped*');
    expect(text).toContain('*revision 2, counted late: in no index*');
  });

  test('holds ratings, outcomes and plans in words', () => {
    const text = markdownDocument([
      session('2026-11-20', {
        yesterday: 'no-cue',
        R1: 3,
        intention: { if: 'Lee asks', then: 'ask back' },
      }),
    ]);
    expect(text).toContain('The plan before: the moment never came.');
    expect(text).toContain('Stance felt: 3 of 5');
    expect(text).toContain('Next: if Lee asks, then ask back.');
  });

  test('keeps every byte of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, minLength: 1 }), (text) => {
        const document = markdownDocument([
          session('2026-11-20', { note: text, prompt: { ...asked, text } }),
        ]);
        expect(document.split(quoted(text)).length).toBeGreaterThanOrEqual(3);
      }),
      { seed: 1, numRuns: 150 },
    );
    const odd = 'a\r\nb \u202e \u0000 [[link]] #tag\n---\n| x |\ne\u0301';
    expect(markdownDocument([session('2026-11-20', { note: odd })])).toContain(
      `\n\n${quoted(odd)}\n`,
    );
  });

  test('is the same for the same journal', () => {
    const sessions = [session('2026-11-20', { note: 'b' }), session('2026-11-19', { R1: 2 })];
    expect(markdownDocument(sessions)).toBe(markdownDocument([...sessions].reverse()));
  });
});
