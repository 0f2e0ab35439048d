import { chmodSync, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused, refusedAsJson, refusedSentence } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

interface Refusal {
  readonly what: string;
  readonly input: string | Uint8Array;
  /** The message names the key, and the nearest valid one where there is one. */
  readonly says: RegExp;
  readonly flags?: readonly string[];
}

const answers = (source: string) => `{"answers":${source}}`;

const REFUSALS: readonly Refusal[] = [
  { what: 'an unknown key', input: answers('{"tallys":{"a":1}}'), says: /"tallys".*Did you mean "tallies"\?/ },
  { what: 'an unknown key at the top', input: '{"answer":{"R1":3}}', says: /"answer".*Did you mean "answers"\?/ },
  { what: 'an unknown key beside good ones', input: answers('{"R1":3,"noet":"x"}'), says: /"noet".*Did you mean "note"\?/ },
  { what: 'an unknown key of a prompt', input: answers('{"prompt":{"txt":"x"}}'), says: /"txt".*Did you mean "text"\?/ },
  { what: 'an unknown key of a plan', input: answers('{"intention":{"iff":"x"}}'), says: /"iff".*Did you mean "if"\?/ },
  { what: 'an unknown counter', input: answers('{"tallies":{"answerd":1}}'), says: /"answerd".*Did you mean "answered"\?/ },
  { what: 'an unknown kind of a counter', input: answers('{"tallies":{"w:fat":1}}'), says: /"w:fat".*Did you mean "w:fit"\?/ },
  { what: 'a counter that is none of ours by nature', input: answers('{"tallies":{"a":1,"__proto__":3}}'), says: /__proto__/ },
  { what: 'a counter named twice, by word and by code', input: answers('{"tallies":{"c":1,"handed-back":2}}'), says: /"handed-back".*"c"/ },
  { what: 'a text for a rating', input: answers('{"R1":"3"}'), says: /"R1" is "3"; it takes a whole number from 1 to 5/ },
  { what: 'a number for a text', input: answers('{"note":7}'), says: /"note" is 7/ },
  { what: 'a list for the counts', input: answers('{"tallies":[3,2]}'), says: /"tallies" is a list/ },
  { what: 'a word for an outcome that there is not', input: answers('{"yesterday":"maybe"}'), says: /"yesterday" is "maybe"/ },
  { what: 'a count below none', input: answers('{"tallies":{"a":-1}}'), says: /"a" is -1/ },
  { what: 'half a count', input: answers('{"tallies":{"a":1.5}}'), says: /"a" is 1\.5/ },
  { what: 'a count beyond reason', input: answers('{"tallies":{"a":1000}}'), says: /"a" is 1000/ },
  { what: 'a rating above 5', input: answers('{"R1":6}'), says: /"R1" is 6/ },
  { what: 'a rating below 1', input: answers('{"R1":0}'), says: /"R1" is 0/ },
  { what: 'a day that no calendar has', input: '{"on":"2026-02-30","answers":{"R1":3}}', says: /"on" is "2026-02-30"/ },
  { what: 'a day that has not come', input: '{"on":"2026-11-21","answers":{"note":"x"}}', says: /Saturday 21 November has not come/ },
  { what: 'a day that the flag contradicts', input: '{"on":"2026-11-19","answers":{"R1":3}}', flags: ['--on', '2026-11-18'], says: /2026-11-19.*2026-11-18/ },
  { what: 'a person nobody added', input: answers('{"prompt":{"id":"stance-question","text":"x","person":"le"}}'), says: /"le".*Did you mean "lee"\?/ },
  { what: 'a prompt that there is not', input: answers('{"prompt":{"id":"stance-questoin","text":"x"}}'), says: /"stance-questoin".*Did you mean "stance-question"\?/ },
  { what: 'a key twice in one object', input: answers('{"note":"one","note":"two"}'), says: /"note" stands there twice/ },
  { what: 'counts from three days back', input: '{"on":"2026-11-17","answers":{"tallies":{"a":1}}}', says: /more than 2 days back/ },
  { what: 'a rating from three days back', input: '{"on":"2026-11-17","answers":{"R1":3}}', says: /more than 2 days back/ },
  { what: 'nothing at all', input: '', says: /not JSON/ },
  { what: 'white space', input: ' \n', says: /not JSON/ },
  { what: 'an object without an answer', input: '{}', says: /answer/ },
  { what: 'a list', input: '[]', says: /no object/ },
  { what: 'what is not JSON', input: 'answers: {a: 1}', says: /not JSON: line 1, column 1/ },
  { what: 'JSON with a comma too many', input: '{"answers":{"R1":3,}}', says: /not JSON/ },
  { what: 'JSON with a comment', input: '{"answers":{"R1":3}} // tonight', says: /not JSON/ },
  { what: 'JSON twice', input: '{"answers":{"R1":3}}{"answers":{"R1":3}}', says: /not JSON/ },
  { what: 'JSON nested without end', input: '['.repeat(200_000), says: /nested|not JSON/ },
  { what: 'bytes that are not UTF-8', input: Uint8Array.of(0x7b, 0xff, 0x7d), says: /not UTF-8/ },
  { what: 'half a character', input: answers('{"note":"\\ud800"}'), says: /"note".*half a character/ },
]; // biome-ignore format: a table

describe('a daily session refuses whole', () => {
  let home: Home;
  const stored = () => ({ counts: home.counts(), hash: home.hash() });

  beforeAll(() => {
    home = new Home();
    home.run(['person', 'add', 'lee']);
    home.run(['reflect', '--answers', '-', '--on', '2026-11-19'], {
      input: '{"answers":{"R1":3,"note":"there already"}}',
    });
  });
  afterAll(() => home[Symbol.dispose]());

  for (const { what, input, says, flags = [] } of REFUSALS) {
    test(what, () => {
      const before = stored();
      refused(home.run(['reflect', '--answers', '-', ...flags], { input }), 2, says);
      refusedAsJson(
        home.run(['reflect', '--answers', '-', '--json', ...flags], { input }),
        2,
        says,
      );
      expect(stored()).toEqual(before);
    });
  }

  test('a file that is not there', () => {
    const before = stored();
    refused(home.run(['reflect', '--answers', 'nowhere.json']), 2, /nowhere\.json/);
    refused(home.run(['reflect', '--answers', '.']), 2);
    expect(stored()).toEqual(before);
  });
});

test('an error says nothing of a long text that was written', () => {
  using home = new Home();
  const input = answers(`{"R1":"${'Sam is ill and told me so in confidence. '.repeat(3)}"}`);
  const { stderr } = home.run(['reflect', '--answers', '-'], { input });
  expect(stderr).not.toContain('Sam');
});

test('--late keeps old counts, marked, and leaves them out of every index', () => {
  using home = new Home();
  const input = '{"on":"2026-11-17","answers":{"tallies":{"c":4},"R1":2}}';
  const { code, stdout } = home.run(['reflect', '--answers', '-', '--late', '--json'], { input });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ on: '2026-11-17', late: true });
  expect(home.rows('SELECT n, late FROM v_tally')).toEqual([{ n: 4, late: 1 }]);
  expect(home.rows('SELECT * FROM v_tally_week')).toEqual([]);
  expect(home.ask(['today'])['handedBack']).toBeNull();
});

test('text is taken for any day that was', () => {
  using home = new Home();
  const input =
    '{"on":"2019-01-07","answers":{"note":"from the old notebook","tallies":{"a":null}}}';
  expect(home.run(['reflect', '--answers', '-'], { input }).code).toBe(0);
});

test('a command that is refused on a new machine makes no journal', () => {
  using home = new Home();
  const commands = [
    ['reflect', '--answers', '-'],
    ['tally', 'c', '@nobody'],
    ['note', 'x', '@nobody'],
    ['edit', '019a2b3c', '--item', 'note', '--to', 'x'],
    ['delete', '019a2b3c', '--yes'],
    ['done'],
    ['undo'],
    ['redo'],
    ['person', 'contact', 'nobody'],
    ['import', 'jsonl', 'nowhere.jsonl'],
  ];
  for (const command of commands) {
    const { code } = home.run(command);
    expect({ command, refused: code === 1 || code === 2, made: existsSync(home.journal) }).toEqual({
      command,
      refused: true,
      made: false,
    });
  }
});

describe('a path that nothing can stand at', () => {
  const long = 'a'.repeat(300);
  test.each([
    ['backup', 'verify', long],
    ['backup', 'restore', long, '--yes'],
    ['import', 'jsonl', long],
    ['import', 'jrnl', long],
    ['import', 'dayone', long],
    ['import', 'markdown', long],
    ['doctor', '--salvage', long],
    ['export', 'jsonl', '--out', long],
    ['export', 'markdown', '--out', `${long}.md`],
    ['export', 'csv', '--out', long],
    ['export', 'markdown', '--for', 'coach', '--out', long],
    ['pack', 'check', long],
    ['reflect', '--answers', long],
    ['list', '--journal', long],
    ['note', 'x', '--journal', long],
    ['doctor', '--journal', long],
    ['backup', 'verify', 'journal.txt/x'],
    ['import', 'jrnl', 'journal.txt/x'],
  ])('is refused: %s %s', (...args) => {
    using home = new Home();
    home.run(['note', 'x']);
    home.shell('touch journal.txt');
    const { code, stdout, stderr } = home.run(args.filter((arg) => arg !== undefined));
    expect({ code, stdout, stderr }).toEqual({
      code: expect.toBeOneOf([1, 2, 4]),
      stdout: '',
      stderr: expect.stringMatching(refusedSentence),
    });
    expect(stderr).not.toContain('inside praxis');
  });

  test('what keeps nothing, a device or a socket, is no journal, and stays as it is', async () => {
    using home = new Home();
    const socket = join(home.path, 'socket');
    const server = createServer();
    await new Promise<void>((done) => server.listen(socket, done));
    try {
      chmodSync(socket, 0o666);
      for (const args of [['list'], ['note', 'x'], ['doctor'], ['doctor', '--fix', '--yes']])
        refused(home.run([...args, '--journal', socket]), 4, 'is no file that keeps anything');
      expect(statSync(socket).mode & 0o777).toBe(0o666);
    } finally {
      server.close();
    }
  });
});
