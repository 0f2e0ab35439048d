import { existsSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

/** A journal with somebody in it. */
function withLee(): Home {
  const home = new Home();
  home.ask(['person', 'add', 'lee']);
  return home;
}

const stored = (home: Home) =>
  home.rows(
    'SELECT facet, state, text, source, confidence, outcome, settled_on, fresh_until FROM knowledge ORDER BY id',
  );

describe('noting what is known', () => {
  it('keeps how, what, from where and until when', () => {
    using home = withLee();
    const known = home.ask([
      ...['know', 'lee', 'growth', 'architecture', 'work', '--how', 'told', '--source', 'our talk'],
      ...['--on', '2026-11-16'],
    ]);
    expect(known).toMatchObject({
      schema: 'praxis.knowledge/1',
      person: 'lee',
      facet: 'growth',
      area: 'values',
      on: '2026-11-16',
      state: 'told',
      text: 'architecture work',
      source: 'our talk',
      confidence: null,
      freshUntil: '2027-11-16',
      settled: [],
    });
    expect(home.run(['know', 'lee', 'growth', 'x', '--how', 'seen']).stdout).toBe(
      '  Kept: Growth they want of lee, seen.\n',
    );
  });

  it('takes the beginning of a facet, and a text from stdin', () => {
    using home = withLee();
    home.run(['know', '@lee', 'BEST', '-', '--how', 'assumed'], { input: 'mornings\n' });
    expect(stored(home)).toMatchObject([{ facet: 'best-hours', text: 'mornings' }]);
  });

  it.each(['na', 'unknown'])('%s takes no text', (how) => {
    using home = withLee();
    expect(home.ask(['know', 'lee', 'stayed', '--how', how])).toMatchObject({
      state: how,
      text: null,
      freshUntil: null,
    });
  });

  it('said twice on a day is said once; undo takes it back', () => {
    using home = withLee();
    const args = ['know', 'lee', 'done', 'tested', '--how', 'assumed', '--sure', '90%'];
    const first = home.ask(args);
    expect(home.ask(args)['id']).toBe(first['id']);
    expect(stored(home)).toHaveLength(1);
    home.run(['undo']);
    expect(stored(home)).toEqual([]);
  });

  it('notes the talk too, in the same action', () => {
    using home = withLee();
    home.ask(['know', 'lee', 'done', 'tested', '--how', 'told', '--contact']);
    expect(home.rows('SELECT on_day FROM contact')).toEqual([{ on_day: '2026-11-20' }]);
    home.run(['undo']);
    expect(home.rows('SELECT on_day FROM contact')).toEqual([]);
    expect(stored(home)).toEqual([]);
  });

  it('counts a question of the list that led to it', () => {
    using home = withLee();
    const known = ['know', 'lee', 'done', 'tested', '--how', 'told', '--question', 'done-'];
    refused(home.run(known), 2, 'fits more than one question');
    const { questions } = home.ask<{ questions: { id: string }[] }>([
      ...['question', 'list', '--facet', 'done'],
    ]);
    const [{ id } = { id: '' }] = questions;
    home.ask([...known.slice(0, -1), id]);
    expect(home.rows('SELECT question, person, learned, facet FROM v_question_asked')).toEqual([
      { question: id, person: 'lee', learned: 'tested', facet: 'done' },
    ]);
  });

  it('warns of what does not belong there, without repeating it', () => {
    using home = withLee();
    const { code, stderr } = home.run(['know', 'lee', 'drains', 'her divorce', '--how', 'told']);
    expect(code).toBe(0);
    expect(stderr).toContain('family');
    expect(stderr).not.toContain('divorce');
  });
});

describe('a guess with a confidence is a bet', () => {
  const guess = ['know', 'lee', 'best-hours', 'mornings', '--how', 'assumed', '--sure', '0.8'];

  it('is settled by what confirms the facet', () => {
    using home = withLee();
    const bet = home.ask(guess);
    const told = home.ask([
      ...['know', 'lee', 'best-hours', 'after lunch', '--how', 'told', '--was', 'wrong'],
    ]);
    expect(told['settled']).toEqual([{ id: bet['id'], outcome: 'wrong' }]);
    expect(home.rows('SELECT settled_by, outcome FROM knowledge WHERE confidence = 0.8')).toEqual([
      { settled_by: told['id'], outcome: 'wrong' },
    ]);
    home.run(['undo']);
    expect(stored(home)).toMatchObject([{ outcome: null, settled_on: null }]);
  });

  it('without --was it stays open, and stderr says how to settle it, without its words', () => {
    using home = withLee();
    home.run(guess);
    const { code, stderr } = home.run(['know', 'lee', 'best-hours', 'noon', '--how', 'seen']);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'praxis: A guess of yours on best-hours of lee waits to be settled: praxis know lee best-hours --was right, wrong or half.\n',
    );
    const settled = home.ask(['know', 'lee', 'best-hours', '--was', 'half']);
    expect(settled).toMatchObject({ state: 'assumed', outcome: 'half', settledOn: '2026-11-20' });
    expect(home.rows('SELECT count(*) AS n FROM knowledge')).toEqual([{ n: 2 }]);
    const again = home.run(['know', 'lee', 'best-hours', '--was', 'right']);
    refused(again, 1, 'No bet on best-hours of lee waits');
  });

  it('of two bets on a facet the latest is settled, and the other one is told of', () => {
    using home = withLee();
    home.run(guess);
    const later = home.ask([
      'know',
      'lee',
      'best-hours',
      'not Fridays',
      '--how',
      'assumed',
      '--sure',
      '60',
    ]);
    const { code, stderr } = home.run([
      ...['know', 'lee', 'best-hours', 'any day', '--how', 'told', '--was', 'wrong'],
    ]);
    expect({ code, waits: /^praxis: A guess .* waits/.test(stderr) }).toEqual({
      code: 0,
      waits: true,
    });
    expect(home.rows('SELECT id FROM knowledge WHERE outcome IS NOT NULL')).toEqual([
      { id: later['id'] },
    ]);
  });
});

describe('what know refuses', () => {
  const flags: readonly [args: string[], says: string][] = [
    [['best-hours', 'x'], 'How do you know it?'],
    [['best-hours'], 'How do you know it?'],
    [['best-hours', 'x', '--how', 'tolt'], 'Did you mean "told"?'],
    [['best-hours', '--how', 'told'], 'There is no text to keep.'],
    [['best-hours', '  ', '--how', 'told'], 'The text is empty.'],
    [['best-hours', 'x', '--how', 'na'], 'takes no text'],
    [['best-hours', 'x', '--how', 'told', '--sure', '0.8'], '--sure goes with a guess'],
    [['best-hours', 'x', '--how', 'assumed', '--sure', '0.4'], '--sure is "0.4"'],
    [['best-hours', 'x', '--how', 'assumed', '--sure', '120'], '--sure is "120"'],
    [['best-hours', 'x', '--how', 'assumed', '--was', 'right'], '--was goes with what confirms'],
    [['best-hours', 'x', '--how', 'told', '--was', 'rigth'], 'Did you mean "right"?'],
    [['best-hours', 'x', '--how', 'told', '--source', ' '], '--source is empty'],
    [['best-hours', 'x', '--how', 'told', '--on', '2026-11-21'], 'has not come yet'],
    [['best-hours', 'x', '--how', 'assumed', '--question', 'y'], '--question goes with what'],
    [['best-hours', '--rate', '3'], '--rate goes without a facet'],
    [[], 'Nobody is there to be asked'],
    [['--how', 'told'], '--how goes with a facet'],
    [['--on', 'today'], '--on goes with a facet'],
    [['--rate', '6'], '--rate is "6"'],
  ];

  test.each(flags)('%j', (args, says) => {
    using home = new Home();
    refused(home.run(['know', 'lee', ...args]), 2, says);
    refusedAsJson(home.run(['know', 'lee', ...args, '--json']), 2, says);
    expect(existsSync(home.journal)).toBe(false);
  });

  const inside: readonly [args: string[], code: number, says: string][] = [
    [['leo', 'best-hours', 'x', '--how', 'told'], 2, 'Did you mean "lee"?'],
    [['lee', 'bets-hours', 'x', '--how', 'told'], 2, 'Did you mean "best-hours"?'],
    [['lee', 'd', 'x', '--how', 'told'], 2, 'fits more than one facet'],
    [['lee', 'done', 'x', '--how', 'told', '--was', 'right'], 1, 'No bet on done of lee'],
    [['lee', 'done', 'x', '--how', 'told', '--question', 'nonsense'], 2, 'There is no question'],
    [['lee', '--rate', '3', '--on', '2026-11-10'], 2, 'more than 2 days back'],
    [['me', 'best-hours', 'x', '--how', 'told'], 2, 'There is no facet "best-hours"'],
    [['me', 'context', 'x', '--how', 'assumed', '--sure', '0.9'], 2, '--sure goes with somebody'],
    [['me', 'context', 'x', '--how', 'told', '--contact'], 2, '--contact goes with a person'],
    [['me', '--rate', '3'], 2, 'somebody else'],
  ];

  test('people, facets and bets that there are not, and nothing is stored', () => {
    using home = withLee();
    const before = home.hash();
    for (const [args, code, says] of inside) {
      refused(home.run(['know', ...args]), code, says);
      refusedAsJson(home.run(['know', ...args, '--json']), code, says);
    }
    expect(home.hash()).toBe(before);
  });

  test('a person whose code stands for oneself', () => {
    using home = new Home();
    refused(home.run(['person', 'add', 'me']), 2, '"me" stands for yourself');
    expect(existsSync(home.journal)).toBe(false);
  });
});

describe('whom I lead', () => {
  it('is a moment about the person: shown, listed, mended, exported and undone', () => {
    using home = withLee();
    const session = home.ask<{ id: string }>(['know', 'lee', '--rate', '4']);
    expect(session).toMatchObject({
      schema: 'praxis.session/1',
      kind: 'moment',
      person: 'lee',
      answers: { R0: 4 },
    });
    expect(home.rows('SELECT item, value, person, version FROM v_rating')).toEqual([
      { item: 'R0', value: 4, person: 'lee', version: 1 },
    ]);
    expect(home.run(['list']).stdout).toContain('Whom I lead 4 of 5, with lee');
    expect(home.run(['show', session.id]).stdout).toContain('Whom I lead 4 of 5');
    expect(home.run(['export', 'markdown', '--person', 'lee']).stdout).toContain(
      'Whom I lead: 4 of 5',
    );
    expect(home.run(['export', 'jsonl', '--person', 'lee']).stdout).toContain('"item":"R0"');
    home.ask(['edit', session.id, '--item', 'R0', '--to', '2']);
    expect(home.rows('SELECT value, person FROM v_rating')).toEqual([{ value: 2, person: 'lee' }]);
    refused(home.run(['edit', session.id, '--item', 'R0', '--to', '6']), 2, '"R0" is 6');
    home.run(['undo']);
    home.run(['undo']);
    expect(home.rows('SELECT * FROM v_rating')).toEqual([]);
  });

  it('is no key of a daily session', () => {
    using home = new Home();
    const input = '{"answers":{"R0":3}}';
    refused(home.run(['reflect', '--answers', '-'], { input }), 2, '"R0" is not a key');
  });
});

describe('facet by facet, at a terminal', () => {
  it('asks whom I lead, then each facet; keeps each as it is answered', async () => {
    using home = withLee();
    using terminal = new Terminal(home, ['know', 'lee']);
    await terminal.until('When work is unclear, what does lee mostly do?');
    await terminal.until('5 goes ahead and takes others along');
    terminal.type('3');
    await terminal.until('1 of 18');
    await terminal.until('Best hours and interruptions: unknown');
    await terminal.until('q enough');
    terminal.type('a');
    await terminal.answer('ctrl-o opens your editor', 'Mornings, before the stand-up');
    await terminal.until('How sure are you?');
    await terminal.until('5 100 %, certain');
    terminal.type('4');
    await terminal.until('2 of 18');
    expect(stored(home)).toMatchObject([{ state: 'assumed', confidence: 0.9 }]);
    await terminal.until('q enough');
    terminal.type('\r');
    await terminal.until('3 of 18');
    await terminal.until('q enough');
    terminal.type('x');
    await terminal.until('4 of 18');
    await terminal.until('q enough');
    terminal.type('t');
    await terminal.answer('ctrl-o opens your editor', 'Chat, within the hour');
    await terminal.until('5 of 18');
    await terminal.until('q enough');
    terminal.type('q');
    await terminal.until('3 facets kept, 16 still open.');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT facet, state, text FROM v_facet ORDER BY facet')).toEqual([
      { facet: 'best-hours', state: 'assumed', text: 'Mornings, before the stand-up' },
      { facet: 'channel', state: 'told', text: 'Chat, within the hour' },
      { facet: 'planning-grain', state: 'na', text: null },
    ]);
    expect(home.rows('SELECT value FROM v_rating')).toEqual([{ value: 3 }]);
    expect(home.rows('SELECT count(*) AS n FROM action')).toEqual([{ n: 5 }]);
  });

  it('asks whom I lead once a quarter, and settles a bet with one key that shows the guess', async () => {
    using home = withLee();
    home.ask(['know', 'lee', '--rate', '2'], { now: '2026-08-29T18:10:00Z' });
    home.ask(['know', 'lee', 'best', 'mornings', '--how', 'assumed', '--sure', '0.6']);
    using terminal = new Terminal(home, ['know', 'lee']);
    await terminal.until('Best hours and interruptions: assumed Fri 20 Nov: mornings');
    await terminal.until('q enough');
    terminal.type('s');
    await terminal.until('tab takes: mornings');
    terminal.type('\t\r');
    await terminal.until('You guessed, 60 % sure on Fri 20 Nov: mornings. Was it right?');
    await terminal.until('h half right');
    terminal.type('r');
    await terminal.until('2 of 18');
    await terminal.until('q enough');
    terminal.type('\u0003');
    await terminal.until('What you answered is kept. praxis know lee goes on.');
    expect(await terminal.end()).toBe(130);
    expect(terminal.text).not.toContain('When work is unclear');
    expect(stored(home)).toMatchObject([
      { state: 'assumed', outcome: 'right' },
      { state: 'seen', text: 'mornings' },
    ]);

    using later = new Terminal(home, ['know', 'lee'], { now: '2026-11-21T18:10:00Z' });
    await later.until('When work is unclear');
    later.type('\u0003');
    expect(await later.end()).toBe(130);
  });

  it('asks again about a text that touches what should stay out', async () => {
    using home = withLee();
    using terminal = new Terminal(home, ['know', 'lee', 'drains']);
    await terminal.until('q enough');
    terminal.type('t');
    await terminal.answer('ctrl-o opens your editor', 'her divorce');
    await terminal.until('This touches family ("divorce")');
    await terminal.until('c change it');
    terminal.type('c');
    await terminal.until('divorce');
    terminal.type(`${'\u007f'.repeat(11)}long meetings\r`);
    await terminal.until('Kept: What drains them of lee, told.');
    expect(await terminal.end()).toBe(0);
    expect(stored(home)).toMatchObject([{ text: 'long meetings' }]);
  });

  it('about oneself: six facets, no rating, no bets', async () => {
    using home = withLee();
    using terminal = new Terminal(home, ['know', 'me']);
    await terminal.until('1 of 6');
    await terminal.until('How I disagree: unknown');
    await terminal.until('q enough');
    terminal.type('a');
    await terminal.answer('ctrl-o opens your editor', 'late, and in private');
    await terminal.until('2 of 6');
    await terminal.until('q enough');
    terminal.type('q');
    expect(await terminal.end()).toBe(0);
    expect(terminal.text).not.toContain('How sure');
    expect(home.rows('SELECT person, facet, state FROM v_facet')).toEqual([
      { person: null, facet: 'disagreeing', state: 'assumed' },
    ]);
  });
});

describe('show, edit and delete', () => {
  it('mend and remove what was noted; a removed confirmation reopens its bet', () => {
    using home = withLee();
    const bet = home.ask<{ id: string }>([
      ...['know', 'lee', 'done', 'tested', '--how', 'assumed', '--sure', '0.7'],
    ]);
    const told = home.ask<{ id: string }>([
      ...['know', 'lee', 'done', 'shipped', '--how', 'told', '--was', 'wrong'],
    ]);
    expect(home.ask(['show', bet.id])).toMatchObject({ outcome: 'wrong', confidence: 0.7 });
    expect(home.run(['show', told.id]).stdout).toContain('lee, done: told');

    expect(home.ask(['edit', told.id, '--item', 'text', '--to', 'in use'])).toMatchObject({
      schema: 'praxis.knowledge/1',
      text: 'in use',
    });
    home.ask(['edit', bet.id, '--item', 'was', '--to', 'half'], { now: '2026-12-01T18:10:00Z' });
    expect(
      home.rows('SELECT settled_on, settled_by FROM knowledge WHERE confidence IS NOT NULL'),
      'its day, and what settled it, stay',
    ).toEqual([{ settled_on: '2026-11-20', settled_by: told.id }]);
    home.ask(['edit', bet.id, '--item', 'sure', '--to', '60%']);
    expect(home.ask(['show', bet.id])).toMatchObject({ outcome: 'half', confidence: 0.6 });
    refused(home.run(['edit', told.id, '--item', 'was', '--to', 'right']), 2, 'has no "was"');
    refused(home.run(['edit', bet.id, '--item', 'sure', '--to', '0.2']), 2, '--sure is "0.2"');
    home.run(['undo']);
    home.run(['undo']);

    refused(home.run(['delete', told.id]), 2, 'what was noted about done of lee');
    home.ask(['delete', told.id, '--yes']);
    expect(stored(home)).toMatchObject([{ state: 'assumed', outcome: null, settled_on: null }]);
    home.run(['undo']);
    expect(stored(home)).toMatchObject([{ outcome: 'wrong' }, { text: 'in use' }]);
  });
});

it('goes out as markdown on its day, and back in as jsonl', () => {
  using home = withLee();
  home.ask(['know', 'lee', 'done', 'tested', '--how', 'assumed', '--sure', '0.7']);
  home.ask(['know', 'me', 'context', 'much', '--how', 'seen']);
  home.ask(['question', 'asked', 'stayed-longest', 'lee', '--learned', 'the people']);
  const { stdout } = home.run(['export', 'markdown']);
  expect(stdout).toContain('- What done means to them, lee: assumed, a bet, 70 % sure - tested\n');
  expect(stdout).toContain('- How much context they want, me: seen - much\n');
  expect(stdout).toMatch(/- Asked lee: .+ - the people\n/);
  const lee = home.run(['export', 'markdown', '--person', 'lee']).stdout;
  expect(lee).toContain('What done means to them, lee');
  expect(lee).not.toContain('How much context they want');
  const lines = home.run(['export', 'jsonl']).stdout;
  using other = new Home();
  expect(other.run(['import', 'jsonl', '-'], { input: lines }).code).toBe(0);
  expect(other.run(['export', 'jsonl']).stdout).toBe(lines);
});
