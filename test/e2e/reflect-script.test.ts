import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

interface Stored {
  schema: string;
  id: string | null;
  kind: string;
  on: string;
  week: string;
  source: string;
  revision: number;
  answers: Record<string, unknown> & {
    prompt: { id: string; question: string; person: string | null; text: string | null } | null;
    tallies?: Record<string, number | null>;
  };
}

const EXAMPLE =
  '{"answers":{"tallies":{"a":3,"c":2,"b":1,"p":4},"R1":3,"prompt":"C:\\\\new\\\\notes — Feedback for April: she did great work","intention":{"if":"Lee asks","then":"ask back"}}}';

const reflect = (home: Home, input: string | Uint8Array, ...flags: string[]) =>
  home.run(['reflect', '--answers', '-', ...flags], { input });

test('the answers of an evening are stored as they were written', () => {
  using home = new Home();
  const { code, stdout, stderr } = reflect(home, EXAMPLE, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const stored = JSON.parse(stdout) as Stored;
  expect(stored).toMatchObject({
    schema: 'praxis.session/1',
    kind: 'daily',
    on: '2026-11-20',
    week: '2026-W47',
    source: 'script',
    revision: 1,
  });
  expect(stored.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(stored.answers).toMatchObject({
    tallies: { a: 3, c: 2, b: 1, p: 4 },
    R1: 3,
    intention: { if: 'Lee asks', then: 'ask back' },
  });
  expect(stored.answers.prompt?.text).toBe(
    'C:\\new\\notes — Feedback for April: she did great work',
  );
  expect(home.rows('SELECT code, n FROM v_tally ORDER BY id')).toEqual([
    { code: 'a', n: 3 },
    { code: 'c', n: 2 },
    { code: 'b', n: 1 },
    { code: 'p', n: 4 },
  ]);
  expect(home.rows('SELECT item, value FROM v_rating')).toEqual([{ item: 'R1', value: 3 }]);
  expect(home.rows('SELECT if_text, then_text, outcome FROM v_intention')).toEqual([
    { if_text: 'Lee asks', then_text: 'ask back', outcome: null },
  ]);
});

describe('a text comes back byte for byte', () => {
  const texts: Record<string, string> = {
    'what looks like a time': '1: one on one with sam',
    'what looks like a tag': '#burnout',
    'what looks like a flag': '--replace -x @lee',
    'a byte order mark inside': 'before\ufeffafter',
    'spaces and lines around it': '   \n\t indented, and then\r\n  two spaces  \n',
    'an accent composed': 'caf\u00e9',
    'an accent decomposed': 'cafe\u0301',
    emoji: '👩🏽‍💻🏳️‍🌈 5️⃣',
    'a text from right to left': 'مرحبا بالعالم، قالت «نعم»',
    'a NUL and an escape': 'a\u0000b\u001b[31mc',
    'line separators of Unicode': 'one\u2028two\u2029three\u0085four',
    'what looks like SQL and a formula': `=cmd|'/C calc'!A0'); DROP TABLE session;--`,
    'a megabyte': 'Grüße, 你好. '.repeat(65_536),
  };
  for (const [what, text] of Object.entries(texts)) {
    test(what, () => {
      using home = new Home();
      const input = JSON.stringify({ answers: { prompt: text, note: text } });
      expect(reflect(home, input).code).toBe(0);
      const hex = Buffer.from(text).toString('hex').toUpperCase();
      expect(home.rows('SELECT item, hex(text) AS hex FROM answer ORDER BY item')).toEqual([
        { item: 'note', hex },
        { item: 'prompt', hex },
      ]);
      const { answers } = home.ask<Stored>(['show', 'last']);
      expect(answers['note']).toBe(text);
      expect(answers.prompt?.text).toBe(text);
      const { rows } = home.ask<{ rows: unknown[] }>([
        'query',
        "SELECT text FROM v_answer WHERE item = 'note'",
      ]);
      expect(rows).toEqual([{ text }]);
    });
  }
});

test('a byte order mark in front of the file is no part of it', () => {
  using home = new Home();
  expect(reflect(home, `\ufeff${EXAMPLE}`).code).toBe(0);
  expect(home.rows('SELECT n FROM tally')).toHaveLength(4);
});

test('both ways of writing an accent are found by both ways of asking for it', () => {
  using home = new Home();
  reflect(home, JSON.stringify({ answers: { note: 'the caf\u00e9 talk' } }));
  home.run(['note', 'the cafe\u0301 bill']);
  for (const sought of ['caf\u00e9', 'cafe\u0301', 'CAFE']) {
    const { results } = home.ask<{ results: { text: string }[] }>(['search', sought]);
    expect(results.map(({ text }) => text).sort()).toEqual([
      'the cafe\u0301 bill',
      'the caf\u00e9 talk',
    ]);
  }
});

test('answers come from a file as well as from stdin', () => {
  using home = new Home();
  const file = join(home.path, 'my answers.json');
  writeFileSync(file, EXAMPLE);
  expect(home.run(['reflect', '--answers', file]).code).toBe(0);
  expect(home.rows('SELECT n FROM tally')).toHaveLength(4);
});

test('the same answers again are the same record, whatever the order of their keys', () => {
  using home = new Home();
  const first = JSON.parse(reflect(home, EXAMPLE, '--json').stdout) as Stored;
  const before = home.counts();
  const { answers } = JSON.parse(EXAMPLE) as { answers: Record<string, unknown> };
  const turned = Object.fromEntries(Object.entries(answers).reverse());
  for (const input of [EXAMPLE, JSON.stringify({ answers: turned })]) {
    const { code, stdout } = reflect(home, input, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(first);
  }
  expect(home.counts()).toEqual(before);
});

test('other answers for the same day are a conflict, and nothing is stored', () => {
  using home = new Home();
  reflect(home, EXAMPLE);
  const before = home.counts();
  refused(reflect(home, '{"answers":{"R1":4}}'), 5, /2026-11-20.*\n.*--replace/);
  expect(home.counts()).toEqual(before);
});

test('--replace makes a second revision and keeps the first', () => {
  using home = new Home();
  const first = JSON.parse(reflect(home, EXAMPLE, '--json').stdout) as Stored;
  const { code, stdout } = reflect(
    home,
    '{"answers":{"tallies":{"a":1},"R1":4}}',
    '--replace',
    '--json',
  );
  expect(code).toBe(0);
  const second = JSON.parse(stdout) as Stored;
  expect(second).toMatchObject({
    id: first.id,
    revision: 2,
    answers: { tallies: { a: 1 }, R1: 4 },
  });
  expect(home.rows('SELECT code, n FROM v_tally')).toEqual([{ code: 'a', n: 1 }]);
  const [old] = home.rows<{ revision: number; answers: string }>(
    'SELECT revision, answers FROM revision',
  );
  expect(old?.revision).toBe(1);
  expect(JSON.parse(old?.answers ?? '{}')).toMatchObject({
    tallies: { a: 3, c: 2, b: 1, p: 4 },
    R1: 3,
    prompt: { text: 'C:\\new\\notes — Feedback for April: she did great work' },
  });
});

test('--dry-run says what would be kept and stores nothing', () => {
  using home = new Home();
  const fresh = reflect(home, EXAMPLE, '--dry-run', '--json');
  expect(fresh.code).toBe(0);
  expect(fresh.json<Stored>()).toMatchObject({ id: null, dryRun: true, revision: 1 });
  expect(() => home.files()).toThrow();

  reflect(home, EXAMPLE);
  const before = home.hash();
  expect(reflect(home, '{"answers":{"R1":5}}', '--dry-run', '--replace').code).toBe(0);
  expect(reflect(home, '{"answers":{"R1":5}}', '--dry-run').code).toBe(5);
  expect(home.hash()).toBe(before);
});

test('three things stay different: not asked, asked and skipped, none', () => {
  using home = new Home();
  const input = '{"answers":{"tallies":{"a":0,"c":null},"R1":null,"note":null}}';
  const { answers } = JSON.parse(reflect(home, input, '--json').stdout) as Stored;
  expect(answers).toEqual({ tallies: { a: 0, c: null }, R1: null, note: null });
  expect(home.rows('SELECT item, skipped FROM asked ORDER BY item')).toEqual([
    { item: 'R1', skipped: 1 },
    { item: 'a', skipped: 0 },
    { item: 'c', skipped: 1 },
    { item: 'note', skipped: 1 },
  ]);
  expect(home.rows('SELECT code, n FROM v_tally')).toEqual([{ code: 'a', n: 0 }]);
});

test('words and codes of a counter are the same, and warranted answers stand apart', () => {
  using home = new Home();
  const input = '{"answers":{"tallies":{"answered":3,"aw":1,"handed-back":2,"w:fit":1}}}';
  const { answers } = JSON.parse(reflect(home, input, '--json').stdout) as Stored;
  expect(answers.tallies).toEqual({ a: 3, 'a!': 1, c: 2, 'w:fit': 1 });
});

test('moments of the day and the tallies of the evening add up', () => {
  using home = new Home();
  home.run(['tally', 'c2']);
  reflect(home, '{"answers":{"tallies":{"c":3}}}');
  expect(home.rows("SELECT n FROM v_tally_week WHERE code = 'c'")).toEqual([{ n: 5 }]);
});

test("the answer may name another prompt, and a person for a prompt's question", () => {
  using home = new Home();
  home.run(['person', 'add', 'lee']);
  const input = JSON.stringify({
    answers: { prompt: { id: 'stance-question', text: 'I answered.', person: 'lee' } },
  });
  const { answers } = JSON.parse(reflect(home, input, '--json').stdout) as Stored;
  expect(answers.prompt).toMatchObject({
    id: 'stance-question',
    person: 'lee',
    text: 'I answered.',
  });
  expect(home.rows('SELECT prompt_id, person, text FROM v_answer')).toEqual([
    { prompt_id: 'stance-question', person: 'lee', text: 'I answered.' },
  ]);
});

describe('the template', () => {
  test('is printed without a terminal and without answers, and nothing is stored', () => {
    using home = new Home();
    for (const args of [['reflect'], ['reflect', '--template'], ['reflect', '--no-input']]) {
      const outcome = home.run(args);
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      const { schema, on, answers } = outcome.json<Stored>();
      expect({ schema, on }).toEqual({ schema: 'praxis.answers/1', on: '2026-11-20' });
      expect(Object.keys(answers)).toEqual(['tallies', 'R1', 'prompt', 'intention', 'note']);
      expect(Object.keys(answers.prompt ?? {})).toEqual(['id', 'question', 'person', 'text']);
      expect(answers.prompt?.text).toBeNull();
    }
    expect(() => home.files()).toThrow();
  });

  test('goes back in as it is, and filled in', () => {
    using home = new Home();
    const template = home.run(['reflect', '--template']).stdout;
    expect(reflect(home, template, '--dry-run').code).toBe(0);
    const filled = JSON.parse(template) as Stored;
    if (filled.answers.prompt) filled.answers.prompt.text = 'I asked first.';
    const stored = reflect(home, JSON.stringify(filled), '--json');
    expect(stored.code).toBe(0);
    expect(stored.json<Stored>().answers.prompt).toEqual(filled.answers.prompt);
    expect(reflect(home, template, '--replace').code).toBe(0);
    expect(home.ask<Stored>(['show', 'last']).answers).toEqual(
      (JSON.parse(template) as Stored).answers,
    );
  });

  test('asks the next day what became of the plan', () => {
    using home = new Home();
    reflect(home, EXAMPLE);
    const now = '2026-11-21T18:00:00Z';
    const template = home.run(['reflect', '--template'], { now }).json<Stored>();
    expect(template.answers['yesterday']).toBeNull();
    const input = '{"answers":{"yesterday":"partly"}}';
    expect(home.run(['reflect', '--answers', '-'], { now, input }).code).toBe(0);
    expect(home.rows('SELECT outcome, settled_on FROM v_intention')).toEqual([
      { outcome: 'partly', settled_on: '2026-11-21' },
    ]);
  });

  test('asks no counts for a day that memory does not reach', () => {
    using home = new Home();
    const { answers } = home.run(['reflect', '--template', '--on', '2026-11-10']).json<Stored>();
    expect(Object.keys(answers)).toEqual(['prompt', 'intention', 'note']);
  });
});
