import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

interface Session {
  schema: string;
  id: string;
  kind: string;
  on: string;
  revision: number;
  person: string | null;
  answers: Record<string, unknown>;
}

/** All a user said, table by table: what undo and redo must give back to the byte. */
function said(home: Home): Record<string, unknown[]> {
  const tables = [
    'person',
    'session',
    'asked',
    'answer',
    'tally',
    'rating',
    'intention',
    'contact',
    'revision',
    'passage_text_docsize',
  ];
  return Object.fromEntries(
    tables.map((name) => [name, home.rows(`SELECT * FROM ${name} ORDER BY 1`)]),
  );
}

describe('tally', () => {
  test('counts moments, with numbers, words, subtypes and a person', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const session = home.ask<Session>([
      'tally',
      'a2',
      'c',
      'handed-back',
      'w:fit',
      'answered3!',
      '@lee',
    ]);
    expect(session).toMatchObject({
      schema: 'praxis.session/1',
      kind: 'moment',
      on: '2026-11-20',
      person: 'lee',
      answers: { tallies: { a: 2, c: 2, 'w:fit': 1, 'a!': 3 } },
    });
    expect(
      home.rows('SELECT code, subtype, n, warranted, person FROM v_tally ORDER BY id'),
    ).toEqual([
      { code: 'a', subtype: null, n: 2, warranted: 0, person: 'lee' },
      { code: 'c', subtype: null, n: 2, warranted: 0, person: 'lee' },
      { code: 'w', subtype: 'fit', n: 1, warranted: 0, person: 'lee' },
      { code: 'a', subtype: null, n: 3, warranted: 1, person: 'lee' },
    ]);
    expect(home.run(['tally', 'handed-back', '@lee']).stdout).toBe(
      '  Counted: 1 handed back, with lee.\n',
    );
    expect(home.run(['tally', '@lee', 'c']).code).toBe(0);
    expect(home.counts()['contact']).toBe(0);
  });

  test('counts none, minutes, how a challenge was met, and the contact', () => {
    using home = new Home();
    home.run(['person', 'add', 'sam']);
    const at = (minute: string) => ({ now: `2026-11-20T10:${minute}:00Z` });
    home.run(['tally', 'b0'], at('00'));
    home.run(['tally', 'c', '@sam', '--minutes', '15', '--contact'], at('01'));
    home.run(['tally', 'w:challenge', '@sam', '--met', 'explored'], at('02'));
    home.run(['tally', 'answered', '--warranted'], at('03'));
    expect(home.rows('SELECT code, n, minutes, met, warranted FROM v_tally ORDER BY id')).toEqual([
      { code: 'b', n: 0, minutes: null, met: null, warranted: 0 },
      { code: 'c', n: 1, minutes: 15, met: null, warranted: 0 },
      { code: 'w', n: 1, minutes: null, met: 'explored', warranted: 0 },
      { code: 'a', n: 1, minutes: null, met: null, warranted: 1 },
    ]);
    expect(home.rows('SELECT last_contact FROM v_person')).toEqual([
      { last_contact: '2026-11-20' },
    ]);
  });

  test('takes the day it happened, and old days only as late', () => {
    using home = new Home();
    expect(home.ask<Session>(['tally', 'c', '--on', 'wednesday']).on).toBe('2026-11-18');
    refused(home.run(['tally', 'c', '--on', '2026-11-17']), 2, /more than 2 days back/);
    expect(home.run(['tally', 'c', '--on', '2026-11-17', '--late']).code).toBe(0);
    expect(home.rows('SELECT on_day, late FROM v_tally ORDER BY on_day')).toEqual([
      { on_day: '2026-11-17', late: 1 },
      { on_day: '2026-11-18', late: 0 },
    ]);
  });

  test('refuses whole', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const before = home.hash();
    const refusals: readonly [line: string, says: RegExp][] = [
      ['c z', /"z" is no counter/],
      ['a1000', /"a1000" is 1000/],
      ['a-1', /"a-1" is no counter/],
      ['c1.5', /"c1\.5" is no counter/],
      ['w:fat', /Did you mean "w:fit"/],
      ['c!', /"c!" is no counter/],
      ['c @le', /no person "le".*Did you mean "lee"/],
      ['c @lee @sam', /One person a command/],
      ['c --on tomorrow', /has not come yet/],
      ['c --on 2026-02-30', /no day 2026-02-30/],
      ['a --minutes 5', /--minutes goes with handed-back/],
      ['c --minutes 0', /--minutes is "0"/],
      ['c --met explored', /--met goes with w:challenge/],
      ['c --warranted', /--warranted goes with answers/],
    ];
    for (const [line, says] of refusals) {
      refused(home.run(['tally', ...line.split(' ')]), 2, says);
      refusedAsJson(home.run(['tally', ...line.split(' '), '--json']), 2, says);
    }
    expect(home.hash()).toBe(before);
  });

  test('asks at a terminal whether it was a talk, when one is due', async () => {
    using home = new Home();
    home.run(['person', 'add', 'lee'], { now: '2026-11-01T09:00:00Z' });
    using terminal = new Terminal(home, ['tally', 'c', '@lee']);
    await terminal.until('Was this a talk with lee?');
    await terminal.until('n no');
    terminal.type('y');
    await terminal.until('Counted: 1 handed back, with lee.');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT last_contact FROM v_person')).toEqual([
      { last_contact: '2026-11-20' },
    ]);
  });
});

describe('note', () => {
  test('keeps words from the command line or from stdin, byte for byte', () => {
    using home = new Home();
    home.run(['person', 'add', 'sam']);
    const session = home.ask<Session>(['note', '1: one on one', 'with', '#burnout', '@sam']);
    expect(session).toMatchObject({
      kind: 'moment',
      person: 'sam',
      answers: { note: '1: one on one with #burnout' },
    });
    expect(
      home.ask<Session>(['note', '-'], { input: '  from git\n\nbody\n' }).answers['note'],
    ).toBe('  from git\n\nbody');
    expect(home.ask<Session>(['note', '--on', '2019-01-07', 'mail to x@y.org']).on).toBe(
      '2019-01-07',
    );
    expect(home.run(['note', 'x', '--contact', '@sam']).stdout).toBe('  Kept.\n');
    expect(home.counts()['contact']).toBe(1);
  });

  test('refuses nothing, half characters, other encodings and days to come', () => {
    using home = new Home();
    refused(home.run(['note']), 2, /no text to keep/);
    refused(home.run(['note', '']), 2, /no text to keep/);
    refused(home.run(['note', '-'], { input: '' }), 2);
    refused(home.run(['note', '-'], { input: Uint8Array.of(0xe9) }), 2, /not UTF-8/);
    refused(home.run(['note', 'x', '--on', 'tomorrow']), 2, /has not come/);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('asks for the words at a terminal', async () => {
    using home = new Home();
    using terminal = new Terminal(home, ['note']);
    await terminal.answer('ctrl-o opens your editor', 'typed here');
    await terminal.until('Kept.');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT item, text FROM v_answer')).toEqual([
      { item: 'note', text: 'typed here' },
    ]);
  });
});

describe('plans', () => {
  test('are made and settled, the latest open one unless an id says otherwise', () => {
    using home = new Home();
    const first = home.ask<{ id: string; schema: string }>(['intend', 'Lee asks', 'ask back'], {
      now: '2026-11-20T09:00:00Z',
    });
    expect(first).toMatchObject({
      schema: 'praxis.intention/1',
      if: 'Lee asks',
      then: 'ask back',
      outcome: null,
    });
    const said = home.run(['intend', 'if Sam calls', 'then listen']);
    expect(said.stdout).toMatch(
      /^ {2}Kept\. Say it once in your head: if Sam calls, then (I )?listen\.\n$/,
    );
    expect(home.ask(['done', '--partly'])).toMatchObject({
      if: 'if Sam calls',
      outcome: 'partly',
      settledOn: '2026-11-20',
    });
    expect(home.run(['done', first.id.slice(0, 36), '--no-cue']).stdout).toContain(
      'the moment never came',
    );
    expect(home.rows('SELECT outcome FROM v_intention ORDER BY id')).toEqual([
      { outcome: 'no-cue' },
      { outcome: 'partly' },
    ]);
    refused(home.run(['done']), 1, /no open plan/);
    expect(home.ask(['show', first.id])).toMatchObject({
      schema: 'praxis.intention/1',
      outcome: 'no-cue',
    });
  });

  test('of one day are all named, and the one that is settled no longer', () => {
    using home = new Home();
    const at = (now: string) => ({ now: `${now}Z` });
    const ids = ['Lee', 'Sam', 'Kim', 'Ada'].map(
      (who, i) =>
        home.ask<{ id: string }>(['intend', `${who} asks`, 'ask back'], at(`2026-11-19T18:0${i}`))
          .id,
    );
    const today = () => home.run([], at('2026-11-20T08:00')).stdout;
    expect(today()).toMatch(
      / {2}Tonight {5}if Ada asks.*\n {14}if Kim asks.*\n {14}if Sam asks.*\n {14}and 1 more: praxis intentions\n/,
    );
    home.run(['done', ids[3] ?? ''], at('2026-11-20T08:00'));
    expect(today()).toMatch(/ {2}Tonight {5}if Kim asks/);
    expect(today()).not.toMatch(/Ada|1 more/);
  });

  test('are refused when half of them is empty, or the outcome is two', () => {
    using home = new Home();
    refused(home.run(['intend', 'x', ' ']), 2, /two halves/);
    refused(home.run(['intend', '', 'x']), 2, /two halves/);
    refused(home.run(['intend', 'x']), 2, /missing required argument 'then'/i);
    home.run(['intend', 'x', 'y']);
    refused(home.run(['done', '--partly', '--skipped']), 2, /One outcome/);
    refused(home.run(['done', 'ffffffff']), 2, /no entry/);
    refusedAsJson(home.run(['done', 'zz', '--json']), 2, /"zz" is no entry/);
    expect(home.rows('SELECT outcome FROM v_intention')).toEqual([{ outcome: null }]);
  });
});

describe('person', () => {
  test('add, contact, list and show', () => {
    using home = new Home();
    expect(
      home.ask(['person', 'add', '@Lee', '--name', 'Lee Miller', '--cadence', '10']),
    ).toMatchObject({
      schema: 'praxis.person/1',
      code: 'lee',
      cadence: 10,
      addedOn: '2026-11-20',
      state: 'active',
      lastContact: null,
    });
    expect(home.run(['person', 'add', 'żółw-2']).stdout).toContain('żółw-2');
    expect(home.ask(['person', 'contact', 'lee', '--on', 'yesterday'])).toMatchObject({
      lastContact: '2026-11-19',
    });
    home.run(['tally', 'c2', '@lee']);
    home.run(['note', 'talked about the vendor', '@lee']);
    const { people } = home.ask<{ people: { code: string }[] }>(['person', 'list']);
    expect(people.map(({ code }) => code)).toEqual(['lee', 'żółw-2']);
    expect(home.run(['person']).stdout).toMatch(/lee +last talked 1 day ago, every 10 days\n/);
    expect(home.ask(['person', 'show', 'lee'])).toMatchObject({
      code: 'lee',
      counts: [{ code: 'c', warranted: false, n: 2 }],
      words: [{ on: '2026-11-20', text: 'talked about the vendor' }],
    });
    const { stdout } = home.run(['person', 'show', 'lee']);
    expect(stdout).toContain('2 you handed back');
    expect(stdout).toContain('talked about the vendor');
  });

  test('a name is shown at a terminal', async () => {
    using home = new Home();
    home.run(['person', 'add', 'lee', '--name', 'Lee Miller']);
    for (const args of [['person'], ['person', 'show', 'lee']]) {
      using terminal = new Terminal(home, args);
      await terminal.until('Lee Miller');
      expect(await terminal.end()).toBe(0);
    }
  });

  test('refusals', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const before = home.hash();
    refused(home.run(['person', 'add', 'lee']), 5, /"lee" is in the journal already/);
    refused(home.run(['person', 'add', 'LEE']), 5);
    for (const code of ['a b', '../x', '=cmd', '\u202elee', 'x'.repeat(33), '', '-'])
      refused(home.run(['person', 'add', '--', code]), 2, /cannot be a person's code/);
    refused(home.run(['person', 'add', 'sam', '--cadence', '0']), 2, /--cadence/);
    refused(home.run(['person', 'add', 'sam', '--name', 'a\u001b[31mb']), 2, /name/);
    refused(home.run(['person', 'show', 'le']), 2, /"le".*Did you mean "lee"/);
    refused(home.run(['person', 'contact', 'sam']), 2, /no person "sam"/);
    refused(home.run(['person', 'contact', 'lee', '--on', 'tomorrow']), 2);
    expect(home.hash()).toBe(before);
  });
});

describe('edit', () => {
  const EVENING =
    '{"answers":{"tallies":{"a":3,"c":2},"R1":3,"prompt":"first words","note":"a note","intention":{"if":"Lee asks","then":"ask back"}}}';

  test('mends one item and keeps what it said before as a revision', () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], { input: EVENING });
    const { id } = home.ask<Session>(['show']);
    const mends: readonly [item: string, to: string, where: string, rows: object][] = [
      ['c', '5', "SELECT n FROM v_tally WHERE code = 'c'", [{ n: 5 }]],
      ['R1', '4', 'SELECT value FROM v_rating', [{ value: 4 }]],
      ['prompt', 'mended', "SELECT text FROM v_answer WHERE item = 'prompt'", [{ text: 'mended' }]],
      [
        'note',
        '  two\nlines ',
        "SELECT text FROM v_answer WHERE item = 'note'",
        [{ text: '  two\nlines ' }],
      ],
      [
        'then',
        'wait',
        'SELECT if_text, then_text FROM v_intention',
        [{ if_text: 'Lee asks', then_text: 'wait' }],
      ],
    ];
    for (const [i, [item, to, sql, rows]] of mends.entries()) {
      expect(home.ask<Session>(['edit', id, '--item', item, '--to', to]).revision).toBe(i + 2);
      expect(home.rows(sql)).toEqual(rows);
    }
    expect(
      home.run(['edit', id, '--item', 'note', '--to', '-'], { input: 'from stdin\n' }).code,
    ).toBe(0);
    expect(home.rows("SELECT text FROM v_answer WHERE item = 'note'")).toEqual([
      { text: 'from stdin' },
    ]);
    expect(home.counts()['revision']).toBe(6);
    const revision = home.ask<Session>(['edit', id, '--item', 'c', '--to', '5']).revision;
    expect(revision).toBe(7);
    expect(home.ask<{ results: unknown[] }>(['search', 'first']).results).toEqual([]);
    expect(home.ask<{ results: unknown[] }>(['search', 'mended']).results).toHaveLength(1);
  });

  test('mends a plan', () => {
    using home = new Home();
    const { id } = home.ask<Session>(['intend', 'Lee asks', 'ask back']);
    expect(home.ask(['edit', id, '--item', 'then', '--to', 'wait'])).toMatchObject({
      then: 'wait',
    });
    expect(home.rows('SELECT then_text FROM v_intention')).toEqual([{ then_text: 'wait' }]);
    refused(home.run(['edit', id, '--item', 'note', '--to', 'x']), 2, /no "note"/);
  });

  test('refuses whole', () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], { input: EVENING });
    home.run(['tally', 'c'], { now: '2026-11-20T20:00:00Z' });
    const [moment, evening] = home.ask<{ sessions: Session[] }>(['list']).sessions;
    const before = home.hash();
    const refusals: readonly [args: string[], says: RegExp][] = [
      [[evening?.id ?? '', '--item', 'c', '--to', '-3'], /"c" is/],
      [[evening?.id ?? '', '--item', 'c', '--to', 'many'], /"c" is "many"/],
      [[evening?.id ?? '', '--item', 'R1', '--to', '6'], /"R1" is 6/],
      [[evening?.id ?? '', '--item', 'yesterday', '--to', 'perhaps'], /"yesterday" is "perhaps"/],
      [[evening?.id ?? '', '--item', 'nots', '--to', 'x'], /"nots".*Did you mean "note"/],
      [[evening?.id ?? '', '--item', 'note'], /--item and --to go together/],
      [[evening?.id ?? ''], /Nobody is there/],
      [[moment?.id ?? '', '--item', 'a', '--to', '1'], /This entry has no "a"/],
      [['0', '--item', 'a', '--to', '1'], /"0" is no entry/],
      [['ffffffff', '--item', 'a', '--to', '1'], /"ffffffff" is no entry/],
    ];
    for (const [args, says] of refusals) {
      refused(home.run(['edit', ...args]), 2, says);
      refusedAsJson(home.run(['edit', ...args, '--json']), 2, says);
    }
    expect(home.hash()).toBe(before);
  });

  test('asks at a terminal what is to be mended', async () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], { input: EVENING });
    const { id } = home.ask<Session>(['show']);
    using terminal = new Terminal(home, ['edit', id]);
    await terminal.until('What is to be mended?');
    await terminal.until('2 note: a note');
    await terminal.until(/7 R1: 3/);
    terminal.type('2');
    await terminal.answer('note › a note', ', mended');
    await terminal.until('Mended: Friday 20 November, revision 2.');
    expect(await terminal.end()).toBe(0);
    expect(home.rows("SELECT text FROM v_answer WHERE item = 'note'")).toEqual([
      { text: 'a note, mended' },
    ]);
  });
});

describe('delete', () => {
  test('without a terminal takes --yes, and undo brings the entry back to the byte', () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], {
      input:
        '{"answers":{"tallies":{"a":1},"prompt":"words to lose","intention":{"if":"x","then":"y"}}}',
    });
    const { id } = home.ask<Session>(['show']);
    const before = said(home);
    refused(home.run(['delete', id]), 2, /asked about first.*\n.*--yes/);
    refusedAsJson(home.run(['delete', id, '--json']), 2);
    expect(said(home)).toEqual(before);
    expect(home.ask(['delete', id.slice(0, 20), '--yes'])).toEqual({
      schema: 'praxis.deleted/1',
      noun: 'session',
      id,
    });
    expect(said(home)).toMatchObject({
      session: [],
      answer: [],
      tally: [],
      intention: [],
      passage_text_docsize: [],
    });
    expect(home.ask<{ results: unknown[] }>(['search', 'lose']).results).toEqual([]);
    expect(home.ask(['undo'])).toMatchObject({
      schema: 'praxis.action/1',
      command: 'delete',
      undone: true,
    });
    expect({ ...said(home), passage_text_docsize: 0 }).toEqual({
      ...before,
      passage_text_docsize: 0,
    });
    expect(home.ask<{ results: unknown[] }>(['search', 'lose']).results).toHaveLength(1);
  });

  test('says nothing of what the entry holds where it may be logged', () => {
    using home = new Home();
    home.run(['note', 'in confidence']);
    const { id } = home.ask<Session>(['show']);
    expect(home.run(['delete', id]).stderr).not.toContain('confidence');
  });

  test('at a terminal asks first, and only a yes removes', async () => {
    using home = new Home();
    home.run(['note', 'the thought']);
    const { id } = home.ask<Session>(['show']);
    using first = new Terminal(home, ['delete', id]);
    await first.until('Remove the entry of Friday 20 November (the thought)?');
    await first.until('n no');
    first.type('n');
    await first.until('Nothing was removed.');
    expect(await first.end()).toBe(0);
    expect(home.counts()['session']).toBe(1);
    using second = new Terminal(home, ['delete', id]);
    await second.until('n no');
    second.type('y');
    await second.until('Removed. praxis undo brings it back.');
    expect(await second.end()).toBe(0);
    expect(home.counts()['session']).toBe(0);
  });
});

describe('undo and redo', () => {
  test('walk over any chain of commands, each step exact', () => {
    using home = new Home();
    const commands: readonly [args: string[], input?: string][] = [
      [['person', 'add', 'lee', '--name', 'Lee']],
      [['tally', 'c2', '@lee', '--contact']],
      [
        ['reflect', '--answers', '-'],
        '{"answers":{"tallies":{"a":1},"R1":2,"prompt":"one","intention":{"if":"x","then":"y"}}}',
      ],
      [
        ['reflect', '--answers', '-', '--replace'],
        '{"answers":{"tallies":{"a":4},"prompt":"two"}}',
      ],
      [['intend', 'Lee asks', 'ask back']],
      [['done', '--partly']],
      [['note', 'a thought', '@lee']],
      [['person', 'contact', 'lee', '--on', 'yesterday']],
    ];
    const states = [
      undefined,
      ...commands.map(([args, input]) => {
        expect(home.run(args, { input: input ?? '' }).code).toBe(0);
        return { ...said(home), passage_text_docsize: [] };
      }),
    ];
    const now = () => ({ ...said(home), passage_text_docsize: [] as unknown[] });
    for (let step = commands.length - 1; step > 0; step--) {
      const { stdout, code } = home.run(['undo']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Undone: ${commands[step]?.[0][0]} of 2026-11-20 18:10`);
      expect(now()).toEqual(states[step]);
    }
    home.run(['undo']);
    expect(Object.values(now()).flat()).toEqual([]);
    refused(home.run(['undo']), 1, /nothing to undo/);
    for (let step = 1; step <= commands.length; step++) {
      expect(home.run(['redo']).code).toBe(0);
      expect(now()).toEqual(states[step]);
    }
    refused(home.run(['redo']), 1, /nothing to redo/);
    expect(home.rows('PRAGMA foreign_key_check')).toEqual([]);
  });

  test('a new command ends what redo can bring back', () => {
    using home = new Home();
    home.run(['note', 'one']);
    home.run(['undo']);
    home.run(['note', 'two']);
    refused(home.run(['redo']), 1);
    expect(home.run(['history']).stdout).toMatch(/note +.*\n.*note, undone/);
    const { actions } = home.ask<{ actions: { undone: boolean }[] }>(['history']);
    expect(actions.map(({ undone }) => undone)).toEqual([false, true]);
  });
});

describe('config', () => {
  test('lists, gets, sets, and goes back to the default', () => {
    using home = new Home();
    expect(home.run(['config', 'get', 'day_ends']).stdout).toBe('04:00\n');
    expect(home.run(['config', 'get', 'editor']).stdout).toBe('\n');
    expect(home.ask(['config', 'set', 'day_ends', '03:00'])).toEqual({
      schema: 'praxis.setting/1',
      key: 'day_ends',
      value: '03:00',
    });
    home.run(['config', 'set', 'editor', 'code --wait']);
    expect(home.run(['config']).stdout).toMatch(
      /day_ends +03:00[\s\S]*Kept in ~\/\.config\/praxis\/config\.json/,
    );
    const file = join(home.path, '.config/praxis/config.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      day_ends: '03:00',
      editor: 'code --wait',
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(home.run(['config', 'set', 'day_ends']).stdout).toContain('day_ends is 04:00 now');
    expect(home.ask(['config', 'get', 'day_ends'])['value']).toBe('04:00');
    expect(existsSync(home.journal)).toBe(false);
  });

  test('refuses what a setting does not take', () => {
    using home = new Home();
    refused(
      home.run(['config', 'set', 'day_ends', '13:00']),
      2,
      /"day_ends" takes a time from 00:00 to 11:59/,
    );
    refused(home.run(['config', 'set', 'colour', 'red']), 2, /"colour" is no setting/);
    expect(existsSync(join(home.path, '.config/praxis'))).toBe(false);
  });
});

test('every command that changes leaves one file behind', () => {
  using home = new Home();
  const steps: readonly [string[], string?][] = [
    [['tally', 'c']],
    [['note', 'x']],
    [['reflect', '--answers', '-'], '{"answers":{"R1":1}}'],
    [['intend', 'x', 'y']],
    [['done']],
    [['person', 'add', 'lee']],
    [['undo']],
    [['redo']],
  ];
  for (const [args, input] of steps) {
    expect(home.run(args, { input: input ?? '' }).code).toBe(0);
    expect(home.files()).toEqual(['journal.db']);
  }
});
