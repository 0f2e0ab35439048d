import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, refused } from '../support/checks.ts';
import { practised, stance } from '../support/practice.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

// Twenty-two weeks of evenings up to the week of Friday 20 November.
const FROM = '2026-06-22';
const EVENINGS = 5 * 22;
const on = (day: string) => ({ now: `${day}T18:10:00Z` });

const evening = (i: number) => ({
  tallies: { ...stance(6 + Math.floor(i / 5 / 2), i).tallies, b: 1, p: 1 },
  R1: 4 as const,
  prompt: {
    id: 'stance-question',
    version: 1,
    question: 'Which answer of yours would have been better as a question?',
    person: null,
    text: `On evening ${i} I answered too early.`,
  },
});

function aYear(home: Home, people: readonly string[] = ['lee', 'sam']): void {
  practised(home.journal, FROM, EVENINGS, evening, people);
}

interface Facts {
  readonly session: string | null;
  readonly parts: readonly { readonly id: string; readonly state: string }[];
  readonly verdicts: readonly Record<string, unknown>[];
}

const states = (home: Home, period = 'month', now = '2026-11-20') =>
  Object.fromEntries(
    home.ask<Facts>(['review', period], on(now)).parts.map(({ id, state }) => [id, state]),
  );

const answers = (given: object, more: object = {}) => JSON.stringify({ ...more, answers: given });

describe('a review by script', () => {
  test('without answers it shows what it looks at, stores nothing and issues no verdict', () => {
    using home = new Home();
    aYear(home);
    const before = home.hash();
    const facts = home.ask<Facts & { figures: Record<string, unknown> }>(['review', 'month']);
    expect(facts).toMatchObject({
      schema: 'praxis.review/1',
      period: 'month',
      from: '2026-11-01',
      to: '2026-11-30',
      session: null,
      verdicts: [],
      figures: {
        practice: { days: 20, workingDays: 20 },
        leading: { value: null, needs: '1 more pair with 5 counts' },
        handingBack: { times: 0, minutes: 0 },
        waiting: [],
        exceptions: false,
      },
    });
    const text = home.run(['review', 'month']).stdout;
    expect(text).toContain('20 of 20 working days');
    expect(text).not.toMatch(/trend|rising|falling/i);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(home.hash()).toBe(before);
  });

  test('takes any parts, once: again is the same record, other words need --replace', () => {
    using home = new Home();
    aYear(home);
    const first = answers({ R5: { lee: 4 }, argument: 'Kim: the outage was ours.' });
    const stored = home.ask(['review', 'month', '--answers', '-', '--summary', 'full'], {
      input: first,
    });
    expect(stored).toMatchObject({
      schema: 'praxis.session/1',
      kind: 'monthly',
      revision: 1,
      answers: {
        R5: { lee: 4 },
        argument: 'Kim: the outage was ours.',
        parts: { verdicts: 'done' },
      },
    });
    const rows = home.counts();
    expect(home.ask(['review', 'month', '--answers', '-'], { input: first })['id']).toBe(
      stored['id'],
    );
    expect(home.counts()).toEqual(rows);

    const more = home.ask(['review', 'month', '--answers', '-', '--summary', 'full'], {
      ...on('2026-11-25'),
      input: answers({ R5: { sam: null }, reread: 'I hurried.', breaks: null }),
    });
    expect(more).toMatchObject({
      id: stored['id'],
      on: '2026-11-20',
      revision: 1,
      answers: { R5: { lee: 4, sam: null }, reread: 'I hurried.' },
    });
    expect(states(home)).toMatchObject({
      candour: 'done',
      reread: 'done',
      breaks: 'done',
      words: 'open',
    });

    const other = answers({ R5: { lee: 2 } });
    refused(home.run(['review', 'month', '--answers', '-'], { input: other }), 5, 'something else');
    const replaced = home.ask(
      ['review', 'month', '--answers', '-', '--replace', '--summary', 'full'],
      { input: other },
    );
    expect(replaced).toMatchObject({
      revision: 2,
      answers: { R5: { lee: 2, sam: null }, reread: 'I hurried.' },
    });
    expect(home.rows('SELECT revision FROM revision')).toEqual([{ revision: 1 }]);
    expect(home.rows('SELECT count(*) AS n FROM verdict')).toEqual([{ n: 2 }]);
  });

  test('issues verdicts with the first stored part, and none in between', () => {
    using home = new Home();
    aYear(home);
    home.ask(['review', 'month', '--answers', '-'], { input: answers({ coach: null }) });
    const { verdicts } = home.ask<Facts>(['review', 'month']);
    expect(verdicts).toMatchObject([
      { series: 'handed-back', unit: 'points', verdict: 'rising', next: '2026-12-20' },
      { series: 'ac', verdict: 'no-variation' },
    ]);
    expect(home.run(['review', 'month']).stdout).toContain('Rising: about');
    // Another month, a week later: too soon for a second look.
    home.ask(['review', 'month', '--answers', '-'], {
      ...on('2026-12-01'),
      input: answers({ coach: 'none' }),
    });
    expect(home.rows('SELECT DISTINCT issued_on FROM verdict')).toEqual([
      { issued_on: '2026-11-20' },
    ]);
    expect(states(home, 'month', '2026-12-01')['verdicts']).toBe('open');
    const due = home.ask<{ due: { kind: string }[] }>(['due'], on('2026-12-20')).due;
    expect(due.filter(({ kind }) => kind === 'verdict')).toHaveLength(2);
  });

  test('undo takes one part back', () => {
    using home = new Home();
    aYear(home);
    home.ask(['review', 'month', '--answers', '-'], { input: answers({ argument: 'Kim.' }) });
    home.ask(['review', 'month', '--answers', '-'], { input: answers({ reread: 'I hurried.' }) });
    home.ask(['undo']);
    expect(states(home)).toMatchObject({ reread: 'open', verdicts: 'done' });
    const [session] = home
      .ask<{ sessions: Record<string, unknown>[] }>(['show', '2026-11-20'])
      .sessions.slice(-1);
    expect(session?.['answers']).toEqual({ argument: 'Kim.', parts: { verdicts: 'done' } });
    home.ask(['undo']);
    expect(states(home)['verdicts']).toBe('open');
    expect(home.rows("SELECT id FROM session WHERE kind = 'monthly'")).toEqual([]);
    expect(home.rows('SELECT id FROM verdict')).toEqual([]);
  });

  test('a quarter writes what it was told into the records it belongs to', () => {
    using home = new Home();
    aYear(home);
    const input = answers({
      R0: { lee: 3, sam: 4 },
      labels: [{ person: 'lee', word: 'careful', side: 'follower' }],
      futureRoles: { lee: 'a customer', sam: null },
      stop: { text: 'answering at once', if: 'Lee asks what to do' },
      start: 'asking what they tried',
      expect: null,
      belief: 'They want answers.',
      event: 'Sam brought three options.',
      yours: 'X5',
      choice: { text: 'I ask before I answer', because: 'they had the answer' },
    });
    const stored = home.ask(['review', 'quarter', '--answers', '-', '--summary', 'full'], {
      input,
    });
    expect(stored).toMatchObject({
      kind: 'quarterly',
      answers: {
        R0: { lee: 3, sam: 4 },
        stop: 'answering at once',
        start: 'asking what they tried',
        expect: null,
        belief: 'They want answers.',
        parts: { audit: 'done', labels: 'done', roles: 'done', changes: 'done', choice: 'done' },
      },
    });
    expect(home.rows('SELECT if_text, then_text FROM intention')).toEqual([
      { if_text: 'Lee asks what to do', then_text: 'stop answering at once' },
    ]);
    expect(home.rows("SELECT text, because FROM statement WHERE kind = 'choice'")).toEqual([
      { text: 'I ask before I answer', because: 'they had the answer' },
    ]);
    expect(home.rows('SELECT word, side FROM label')).toEqual([
      { word: 'careful', side: 'follower' },
    ]);
    expect(home.rows("SELECT future_role FROM person WHERE code = 'lee'")).toEqual([
      { future_role: 'a customer' },
    ]);
    expect(home.ask(['audit', 'lee'])['r0']).toMatchObject({ on: '2026-11-20', value: 3 });
    const rows = home.counts();
    home.ask(['review', 'quarter', '--answers', '-'], { input });
    expect(home.counts()).toEqual(rows);
    refused(
      home.run(['review', 'quarter', '--answers', '-'], { input: answers({ choice: 'I listen' }) }),
      5,
      'another one',
    );
    const id = String(stored['id']);
    home.ask(['edit', id, '--item', 'belief', '--to', 'They want to be heard.']);
    expect(home.rows('SELECT if_text FROM intention')).toHaveLength(1);
    home.ask(['delete', id, '--yes']);
    expect(home.rows("SELECT id FROM rating WHERE item = 'R0'")).toEqual([]);
  });

  test('compares twelve weeks with the twelve before, with what is missing in words', () => {
    using home = new Home();
    aYear(home);
    const { stdout } = home.run(['review', 'quarter']);
    expect(stdout).toMatch(/handed back\s+\d+ of 240 now, \d+ of \d+ before/);
    expect(stdout).toMatch(/points more \[\+?-?\d+ to \+\d+\]/);
    expect(stdout).not.toMatch(/trend|significant|because|improv|better|worse/i);
    expect(stdout).toContain('needs 1 more pair with 5 counts in the later period');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);

    home.ask(['break', '2026-10-05', 'new team']);
    const cut = home.run(['review', 'quarter', '--summary', 'full']).stdout;
    expect(cut).toContain('A break on Monday 5 October (new team)');
    expect(cut).toContain('more counts in the earlier period');
  });

  test('warns where session days fell by half', () => {
    using home = new Home();
    practised(home.journal, '2026-06-08', 5 * 12, evening);
    const { comparison } = home.ask<{ comparison: { fell: boolean } }>(
      ['review', 'quarter'],
      on('2026-11-20'),
    );
    expect(comparison.fell).toBe(true);
    expect(home.run(['review', 'quarter']).stdout).toContain('Session days fell by half or more');
  });

  test('a rehearsal stores nothing', () => {
    using home = new Home();
    aYear(home);
    const before = home.hash();
    const input = answers({ R5: { lee: 4 } });
    const rehearsed = home.ask(['review', 'month', '--answers', '-', '--dry-run'], { input });
    expect(rehearsed).toMatchObject({ id: null, dryRun: true, answers: { R5: { lee: 4 } } });
    expect(home.hash()).toBe(before);
  });

  test('its template is taken back as it is', () => {
    using home = new Home();
    aYear(home);
    for (const period of ['month', 'quarter']) {
      const template = home.run(['review', period, '--template']);
      expect(template.json()).toMatchObject({ schema: `praxis.${period}-answers/1` });
      home.ask(['review', period, '--answers', '-'], { input: template.stdout });
      const open = Object.entries(states(home, period)).filter(([, state]) => state === 'open');
      const asking = open
        .map(([id]) => id)
        .filter((id) => !['figures', 'beliefs', 'periods', 'leavers', 'way'].includes(id));
      expect(asking).toEqual([]);
    }
  });

  test.each([
    ['month', { arguement: 'x' }, 'Did you mean "argument"?'],
    ['month', { R5: { leee: 4 } }, 'Did you mean'],
    ['month', { R5: { lee: 6 } }, 'takes a whole number from 1 to 5'],
    ['month', { R0: { lee: 4 } }, 'is not a key of a monthly review'],
    ['month', { breaks: [{ on: '2026-11-16', reson: 'x' }] }, 'Did you mean "reason"?'],
    ['month', { breaks: [{ on: '2026-11-16', reason: ' ' }] }, 'says nothing'],
    ['month', { breaks: [{ on: '2026-12-16', reason: 'later' }] }, 'has not come'],
    ['month', {}, 'no answer in it'],
    ['quarter', { stop: { text: 'x', iff: 'y' } }, 'stop'],
    ['quarter', { stop: { text: '', if: 'y' } }, 'says nothing'],
    ['quarter', { labels: [{ person: 'kim', word: 'x' }] }, 'kim'],
    ['quarter', { choice: 'two\nlines' }, 'one line'],
  ] as const)('refuses %s %j whole', (period, given, says) => {
    using home = new Home();
    aYear(home);
    const before = home.hash();
    const run = home.run(['review', period, '--answers', '-'], { input: answers(given) });
    refused(run, 2, says);
    expect(home.hash()).toBe(before);
  });

  test('refuses a day that has not come, and two days', () => {
    using home = new Home();
    aYear(home);
    refused(home.run(['review', 'month', '--on', 'tomorrow']), 2, 'has not come');
    const input = answers({ coach: 'x' }, { on: '2026-11-19' });
    refused(home.run(['review', 'month', '--on', '2026-11-18', '--answers', '-'], { input }), 2);
  });

  test('without a terminal it holds no text of the journal', () => {
    using home = new Home();
    aYear(home);
    const secret = 'xyzzy';
    home.ask(['tally', 'w:fit', '@sam', '--quote', secret]);
    home.ask(['break', '2026-11-02', secret]);
    const week = answers({ copied: secret, norm: secret });
    home.ask(['checkin', '--answers', '-'], { input: week });
    const stored = home.run(['review', 'month', '--answers', '-', '--json'], {
      input: answers({ argument: secret }),
    });
    expect(stored.stdout).not.toContain(secret);
    for (const period of ['month', 'quarter']) {
      for (const args of [
        ['review', period],
        ['review', period, '--json'],
      ]) {
        expect(home.run(args).stdout).not.toContain(secret);
      }
      expect(home.run(['review', period, '--summary', 'full']).stdout).toContain(secret);
    }
    expect(home.run(['review', 'month']).stdout).toMatch(/Waiting for you\s+0 days, fit \(sam\)/);
  });

  test('hostile words are shown, not obeyed', () => {
    using home = new Home();
    const evil = HOSTILE.replaceAll('\0', '');
    aYear(home);
    home.ask(['tally', 'w:fit', '@sam', '--quote', evil]);
    home.ask(['break', '2026-11-02', evil]);
    home.ask(['review', 'month', '--answers', '-'], { input: answers({ argument: evil }) });
    for (const period of ['month', 'quarter']) {
      const { stdout } = home.run(['review', period, '--summary', 'full']);
      expect(stdout.split('\n').filter((line) => OBEYED.test(line))).toEqual([]);
      expect(stdout).toContain('owned');
    }
    expect(home.run(['show', '2026-11-20']).stdout).toContain('owned');
  });
});

describe('a monthly review at a terminal', () => {
  /** Goes through the first part, and through candour up to sam. */
  async function begin(terminal: Terminal): Promise<void> {
    await terminal.until('The month: November 2026');
    await terminal.until('1 of 7 The last four weeks in figures');
    await terminal.until('20 of 20 working days');
    await terminal.until('2 of 7 Candour you expect');
    await terminal.until('q enough for now');
    terminal.type('\r');
    await terminal.until('in the work of lee');
    await terminal.until('5 at once');
    terminal.type('4');
    await terminal.until('in the work of sam');
    await terminal.until('5 at once');
  }

  test('is interrupted and goes on: nothing is asked twice, every part is kept by itself', async () => {
    using home = new Home();
    aYear(home);
    const first = new Terminal(home, ['review', 'month']);
    await begin(first);
    first.type('\u0003');
    expect(await first.end()).toBe(130);
    expect(first.text).toContain('What you answered is kept. praxis review month goes on.');
    expect(home.rows("SELECT id FROM session WHERE kind = 'monthly'")).toEqual([]);
    expect(home.run([]).stdout).toContain('praxis review month goes on from there');

    const second = new Terminal(home, ['review', 'month']);
    await second.until('in the work of sam');
    expect(second.text).not.toContain('in the work of lee');
    await second.until('5 at once');
    second.type('2');
    await second.until('3 of 7 Old entries, read again');
    await second.until('q enough for now');
    second.type('q');
    expect(await second.end()).toBe(130);
    expect(states(home)).toMatchObject({ figures: 'done', candour: 'done', reread: 'open' });
    expect(home.rows('SELECT id FROM draft')).toEqual([]);

    const third = new Terminal(home, ['review', 'month'], on('2026-11-21'));
    await third.until('3 of 7 Old entries, read again');
    expect(third.text).not.toContain('Candour you expect');
    await third.until('q enough for now');
    third.type('\r');
    for (let i = 1; i < 10; i++) {
      await third.until(`${i} of 10`);
      await third.until('e enough of them');
      third.type('\r');
    }
    await third.until('10 of 10');
    await third.answer('What do you see in your old entries', 'I hurried.');
    await third.until('4 of 7 Breaks in the series');
    await third.until('one key, or enter: go on');
    // Whoever ends the question mark with Enter has not gone on with that.
    third.type('?\r');
    await third.until('What was answered is kept, and the review goes on from here.');
    third.type('s');
    await third.until('5 of 7 In your words');
    await third.until('q enough for now');
    third.type('\r');
    await third.until('no argument that changed your mind was noted');
    await third.answer('Which argument of theirs', 'Kim: the outage was ours.');
    await third.answer('because somebody suggested it', '');
    await third.answer('one for a coach', '');
    await third.until('6 of 7 What you believed then, and now');
    await third.until('q enough for now');
    third.type('\r');
    await third.until('7 of 7 Verdicts');
    await third.until('q enough for now');
    third.type('\r');
    await third.until('Rising: about');
    await third.until('Issued on Saturday 21 November');
    await third.until('Kept; 1 of 7 parts passed over.');
    expect(await third.end()).toBe(0);
    expect(states(home)).toEqual({
      figures: 'done',
      candour: 'done',
      reread: 'done',
      breaks: 'skipped',
      words: 'done',
      beliefs: 'done',
      verdicts: 'done',
    });
    expect(home.rows("SELECT on_day, revision FROM session WHERE kind = 'monthly'")).toEqual([
      { on_day: '2026-11-20', revision: 1 },
    ]);
    expect(home.rows("SELECT value FROM rating WHERE item = 'R5' ORDER BY value")).toEqual([
      { value: 2 },
      { value: 4 },
    ]);

    const fourth = new Terminal(home, ['review', 'month'], on('2026-11-22'));
    await fourth.until('Passed over: Breaks in the series. Take them up now?');
    await fourth.until('n no');
    fourth.type('y');
    await fourth.until('4 of 7 Breaks in the series');
    await fourth.until('q enough for now');
    fourth.type('\r');
    await fourth.answer('On which day did it begin?', '2026-10-05');
    await fourth.answer('Why?', 'new team');
    await fourth.answer('Another one, on which day?', '');
    await fourth.until('The review is whole.');
    expect(await fourth.end()).toBe(0);
    expect(states(home)['breaks']).toBe('done');
    const [{ id = '' } = {}] = home.rows<{ id: string }>(
      "SELECT id FROM session WHERE kind = 'monthly'",
    );
    const shown = home.run(['show', id]).stdout;
    expect(shown).toMatch(/Gone through: \S/);
    expect(shown).toMatch(/handed back +Rising: about/i);
    expect(home.rows('SELECT on_day, reason FROM series_break')).toEqual([
      { on_day: '2026-10-05', reason: 'new team' },
    ]);
    home.ask(['undo']);
    expect(states(home)['breaks']).toBe('skipped');
    expect(home.rows('SELECT id FROM series_break')).toEqual([]);
  });

  test('suggests a break where there was a long gap', async () => {
    using home = new Home();
    practised(home.journal, '2026-08-03', 10, evening);
    home.ask(['reflect', '--answers', '-'], {
      ...on('2026-11-16'),
      input: answers({ tallies: { a: 1, c: 2 } }),
    });
    using terminal = new Terminal(home, ['review', 'month']);
    for (const part of ['2 of 7', '3 of 7']) {
      await terminal.until(part);
      await terminal.until('q enough for now');
      terminal.type('s');
    }
    await terminal.until('4 of 7');
    await terminal.until('q enough for now');
    terminal.type('\r');
    await terminal.until('There was no session from Sat 15 Aug to Sun 15 Nov: 93 days.');
    await terminal.until('m mark a break there');
    terminal.type('m');
    await terminal.answer('Another one, on which day?', '');
    await terminal.until('5 of 7');
    expect(home.rows('SELECT on_day, reason FROM series_break')).toEqual([
      { on_day: '2026-11-16', reason: 'back after 94 days' },
    ]);
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
  });

  test('what was left of an earlier month is kept there', async () => {
    using home = new Home();
    aYear(home);
    const left = new Terminal(home, ['review', 'month'], on('2026-10-30'));
    await left.until('2 of 7');
    await left.until('q enough for now');
    left.type('\r');
    await left.until('in the work of lee');
    await left.until('5 at once');
    left.type('4');
    await left.until('in the work of sam');
    left.type('\u0003');
    expect(await left.end()).toBe(130);
    using now = new Terminal(home, ['review', 'month']);
    await now.until('What you answered in October 2026 is kept with that review.');
    await now.until('The month: November 2026');
    now.type('\u0003');
    await now.end();
    expect(home.rows("SELECT on_day FROM session WHERE kind = 'monthly'")).toEqual([
      { on_day: '2026-10-30' },
    ]);
    expect(home.rows('SELECT id FROM draft')).toEqual([]);
    expect(states(home)['candour']).toBe('open');
  });

  test('a rehearsal asks, and keeps nothing', async () => {
    using home = new Home();
    aYear(home);
    const before = home.counts();
    using terminal = new Terminal(home, ['review', 'month', '--dry-run']);
    await begin(terminal);
    terminal.type('3');
    await terminal.until('3 of 7');
    await terminal.until('q enough for now');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(home.counts()).toEqual(before);
  });
});

test('a quarterly review at a terminal: changes become plans, a choice goes in front of the old', async () => {
  using home = new Home();
  aYear(home, ['lee']);
  home.ask(['focus', 'choice', 'I answer when I am asked'], on('2026-07-01'));
  const terminal = new Terminal(home, ['review', 'quarter']);
  const gate = async (part: string, key: string) => {
    await terminal.until(part);
    await terminal.until('q enough for now');
    terminal.type(key);
  };
  await terminal.until('The quarter that ends with November 2026');
  await terminal.until('1 of 10 Twelve weeks, and the twelve before');
  await gate('2 of 10', '\r');
  await terminal.until('what does lee mostly do?');
  await terminal.until('5 goes ahead and takes');
  terminal.type('3');
  await gate('3 of 10', '\r');
  await terminal.answer('lee', 'careful');
  await terminal.until('l a word for a leader');
  terminal.type('f');
  await gate('4 of 10', '\r');
  await terminal.until('Nobody has left.');
  await gate('5 of 10', '\r');
  await terminal.answer('lee', 'a customer');
  await gate('6 of 10', '\r');
  await terminal.answer('What will you stop doing', 'answering at once');
  await terminal.answer('In which moment will it show?', 'Lee asks what to do');
  await terminal.answer('What will you start doing?', '');
  await terminal.answer('What will you expect of them', '');
  await gate('7 of 10', '\r');
  await terminal.answer('Which belief of yours', '');
  await gate('8 of 10', 's');
  await gate('9 of 10', '\r');
  await terminal.until('I answer when I am asked');
  await terminal.answer('A new one, in one sentence?', 'I ask before I answer');
  await terminal.answer('What changed it?', 'they had the answer');
  await gate('10 of 10', '\r');
  await terminal.until('e draft it in your editor');
  terminal.type('\r');
  await terminal.until('Kept; 1 of 10 parts passed over.');
  expect(await terminal.end()).toBe(0);
  expect(states(home, 'quarter')).toMatchObject({ periods: 'done', yours: 'skipped', way: 'done' });
  expect(home.rows('SELECT if_text, then_text, outcome FROM intention')).toEqual([
    { if_text: 'Lee asks what to do', then_text: 'stop answering at once', outcome: null },
  ]);
  expect(home.ask<{ choices: { text: string }[] }>(['focus', 'choice']).choices[0]?.text).toBe(
    'I ask before I answer',
  );
  home.ask(['done', '--skipped'], on('2026-11-30'));

  // The next quarter tells what became of it.
  const next = new Terminal(home, ['review', 'quarter'], on('2027-02-20'));
  for (const part of ['2 of 10', '3 of 10', '4 of 10', '5 of 10']) {
    await next.until(part);
    await next.until('q enough for now');
    next.type('s');
  }
  await next.until('6 of 10');
  await next.until('q enough for now');
  next.type('\r');
  await next.until('dropped');
  await next.until('stop answering at once');
  next.type('\u0003');
  expect(await next.end()).toBe(130);
});
