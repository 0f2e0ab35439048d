import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

describe('exercise', () => {
  test('offers one, lists them all, and shows one in full, by id or by name', () => {
    using home = new Home();
    const { schema, offer } = home.ask<{ schema: string; offer: { exercise: string } }>([
      'exercise',
    ]);
    expect(schema).toBe('praxis.offer/1');
    expect(home.run(['exercise']).stdout).toContain(offer.exercise);
    const { exercises } = home.ask<{ exercises: { id: string; slug: string }[] }>([
      'exercise',
      'list',
    ]);
    expect(exercises.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, i) => `X${i + 1}`),
    );
    const byId = home.run(['exercise', 'show', 'X5']).stdout;
    expect(byId).toContain('Answer on hold');
    expect(home.run(['exercise', 'show', 'answer-on-hold']).stdout).toBe(byId);
    expect(home.ask(['exercise', 'show', 'x5'])['schema']).toBe('praxis.exercise/1');
    expect(() => home.files()).toThrow();
  });

  test('is planned as an if-then, done with what it records, and followed up', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const planned = home.ask([
      'exercise',
      'plan',
      'X5',
      '@lee',
      '--if',
      'Lee asks',
      '--then',
      'ask back',
    ]);
    expect(planned).toMatchObject({
      schema: 'praxis.run/1',
      state: 'planned',
      exercise: 'X5',
      person: 'lee',
    });
    expect(home.rows('SELECT if_text, then_text FROM v_intention')).toEqual([
      { if_text: 'Lee asks', then_text: 'ask back' },
    ]);
    refused(
      home.run(['exercise', 'plan', 'X5', '--if', 'a', '--then', 'b']),
      5,
      /X5 is planned already/,
    );
    const done = home.ask(['exercise', 'do', 'X3', '@lee', 'rounds=2', 'accepted=1']);
    expect(done).toMatchObject({ schema: 'praxis.run/1', state: 'done', exercise: 'X3' });
    expect(home.ask(['exercise', 'log', 'X3', 'rounds=1', 'accepted=1'])['schema']).toBe(
      'praxis.log/1',
    );
    expect(home.rows('SELECT x, n FROM v_exercise_log ORDER BY n')).toEqual([
      { x: 1, n: 1 },
      { x: 1, n: 2 },
    ]);
    expect(home.run(['exercise', 'skip', 'X6', '--reason', 'no-occasion']).stdout).toContain(
      'X6 skipped',
    );
    expect(home.run(['undo']).stdout).toContain('Undone: exercise');
    expect(home.files()).toEqual(['journal.db']);
  });

  test('refuses whole', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const before = home.hash();
    const refusals: readonly [args: string[], says: RegExp][] = [
      [['show', 'X99'], /"X99".*Did you mean "X\d+"/],
      [['show', 'answer-on-hodl'], /Did you mean "answer-on-hold"/],
      [['plan', 'X5'], /A plan needs a moment and an act/],
      [['plan', 'X5', '--if', 'a', '--then', ' '], /A plan needs a moment and an act/],
      [['plan', 'X5', '@le', '--if', 'a', '--then', 'b'], /Did you mean "lee"/],
      [['do', 'X3', 'rounds=2', 'acepted=1'], /"acepted".*Did you mean "accepted"/],
      [['do', 'X3', 'rounds=1', 'accepted=2'], /accepted=2 is more than rounds=1/],
      [['do', 'X3', 'rounds=-1', 'accepted=0'], /rounds/],
      [['do', 'X3', 'rounds'], /rounds/],
      [['do', 'X3', '--on', 'tomorrow'], /has not come/],
      [['log', 'X3', '@lee'], /nothing to record/],
      [['skip', 'X6', '--reason', 'latr'], /"latr".*Did you mean "later"/],
    ];
    for (const [args, says] of refusals) {
      refused(home.run(['exercise', ...args]), 2, says);
      refusedAsJson(home.run(['exercise', ...args, '--json']), 2, says);
    }
    refused(home.run(['exercise', 'dno', 'X3']), 2, /dno.*Did you mean "?do"?/);
    expect(home.hash()).toBe(before);
  });

  test('is led through step by step at a terminal, and goes on tomorrow where today stopped', async () => {
    using home = new Home();
    using first = new Terminal(home, ['exercise', 'do', 'X5']);
    await first.until('Set a cue');
    await first.until('l later');
    first.type('d');
    await first.until('When it comes, ask what they have considered.');
    await first.until('l later');
    first.type('l');
    await first.until('Kept at step 2. praxis exercise do X5 goes on from here.');
    expect(await first.end()).toBe(0);
    using second = new Terminal(home, ['exercise', 'do', 'X5']);
    for (const step of [
      'When it comes',
      'Ask what they would do',
      'Ask what they need',
      'Answer only what is left',
    ]) {
      await second.until(step);
      await second.until('l later');
      second.type('d');
    }
    await second.answer('times you asked back first', '3');
    await second.answer('of these, they left with a step of their own', '2');
    await second.until('X5 done');
    expect(await second.end()).toBe(0);
    expect(home.rows('SELECT x, n FROM v_exercise_log')).toEqual([{ x: 2, n: 3 }]);
  });

  test('interrupted, ends with 130 and keeps the steps that were done', async () => {
    using home = new Home();
    using terminal = new Terminal(home, ['exercise', 'do', 'X5']);
    await terminal.until('l later');
    terminal.type('d');
    await terminal.until('When it comes');
    await terminal.until('l later');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(home.rows('SELECT step, state FROM exercise_run')).toEqual([
      { step: 1, state: 'doing' },
    ]);
  });
});

describe('learn', () => {
  test('has one card a week, the same all week, and any card by its name', () => {
    using home = new Home();
    const card = home.ask<{ schema: string; id: string }>(['learn'], {
      now: '2026-11-16T09:00:00Z',
    });
    expect(card.schema).toBe('praxis.card/1');
    expect(home.ask(['learn'], { now: '2026-11-22T20:00:00Z' })).toEqual(card);
    expect(home.ask<{ id: string }>(['learn'], { now: '2026-11-23T09:00:00Z' }).id).not.toBe(
      card.id,
    );
    expect(home.ask(['learn', card.id])).toEqual(card);
    const { cards } = home.ask<{ cards: { id: string }[] }>(['learn', 'list']);
    expect(cards.map(({ id }) => id)).toContain(card.id);
    const slip = card.id.slice(1);
    refused(home.run(['learn', slip]), 2, new RegExp(`Did you mean "${card.id}"`));
    expect(() => home.files()).toThrow();
  });
});

describe('pack', () => {
  test('lists what is shipped, shows it, and makes one of your own', () => {
    using home = new Home();
    const { packs } = home.ask<{ packs: { pack: string }[] }>(['pack']);
    expect(packs.map(({ pack }) => pack)).toEqual([
      'prompts',
      'exercises',
      'questions',
      'facets',
      'cards',
    ]);
    expect(home.run(['pack', 'show', 'prompts']).stdout).toContain('stance-question');
    const made = home.ask<{ path: string }>(['pack', 'new', 'mine']);
    expect(made.path).toBe(join(home.path, '.config/praxis/packs/mine.yaml'));
    expect(home.run(['pack', 'check'])).toMatchObject({ code: 0, stderr: '' });
    expect(home.ask(['pack', 'check', made.path])).toEqual({
      schema: 'praxis.pack-check/1',
      problems: [],
    });
    const before = readFileSync(made.path, 'utf8');
    expect(home.run(['pack', 'new', 'mine']).code).toBe(5);
    expect(readFileSync(made.path, 'utf8')).toBe(before);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('refusals', () => {
    using home = new Home();
    refused(home.run(['pack', 'show', 'promts']), 2, /"promts".*Did you mean "prompts"/);
    refused(home.run(['pack', 'check', 'nowhere.yaml']), 2, /nowhere\.yaml cannot be read/);
    for (const name of ['../x', 'prompts', 'A B', '', 'x/y'])
      refused(home.run(['pack', 'new', '--', name]), 2, /cannot be the name of a pack/);
    refused(home.run(['pack', 'shwo', 'prompts']), 2, /shwo.*Did you mean "?show"?/);
  });

  test('one that is broken is told in two lines, and praxis works on without it', () => {
    using home = new Home();
    const { path } = home.ask<{ path: string }>(['pack', 'new', 'mine']);
    for (const broken of [
      'a: [',
      'pack: mine\npromts: []\n',
      'a: &a [*a, *a]\n',
      '\u0000',
      '- 1\n',
    ]) {
      writeFileSync(path, broken);
      refused(home.run(['pack', 'check']), 2, /mine/);
      expect(home.run(['reflect', '--template']).code).toBe(0);
      expect(home.run(['tally', 'c']).code).toBe(0);
    }
  });
});

describe('what had better be left out', () => {
  const TEXT = 'Sam is pregnant';

  test('is named to a script on stderr, without a word of the text, and kept', () => {
    using home = new Home();
    const outcome = home.run(['note', TEXT, '--json']);
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('pregnancy');
    expect(outcome.stderr).not.toContain('Sam');
    expect(outcome.json<{ answers: object }>().answers).toEqual({ note: TEXT });
  });

  test('is asked about at a terminal, and the user decides', async () => {
    using home = new Home();
    using first = new Terminal(home, ['note', TEXT]);
    await first.until('pregnan');
    await first.until('c change it');
    first.type('c');
    expect(await first.end()).toBe(1);
    expect(existsSync(home.journal)).toBe(false);
    using second = new Terminal(home, ['note', TEXT]);
    await second.until('pregnan');
    await second.until('c change it');
    second.type('k');
    expect(await second.end()).toBe(0);
    expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text: TEXT }]);
  });
});
