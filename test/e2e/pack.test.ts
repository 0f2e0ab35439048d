import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const GOOD = `pack: mine
prompts:
  - id: mine-one
    version: 1
    family: stance
    about: me
    tone: open
    text: What did I leave to somebody today?
`;

function withPack(home: Home, content: string | Uint8Array, name = 'mine.yaml'): void {
  const folder = join(home.path, '.config/praxis/packs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
}

describe('a pack of one own', () => {
  it('stands beside the shipped ones and can be answered', () => {
    using home = new Home();
    withPack(home, GOOD);
    expect(home.run(['pack', 'list']).stdout).toMatch(/mine\s+1 entry\s+mine\.yaml/);
    const input = JSON.stringify({ answers: { prompt: { id: 'mine-one', text: 'The release.' } } });
    const session = home.ask<{ answers: { prompt: { question: string } } }>(
      ['reflect', '--answers', '-'],
      { input },
    );
    expect(session.answers.prompt.question).toBe('What did I leave to somebody today?');
  });

  it('is started by pack new, private, valid, and never over another', () => {
    using home = new Home();
    const { path } = home.ask<{ path: string }>(['pack', 'new', 'mine']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(home.run(['pack', 'check']).code).toBe(0);
    expect(home.run(['pack', 'new', 'mine']).code).toBe(5);
    expect(home.run(['pack', 'new', '../mine']).code).toBe(2);
  });

  it.each(['prompts', 'exercises', 'questions', 'facets', 'cards'])(
    'can be copied from the shipped %s: what pack show prints is a pack',
    (name) => {
      using home = new Home();
      const yaml = home.run(['pack', 'show', name]).stdout;
      const own = yaml
        .replace(/^pack: .*/m, 'pack: mine')
        .replace(/^( {2}- id: )(.*)$/gm, '$1own-$2')
        .replace(/^( {4}slug: )(.*)$/gm, '$1own-$2');
      withPack(home, own);
      expect(home.run(['pack', 'check']).stderr).toBe('');
    },
  );
});

describe('a pack that is wrong is refused with one sentence, and praxis works on', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'
      .split('')
      .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
  ].join('\n');
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'a mistyped key',
      GOOD.replace('family', 'famly'),
      /line 5, "famly" is no key here\. Did you mean "family"\?/,
    ],
    [
      'a value that is no word at all',
      GOOD.replace('stance', '{toString: 1}'),
      /line 5, "family" is none of [^.]*\.\n/,
    ],
    ['a key that is a list', `? [a]\n: 1\n${GOOD}`, /"\[ a \]" is no key here/],
    ['a missing key', GOOD.replace('    tone: open\n', ''), /line 3, "tone" is missing/],
    [
      'a wrong family',
      GOOD.replace('stance', 'stanze'),
      /line 5, "family" is none of .* Did you mean "stance"\?/,
    ],
    [
      'an id that is taken',
      GOOD.replace('mine-one', 'stance-question'),
      /line 3, the id "stance-question" is taken already/,
    ],
    ['a key twice', `${GOOD}pack: other\n`, /line 9, "pack" stands there twice/],
    ['an alias bomb', bomb, /line 2, aliases \(\*\) are not taken/],
    ['__proto__', `${GOOD}__proto__:\n  polluted: true\n`, /line 9, "__proto__" is no key here/],
    ['10 MB', `# ${'x'.repeat(10 * 1024 * 1024)}\n${GOOD}`, /larger than 256 kB/],
    ['a wrong encoding', Buffer.from('pack: m\xfcnchen\n', 'latin1'), /not UTF-8/],
    ['a tag that would run', 'pack: !!js/function "function () { return 1 }"\n', /line 1/],
    [
      'control characters',
      GOOD.replace('What did I leave to somebody today?', '"\\e]0;x\\a"'),
      /line 8, "text" is wrong: plain text/,
    ],
    ['no YAML at all', 'pack: [\n', /line/],
    ['a list', '- a\n- b\n', /the pack/i],
  ])('%s', (_, content, message) => {
    using home = new Home();
    withPack(home, content);
    const check = home.run(['pack', 'check']);
    expect(check.code).toBe(2);
    expect(check.stderr).toMatch(message);
    expect(check.stderr.trim().split('\n')).toHaveLength(2);
    expect(check.stderr).not.toMatch(/\n\s+at /);
    const reflect = home.run(['reflect', '--answers', '-'], { input: '{"answers":{"R1":3}}' });
    expect(reflect.code).toBe(0);
    expect(reflect.stderr.trim().split('\n')).toHaveLength(1);
    expect(reflect.stderr).toContain('mine.yaml');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('nothing of the pack is changed by looking at it', () => {
    using home = new Home();
    withPack(home, 'pack: [');
    home.run(['pack', 'list']);
    expect(readFileSync(join(home.path, '.config/praxis/packs/mine.yaml'), 'utf8')).toBe('pack: [');
  });
});

describe('the recording boundary', () => {
  const text = 'Sam was in hospital, so Kim led the review.';

  it('warns a script on stderr, without repeating the text, and stores', () => {
    using home = new Home();
    const { code, stderr } = home.run(['note', text]);
    expect(code).toBe(0);
    expect(stderr).toContain('health');
    expect(stderr).not.toContain('hospital');
    expect(home.rows('SELECT text FROM answer')).toEqual([{ text }]);
  });

  it('asks somebody at a terminal before a file of answers is stored, and stores nothing if not', async () => {
    using home = new Home();
    const file = join(home.path, 'evening.json');
    writeFileSync(file, JSON.stringify({ answers: { note: text } }));
    const terminal = new Terminal(home, ['reflect', '--answers', file]);
    await terminal.until('c change it');
    terminal.type('c');
    expect(await terminal.end()).toBe(1);
    expect(existsSync(home.journal)).toBe(false);
  });

  it('says nothing about ordinary words', () => {
    using home = new Home();
    expect(home.run(['note', 'Lee aged the branch, and Kim kept faith in the plan.']).stderr).toBe(
      '',
    );
  });
});

describe('cards', () => {
  it('shows one a week, the same all week, another the next, and each with sources and an action', () => {
    using home = new Home();
    const id = (day: string) => home.ask<{ id: string }>(['learn'], { now: `${day}T12:00:00Z` }).id;
    expect(id('2026-11-16')).toBe(id('2026-11-22'));
    expect(id('2026-11-23')).not.toBe(id('2026-11-22'));
    expect(home.run(['learn']).stdout).toMatch(/This week:[\s\S]*\(\d{4}\)/);
  });
});

it.each([47, 48, 49])(
  'is the same again when it is shown, with %i characters of two halves',
  (n) => {
    using home = new Home();
    const text = ` ${'𝕏'.repeat(n)} and more`;
    const prompt = { id: 'x1', version: 1, family: 'stance', about: 'me', tone: 'open', text };
    withPack(home, JSON.stringify({ pack: 'mine', prompts: [prompt] }));
    expect(parse(home.run(['pack', 'show', 'mine']).stdout)).toEqual({
      pack: 'mine',
      prompts: [prompt],
    });
  },
);
