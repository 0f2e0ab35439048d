import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

interface Way {
  readonly id: string | null;
  readonly version: number | null;
  readonly on: string | null;
  readonly text: string | null;
}

/** An editor that keeps what it was given, and leaves the next of its pages behind; with none left, the text as it is. */
function editor(home: Home, ...pages: string[]): { EDITOR: string } {
  const script = join(home.path, 'editor.sh');
  for (const [i, page] of pages.entries()) writeFileSync(join(home.path, `page${i + 1}`), page);
  writeFileSync(
    script,
    `#!/bin/sh
n=$(cat "$HOME/n" 2>/dev/null || echo 0); n=$((n + 1)); echo $n > "$HOME/n"
cp "$1" "$HOME/given$n"
if [ -f "$HOME/page$n" ]; then cat "$HOME/page$n" > "$1"; fi
`,
  );
  chmodSync(script, 0o700);
  return { EDITOR: script };
}
const given = (home: Home, n: number) => readFileSync(join(home.path, `given${n}`), 'utf8');

test('no page yet: says how to begin, and JSON says null', () => {
  using home = new Home();
  expect(home.run(['focus', 'way']).stdout).toContain('praxis focus way --draft');
  expect(home.ask(['focus', 'way'])).toEqual({
    schema: 'praxis.way/1',
    id: null,
    version: null,
    on: null,
    text: null,
  });
  expect(home.ask(['focus', 'way', '--history'])).toEqual({ schema: 'praxis.ways/1', ways: [] });
  expect(existsSync(home.journal)).toBe(false);
});

describe('versions', () => {
  test('come from a file or from stdin, are numbered, and stay', () => {
    using home = new Home();
    writeFileSync(join(home.path, 'way.md'), '# Mine\n\n- I ask first\n  - and wait\n');
    const first = home.ask<Way>(['focus', 'way', '--set', 'way.md'], {
      now: '2026-10-02T18:00:00Z',
    });
    expect(first).toMatchObject({
      schema: 'praxis.way/1',
      version: 1,
      on: '2026-10-02',
      text: '# Mine\n\n- I ask first\n  - and wait',
    });
    const again = home.ask<Way>(['focus', 'way', '--set', 'way.md']);
    expect(again).toMatchObject({ id: first.id, version: 1 });
    const second = home.ask<Way>(['focus', 'way', '--set', '-'], { input: '# Mine, again\r\n' });
    expect(second).toMatchObject({ version: 2, on: '2026-11-20', text: '# Mine, again' });
    expect(home.ask(['focus', 'way'])).toMatchObject({ version: 2 });
    expect(home.ask(['focus', 'way', '--version', '1'])).toMatchObject({
      id: first.id,
      version: 1,
    });
    const { ways } = home.ask<{ ways: Way[] }>(['focus', 'way', '--history']);
    expect(ways.map(({ version, on }) => [version, on])).toEqual([
      [2, '2026-11-20'],
      [1, '2026-10-02'],
    ]);
    expect(home.run(['focus', 'way', '--version', '1']).stdout).toBe(
      '  My way of leading, version 1, Friday 2 October\n\n  # Mine\n\n  - I ask first\n    - and wait\n',
    );
    expect(home.run(['focus', 'way', '--history']).stdout).toMatch(
      /version 2 +Fri 20 Nov +# Mine, again\n +version 1 +Fri 2 Oct +# Mine\n/,
    );
    refused(home.run(['focus', 'way', '--version', '3']), 2, /no version 3/);
    refused(
      home.run(['edit', first.id ?? '', '--item', 'text', '--to', 'x']),
      1,
      /stays as it was/,
    );
    expect(home.ask(['focus'])).toMatchObject({ way: { version: 2, on: '2026-11-20' } });
    home.run(['undo']);
    expect(home.ask(['focus', 'way'])).toMatchObject({ version: 1 });
  });

  test('a page that is no text is refused', () => {
    using home = new Home();
    refused(
      home.run(['focus', 'way', '--set', '-'], { input: Uint8Array.of(0x23, 0xff) }),
      2,
      /UTF-8/,
    );
    expect(existsSync(home.journal)).toBe(false);
  });
});

describe('the draft', () => {
  const draft = (home: Home) => home.run(['focus', 'way', '--draft']).stdout;

  test('is put together from what is kept, on one page', () => {
    using home = new Home();
    expect(draft(home)).toContain('# My way of leading (draft)');
    expect(existsSync(home.journal)).toBe(false);
    home.run(['focus', 'set', 'We answer within a day']);
    home.run(['focus', 'choice', 'I answer fast']);
    home.run(['focus', 'choice', 'I ask first']);
    for (const outcome of [[], ['--partly'], ['--skipped']]) {
      home.run(['intend', 'Lee asks', 'ask back']);
      home.run(['done', ...outcome]);
    }
    home.run(['intend', 'nobody asks', 'wait']);
    home.run(['exercise', 'do', 'X3', 'rounds=1']);
    home.run(['exercise', 'do', 'X3', 'rounds=1']);
    mkdirSync(join(home.path, '.config/praxis/packs'), { recursive: true });
    writeFileSync(
      join(home.path, '.config/praxis/packs/mine.yaml'),
      `pack: mine
prompts:
  - id: own-prompt
    version: 1
    family: stance
    about: me
    tone: open
    text: Whose idea did I carry today?
`,
    );
    const page = draft(home);
    const lines = page.trimEnd().split('\n');
    for (const line of [
      '> We answer within a day',
      '> I ask first',
      '> I answer fast',
      '- if Lee asks, then ask back (2 times, 1 of these in part)',
      '- X3 Say it back, 2 times',
      '- Whose idea did I carry today?',
      'Which of these is now yours?',
    ])
      expect(lines).toContain(line);
    expect(page).not.toContain('nobody asks');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(home.ask(['focus', 'way', '--draft'])).toMatchObject({
      schema: 'praxis.way/1',
      version: null,
      draft: true,
      text: page.replace(/\n$/, ''),
    });
    expect(home.ask(['focus', 'way'])).toMatchObject({ version: null });
  });

  test('can go through a file and back', () => {
    using home = new Home();
    const { code } = home.shell(
      'praxis focus way --draft > way.md && echo "Mine now." >> way.md && praxis focus way --set way.md',
    );
    expect(code).toBe(0);
    expect(home.ask<Way>(['focus', 'way']).text).toMatch(
      /^# My way of leading[\s\S]*\nMine now\.$/,
    );
  });
});

describe('--edit', () => {
  const at = (home: Home, env: Record<string, string>) =>
    new Terminal(home, ['focus', 'way', '--edit'], { env });

  test('opens a draft, then the page in force, and keeps each as a new version', async () => {
    using home = new Home();
    const env = editor(home, '# Mine\n', '# Mine, again\n');
    using first = at(home, env);
    await first.until('Kept as version 1.');
    expect(await first.end()).toBe(0);
    expect(given(home, 1)).toContain('# My way of leading (draft)');
    using second = at(home, env);
    await second.until('Kept as version 2.');
    expect(await second.end()).toBe(0);
    expect(given(home, 2)).toBe('# Mine');
    expect(home.ask(['focus', 'way'])).toMatchObject({ version: 2, text: '# Mine, again' });
  });

  test('a page left as it was, or left empty, is not kept', async () => {
    using home = new Home();
    using unchanged = at(home, editor(home));
    await unchanged.until('Nothing changed');
    expect(await unchanged.end()).toBe(0);
    writeFileSync(join(home.path, 'page2'), '\n\n');
    using empty = at(home, editor(home));
    await empty.until('Nothing changed');
    expect(await empty.end()).toBe(0);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('what touches a private subject is asked about, and can be written again without losing the page', async () => {
    using home = new Home();
    using terminal = at(
      home,
      editor(home, '# Mine\n\nLee was sick.\n', '# Mine\n\nLee was away.\n'),
    );
    await terminal.until('This touches health');
    terminal.type('c');
    await terminal.until('Kept as version 1.');
    expect(await terminal.end()).toBe(0);
    expect(given(home, 2)).toContain('Lee was sick.');
    expect(home.ask<Way>(['focus', 'way']).text).toBe('# Mine\n\nLee was away.');
  });

  test('without an editor says how to set one, and stores nothing', async () => {
    using home = new Home();
    using terminal = at(home, {});
    await terminal.until('No editor is set.');
    expect(await terminal.end()).toBe(1);
    expect(existsSync(home.journal)).toBe(false);
  });
});
