import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOfTag, type Item, linksIn, tagsIn } from '../../../src/domain/foreign.ts';
import { OrderFinder, readDate } from '../../../src/formats/date.ts';
import { datePattern } from '../../../src/formats/date-pattern.ts';
import { jrnlEntries, jrnlStyle } from '../../../src/formats/jrnl.ts';
import type { TextFile } from '../../../src/formats/text-file.ts';
import { anyCharacter } from '../../support/characters.ts';
import { refusalOf } from '../../support/refusal.ts';

function fileOf(content: string, path = ''): TextFile {
  return { name: 'x.txt', path, lines: () => content.replace(/\n$/, '').split('\n') };
}

function read(content: string, pattern: string | null = null): Item[] {
  const file = fileOf(content);
  return [...jrnlEntries(file, jrnlStyle([file], { pattern, symbols: '@' }))];
}

describe('a date', () => {
  test.each([
    ['2026-11-20 18:00', '2026-11-20', '18:00:00'],
    ['2026-11-20T18:00:05', '2026-11-20', '18:00:05'],
    ['2026/1/5 6:05 PM', '2026-01-05', '18:05:00'],
    ['20261120', '2026-11-20', null],
    ['20.11.2026 08:30', '2026-11-20', '08:30:00'],
    ['20/11/26', '2026-11-20', null],
    ['20 November 2026, 6pm', '2026-11-20', '18:00:00'],
    ['Friday, Nov 20th, 2026 at 12:05 a.m.', '2026-11-20', '00:05:00'],
    ['Sept 5, 2026', '2026-09-05', null],
    ['Mon Nov  2 09:00:00 2026', '2026-11-02', '09:00:00'],
    ['2. Nov 2026', '2026-11-02', null],
    ['18:30', null, '18:30:00'],
    ['12:00 AM', null, '00:00:00'],
    ['12:00 pm', null, '12:00:00'],
  ])('"%s" is read', (text, day, time) => {
    expect(readDate(text, 'day-first')).toMatchObject({ day, time });
  });

  test.each([
    '2026-02-30 10:00',
    '2026-13-01',
    '2026-11-20 24:00',
    '2026-11-20 10:60',
    '13:00 PM',
    '0:30 am',
    'x',
    '',
    '1',
    'link',
    'Marchy 5, 2026',
    '2026-11',
    '31.11.2026',
    '99/99/2026',
    '0000-01-01',
    '123456789',
  ])('"%s" is none', (text) => {
    expect(readDate(text, 'day-first')).toBeUndefined();
  });

  test('of two numbers is read in the order given', () => {
    expect(readDate('03/04/2026', 'day-first')?.day).toBe('2026-04-03');
    expect(readDate('03/04/2026', 'month-first')?.day).toBe('2026-03-04');
  });

  const found = (...dates: string[]) => {
    const finder = new OrderFinder();
    for (const date of dates) finder.see(date);
    return finder.found;
  };
  test.each([
    [['13/04/2026', '01/05/2026'], 'day-first', true],
    [['04/13/2026', '05/01/2026'], 'month-first', true],
    [['03.04.2026'], 'day-first', true],
    [['01/02/2026', '02/01/2026', '03/01/2026'], 'month-first', false],
    [['01/02/2026', '02/02/2026', '01/03/2026'], 'day-first', false],
    [['13/04/2026', '04/13/2026', '14/04/2026'], 'day-first', false],
    [[], 'day-first', true],
    [['2026-03-04'], 'day-first', true],
  ])('%j: %s, certain: %s', (dates, order, certain) => {
    expect(found(...dates)).toEqual({ order, certain });
  });

  test.each([
    ['%d.%m.%Y %H:%M', '20.11.2026 18:00', '2026-11-20', '18:00:00', 16],
    ['%Y-%m-%d %I:%M %p', '2026-11-20 06:00 PM rest', '2026-11-20', '18:00:00', 19],
    ['%A, %d %B %Y', 'Friday, 20 November 2026', '2026-11-20', null, 24],
    ['%F %R', '2026-11-20 18:00', '2026-11-20', '18:00:00', 16],
    ['%-d/%-m/%y', '5/1/26', '2026-01-05', null, 6],
    ['%H:%M', '18:00 x', null, '18:00:00', 5],
    ['%c', 'Mon Nov  2 09:00:07 2026', '2026-11-02', '09:00:07', 24],
    ['%x %X', '02/11/26 21:05:07', '2026-02-11', '21:05:07', 17],
    ['%d.%m.%Y %r', '02.11.2026 09:00:07 PM', '2026-11-02', '21:00:07', 22],
    ['%d %h %Y %H:%M:%S.%f', '2 Nov 2026 09:00:07.123456', '2026-11-02', '09:00:07', 26],
  ])('the format %s reads "%s"', (pattern, text, day, time, length) => {
    expect(datePattern(pattern)(text)).toEqual({ day, time, format: pattern, length });
  });

  test.each(['', 'DD.MM.YYYY', '%Q', '%d', '%d.%d.%Y', '%m-%d', '%b %B %d %Y', '%'])(
    'the format "%s" is refused',
    (pattern) => {
      expect(refusalOf(() => datePattern(pattern)).message).toContain('--date-format');
    },
  );

  test('no text makes a reader fail or run on', () => {
    const reader = datePattern('%d.%m.%Y %H:%M');
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (text) => {
        for (const order of ['day-first', 'month-first'] as const) readDate(text, order);
        reader(text);
      }),
      { seed: 8, numRuns: 500 },
    );
    const began = performance.now();
    for (const text of [
      ' '.repeat(50_000),
      '1'.repeat(50_000),
      '1/'.repeat(30_000),
      `a${' '.repeat(50_000)}b`,
    ])
      readDate(text, 'day-first');
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a tag', () => {
  test.each([
    ['@lee, #work', '@#', ['@lee', '#work']],
    ['@Lee and @lee', '@', ['@Lee']],
    ['a@b.org #1 % #', '@#%', []],
    ['(@lee) "@sam"', '@', []],
    ['one\n@two\n\t@three', '@', ['@two', '@three']],
    ['@jürgen #c++ #a/b', '@#', ['@jürgen', '#c++', '#a/b']],
  ])('of "%s" with %s', (text, symbols, tags) => {
    expect(tagsIn(text, symbols)).toEqual(tags);
  });

  test('of a wiki is a link to somebody, whatever stands around their code', () => {
    const text =
      '[[lee]] [[People/Sam|Samir]] [[ kim ]] [[lee#June|x]] ![[picture]] [[]] [[a[b]] [[two\nlines]]';
    expect(linksIn(text)).toEqual(['lee', 'Sam', 'kim']);
  });

  test('names a code without its symbol and what ends a sentence', () => {
    expect(['@Lee', '#lee', '@lee*', 'Lee', '@JÜRGEN'].map(codeOfTag)).toEqual([
      'lee',
      'lee',
      'lee',
      'lee',
      'jürgen',
    ]);
  });
});

describe('a journal of jrnl', () => {
  /** As jrnl writes an entry: no line of it may be taken for a header. */
  const line = fc
    .string({ unit: anyCharacter.filter((each) => !/[\n\r\ufeff]/.test(each)), maxLength: 30 })
    .filter((each) => !/^[[\d]/.test(each));
  const title = line.filter((each) => each.trim() !== '' && !each.trimEnd().endsWith('*'));
  const body = fc.array(line, { maxLength: 4 }).map((lines) => {
    const end = lines.findLastIndex((each) => each !== '');
    return lines.slice(0, end + 1);
  });
  const minute = fc.integer({
    min: Date.UTC(1990, 0, 1) / 60_000,
    max: Date.UTC(2030, 0, 1) / 60_000,
  });
  const entry = fc.record({ minute, title, body, starred: fc.boolean() });

  test.each(['brackets', 'plain'])('gives back every entry that was written (%s)', (style) => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (entries, parted) => {
          const at = ({ minute: m }: { minute: number }) =>
            new Date(m * 60_000).toISOString().slice(0, 16);
          const content = entries
            .map((each) => {
              const date = at(each).replace('T', ' ');
              const head = style === 'brackets' ? `[${date}]` : date;
              return `${[`${head} ${each.title}${each.starred ? ' *' : ''}`, ...each.body].join('\n')}\n`;
            })
            .join(parted ? '\n' : '');
          const read_ = read(content).flatMap((item) => ('entry' in item ? [item.entry] : []));
          expect(read_.map(({ wall, text, starred }) => [wall, text, starred])).toEqual(
            entries.map((each) => [
              `${at(each)}:00`,
              [each.starred ? each.title.trimEnd() : each.title, ...each.body].join('\n'),
              each.starred,
            ]),
          );
        },
      ),
      { seed: 8, numRuns: 200 },
    );
  });

  test('whatever a file holds, no word of it is lost', () => {
    const anything = fc.array(
      fc.oneof(
        fc.string({ unit: anyCharacter.filter((each) => each !== '\n'), maxLength: 20 }),
        fc.constantFrom(
          '',
          '[2026-11-20 18:00] Title',
          '[2026-11-20 18:00]',
          '2026-11-20 18:00 Old',
          '[2026-99-20 18:00] No',
          '[x] y',
          '*',
        ),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anything, (lines) => {
        const items = read(lines.join('\n'));
        const kept = items
          .map((item) =>
            'entry' in item ? item.entry.text : 'leftOut' in item ? lines.join('\n') : '',
          )
          .join('\n');
        for (const each of lines) {
          const words = each
            .replace(/^(\[[^\]]*\]|2026-11-20 18:00)( |$)/, '')
            .replace(/\s*\*\s*$/, '')
            .trim();
          expect(kept).toContain(words);
        }
      }),
      { seed: 8, numRuns: 400 },
    );
  });
});
