import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hold, Target } from '../../support/fuzz.ts';
import {
  anyBytes,
  anyJson,
  anyText,
  changed,
  partChanged,
  trick,
  wholeText,
} from '../../support/hostile.ts';

// A file that is imported comes in whole, or not at all; what came in goes out with one undo, and comes in once.

let target: Target;
let lines: string;
let pages: string;
beforeAll(async () => {
  target = new Target();
  lines = (await target.try(['export', 'jsonl'], { raw: true })).stdout;
  pages = (await target.try(['export', 'markdown'], { raw: true })).stdout;
});
afterAll(() => target[Symbol.dispose]());

const fixture = (name: string) => readFileSync(`test/fixtures/import/${name}`, 'utf8');
const JRNL = fixture('jrnl/plain.txt');
const DAYONE = fixture('dayone/Journal.json');
const NOTE = '---\ndate: 2026-11-01\ntags: [a, "#b"]\n---\n# A day\n\nwith @lee and #tag\n';

const jrnl = fc.oneof(
  { weight: 3, arbitrary: changed(JRNL) },
  { weight: 1, arbitrary: fc.array(anyText, { maxLength: 5 }).map((texts) => texts.map((text) => `[2026-11-01 10:00] ${text}`).join('\n')) },
  { weight: 1, arbitrary: fc.tuple(trick, anyText).map(([date, text]) => `[${date}] ${text}\n${text}`) },
); // biome-ignore format: a table
const entries = anyJson(
  'metadata version entries uuid creationDate modifiedDate timeZone starred tags text richText location duration photos'.split(
    ' ',
  ),
  ['2026-11-01T10:00:00Z', 'Europe/Zurich', 'ABC'],
);
const dayone = fc.oneof(
  { weight: 3, arbitrary: changed(DAYONE) },
  { weight: 1, arbitrary: entries.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: entries.map((value) => JSON.stringify({ entries: [value] })) },
  {
    weight: 3,
    arbitrary: partChanged(
      JSON.parse(DAYONE),
      ['entries', 'uuid', 'text', 'location'],
      ['Europe/Zurich'],
    ).map((value) => JSON.stringify(value)),
  },
);
const jrnlJson = fc.oneof(
  { weight: 2, arbitrary: changed(fixture('jrnl/export.json')) },
  {
    weight: 1,
    arbitrary: anyJson('entries title body date time tags starred'.split(' '), [
      '2026-11-01',
      '10:00',
      '@lee',
    ]).map((value) => JSON.stringify({ entries: [value] })),
  },
);
const front = anyJson('date created day tags tag people starred title'.split(' '), [
  '2026-11-01',
  '2026-11-01T10:00:00+02:00',
]);
const markdown = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('date', 'tags', 'people', 'x'), front, anyText)
      .map(([key, value, text]) => `---\n${key}: ${JSON.stringify(value)}\n---\n${text}`),
  },
  { weight: 2, arbitrary: changed(NOTE) },
  {
    weight: 1,
    arbitrary: fc.tuple(trick, anyText).map(([date, text]) => `---\ndate: ${date}\n---\n${text}`),
  },
  { weight: 1, arbitrary: anyText.map((text) => `---\n${text}\n---\n${text}`) },
);
/** One row of the journal with something else in one of its columns, as a file of its own. */
const row = fc
  .tuple(fc.nat(10_000), fc.nat(20), fc.oneof(anyText, anyJson(['a', 'id'])))
  .map(([which, column, value]) => {
    const rows = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const picked = rows[1 + (which % (rows.length - 1))];
    const names = Object.keys(picked);
    const name = names[column % names.length] ?? 'id';
    return [
      rows[0],
      ...rows.slice(1).map((each) => (each === picked ? { ...each, [name]: value } : each)),
    ]
      .map((each) => `${JSON.stringify(each)}\n`)
      .join('');
  });
const jsonl = fc.oneof(
  { weight: 4, arbitrary: row },
  { weight: 2, arbitrary: fc.nat().chain(() => changed(lines)) },
  {
    weight: 1,
    arbitrary: anyJson(['record', 'id', 'schema']).map(
      (value) => `{"schema":"praxis.journal/1"}\n${JSON.stringify(value)}\n`,
    ),
  },
);
const own = fc.nat().chain(() => changed(pages));

const DOORS: readonly (readonly [format: string, content: fc.Arbitrary<string>])[] = [
  ['jsonl', jsonl],
  ['jrnl', jrnl],
  ['jrnl as JSON', jrnlJson],
  ['dayone', dayone],
  ['markdown', markdown],
  ['markdown of praxis', own],
];

describe.each(DOORS)('import of %s', (format, content) => {
  const name = format.split(' ')[0] ?? '';
  test('takes it in as one action, or nothing of it', async () => {
    const bytes = fc.oneof(
      { weight: 8, arbitrary: content as fc.Arbitrary<string | Uint8Array> },
      { weight: 1, arbitrary: fc.oneof(anyBytes, anyText) },
    );
    await hold(
      `import of ${format}`,
      fc.tuple(bytes, fc.boolean(), fc.constantFrom('full', 'none')),
      async ([input, asFile, into]) => {
        target.reset();
        const at = into === 'none' ? ['--journal', `${target.out}/new.db`] : [];
        const file = asFile
          ? target.put(name === 'markdown' ? 'in/2026-11-02.md' : 'in/x', input)
          : '-';
        const words = ['import', name, file, ...at];
        const said = asFile ? {} : { input };
        const rehearsed = await target.try([...words, '--dry-run', '--json'], said);
        const came = await target.try([...words, '--json'], said);
        expect(came.code, `${rehearsed.stderr} ${came.stderr}`).toBe(rehearsed.code);
        if (came.code !== 0) {
          expect([1, 2, 5], came.stderr).toContain(came.code);
          return;
        }
        const { added, unchanged } = JSON.parse(came.stdout) as {
          added: number;
          unchanged: number;
        };
        expect(JSON.parse(rehearsed.stdout)).toMatchObject({ added, unchanged });
        const again = JSON.parse((await target.try([...words, '--json'], said)).stdout);
        expect(again).toMatchObject({ added: 0, unchanged: added + unchanged });
        // What came in is shown by whatever shows it, and goes out and back.
        for (const args of [['list'], ['show', 'last'], ['today'], ['search', 'a']])
          await target.try([...args, ...at], { terminal: input.length % 2 === 0 });
        const out = await target.try(['export', 'jsonl', ...at], { raw: true });
        expect(out.code).toBe(0);
        if (added > 0) expect((await target.try(['undo', ...at])).code).toBe(0);
        const before = into === 'none' ? '{"schema":"praxis.journal/1"}\n' : lines;
        if (added > 0)
          expect((await target.try(['export', 'jsonl', ...at], { raw: true })).stdout).toBe(before);
      },
    );
  });
});

test('a text of another journal comes in as it was', async () => {
  // Day One writes a backslash before what its Markdown would read; that one goes.
  const text = wholeText.filter((each) => each.trim() !== '' && !each.includes('\\'));
  await hold('texts of imports', text, async (said) => {
    target.reset();
    const uuid = 'A'.repeat(32);
    const input = JSON.stringify({
      entries: [{ uuid, creationDate: '2026-11-01T10:00:00Z', text: said }],
    });
    const came = await target.try(['import', 'dayone', '-'], { input });
    expect(came.code, came.stderr).toBe(0);
    const rows = (await target.try(['export', 'jsonl'], { raw: true })).stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const kept = rows.filter(
      (each) => each.record === 'answer' && each.on_day === '2026-11-01' && each.item === 'note',
    );
    expect(kept.map((each) => each.text.trim())).toEqual([said.trim()]);
  });
});

test('an archive with wrong bytes is read or refused', async () => {
  const zip = readFileSync('test/fixtures/import/dayone/export.zip');
  const wrong = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 6 });
  await hold('archives', fc.tuple(wrong, fc.option(fc.nat(zip.length))), async ([bytes, cut]) => {
    target.reset();
    const copy = Buffer.from(zip);
    for (const [at, byte] of bytes) copy[at] = byte;
    const file = target.put('in/export.zip', cut === null ? copy : copy.subarray(0, cut));
    const before = target.tree();
    await target.try(['import', 'dayone', file]);
    expect(target.tree()).toEqual(before);
  });
});

test('values of a CSV file come in whole or not at all, and are tested for a drift without being kept', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '2026-W44',
      '2026-11-02',
      '1',
      '-1',
      '1e5',
      '0.5',
      '1,5',
      '',
      'NaN',
      '"',
      'rework',
    ),
    anyText,
  );
  const table = fc.array(
    fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(',')),
    { maxLength: 6 },
  );
  const csv = fc.oneof(
    {
      weight: 3,
      arbitrary: changed('week,rework,nps\n2026-W44,1,2\n2026-W45,2,\n2026-W46,4,-3\n'),
    },
    { weight: 2, arbitrary: table.map((rows) => ['week,rework', ...rows].join('\n')) },
    { weight: 1, arbitrary: table.map((rows) => rows.join('\n')) },
    { weight: 1, arbitrary: fc.oneof(anyBytes, anyText) as fc.Arbitrary<string> },
  );
  await hold('values of series', csv, async (input) => {
    target.reset();
    const dry = await target.try(['series', 'import', '-', '--dry-run', '--json'], { input });
    const came = await target.try(['series', 'import', '-', '--json'], { input });
    expect(came.code, `${dry.stderr} ${came.stderr}`).toBe(dry.code);
    await target.try(['series', 'test', '-'], { input });
    if (came.code !== 0) return;
    for (const args of [['series'], ['trends'], ['trends', '--csv']])
      await target.try(args, { terminal: true });
    const again = await target.try(['series', 'import', '-', '--json'], { input });
    expect(again.code, again.stderr).toBe(0);
    expect((await target.try(['export', 'jsonl'], { raw: true })).code).toBe(0);
  });
});
