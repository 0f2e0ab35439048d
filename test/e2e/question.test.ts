import { existsSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { QUESTIONS } from '../../src/content/questions.ts';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

interface Question {
  readonly id: string;
  readonly text: string;
  readonly facets: readonly string[];
  readonly source: string;
  readonly state: string;
  readonly asked: number;
  readonly confirmed: number;
  readonly lastAskedOn: string | null;
}

const list = (home: Home, ...flags: string[]) =>
  home.ask<{ questions: Question[] }>(['question', 'list', ...flags]).questions;
const one = (home: Home, id: string) => list(home).find((each) => each.id === id);

function withLee(): Home {
  const home = new Home();
  home.ask(['person', 'add', 'lee']);
  return home;
}

describe('the list', () => {
  it('holds what praxis comes with, and is what the command says alone', () => {
    using home = new Home();
    const questions = list(home);
    expect(questions.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id));
    expect(questions[0]).toEqual({
      id: 'best-hours-thinking',
      text: QUESTIONS[0]?.text,
      facets: ['best-hours'],
      source: 'shipped',
      state: 'active',
      reworded: false,
      asked: 0,
      confirmed: 0,
      lastAskedOn: null,
    });
    expect(home.run(['question']).stdout).toBe(home.run(['question', 'list']).stdout);
    for (const { facets } of list(home, '--facet', 'growth')) expect(facets).toContain('growth');
    expect(existsSync(home.journal)).toBe(false);
  });

  it('takes own questions, shows them by a short id, and finds them by it', () => {
    using home = withLee();
    const added = home.ask<Question>([
      ...['question', 'add', 'What should I never assume?', '--facet', 'dis', 'context'],
    ]);
    expect(added).toMatchObject({
      schema: 'praxis.question/1',
      source: 'own',
      facets: ['disagreeing', 'context'],
    });
    expect(list(home).at(-1)?.id).toBe(added.id);
    const text = home.run(['question', 'list', '--facet', 'context']).stdout;
    const [short = ''] = /\b[0-9a-f]{8}[0-9a-f-]* · disagreeing, context · yours/.exec(text) ?? [];
    const id = short.split(' ')[0] ?? '';
    expect(home.ask(['question', 'retire', id])).toMatchObject({ id: added.id, state: 'retired' });
    expect(one(home, added.id)).toBeUndefined();
    expect(list(home, '--retired').map((each) => each.id)).toEqual([added.id]);
    home.ask(['question', 'retire', id, '--back']);
    expect(one(home, added.id)?.state).toBe('active');
  });

  it('keeps the id of a shipped question that is reworded or retired; undo gives it back', () => {
    using home = withLee();
    const id = 'best-hours-thinking';
    home.ask(['question', 'edit', id, 'When do you think best?', '--facet', 'best-hours,drains']);
    expect(one(home, id)).toMatchObject({
      text: 'When do you think best?',
      facets: ['best-hours', 'drains'],
      source: 'shipped',
      reworded: true,
    });
    home.ask(['question', 'edit', id, '--facet', 'best-hours']);
    expect(one(home, id)).toMatchObject({
      text: 'When do you think best?',
      facets: ['best-hours'],
    });
    home.ask(['question', 'retire', id]);
    expect(one(home, id)).toBeUndefined();
    expect(home.rows('SELECT pack_id, state FROM question')).toEqual([
      { pack_id: id, state: 'retired' },
    ]);
    for (let i = 0; i < 3; i++) home.run(['undo']);
    expect(one(home, id)).toMatchObject({ text: QUESTIONS[0]?.text, reworded: false });
    expect(home.rows('SELECT * FROM question')).toEqual([]);
  });

  it('delete takes an own wording away, and the shipped one stands again', () => {
    using home = withLee();
    home.ask(['question', 'edit', 'best-hours-thinking', 'Mine?']);
    const [{ id } = { id: '' }] = home.rows<{ id: string }>('SELECT id FROM question');
    expect(home.ask(['show', id])).toMatchObject({ schema: 'praxis.wording/1', text: 'Mine?' });
    home.ask(['edit', id, '--item', 'text', '--to', 'Ours?']);
    expect(one(home, 'best-hours-thinking')?.text).toBe('Ours?');
    refused(home.run(['delete', id]), 2, 'your wording of best-hours-thinking');
    home.ask(['delete', id, '--yes']);
    expect(one(home, 'best-hours-thinking')?.text).toBe(QUESTIONS[0]?.text);
  });
});

describe('drawing', () => {
  it('is about what is least known of the person, the same all day', () => {
    using home = withLee();
    const draw = (...args: string[]) =>
      home.ask<Question & { facet: string | null; person: string | null }>([
        ...['question', 'draw', ...args],
      ]);
    const first = draw('lee');
    expect(first).toMatchObject({ person: 'lee', facet: 'best-hours' });
    expect(draw('lee')).toEqual(first);
    home.ask(['know', 'lee', 'best', 'x', '--how', 'told']);
    expect(draw('lee').facet).toBe('unclear-work');
    expect(draw('lee', '--facet', 'growth').facets).toContain('growth');
    expect(draw()).toMatchObject({ person: null, facet: null });
    expect(home.run(['question', 'draw', 'lee']).stdout).toContain('praxis question asked');
  });

  it('moves on once the question was asked', () => {
    using home = withLee();
    const draw = () => home.ask<Question>(['question', 'draw', 'lee']).id;
    const seen = new Set<string>();
    for (let i = 0; i < 4; i++) {
      const id = draw();
      seen.add(id);
      home.ask(['question', 'asked', id, 'lee']);
    }
    expect(seen.size).toBe(4);
  });

  it('cannot when every question about it is retired', () => {
    using home = withLee();
    for (const { id } of list(home, '--facet', 'growth')) home.ask(['question', 'retire', id]);
    refused(home.run(['question', 'draw', 'lee', '--facet', 'growth']), 1, 'about growth is left');
  });
});

describe('asked', () => {
  it('with what was learned confirms its facet, in one action', () => {
    using home = withLee();
    const id = 'best-hours-thinking';
    const asked = home.ask(['question', 'asked', id, 'lee', '--learned', 'mornings', '--contact']);
    expect(asked).toMatchObject({
      schema: 'praxis.asked/1',
      question: id,
      person: 'lee',
      on: '2026-11-20',
      learned: 'mornings',
      facet: 'best-hours',
      confirmed: true,
    });
    expect(home.rows('SELECT person, facet, state, text, source FROM v_facet')).toEqual([
      {
        person: 'lee',
        facet: 'best-hours',
        state: 'told',
        text: 'mornings',
        source: `asked: ${QUESTIONS[0]?.text}`,
      },
    ]);
    expect(one(home, id)).toMatchObject({ asked: 1, confirmed: 1, lastAskedOn: '2026-11-20' });
    expect(home.rows('SELECT count(*) AS n FROM contact')).toEqual([{ n: 1 }]);
    home.run(['undo']);
    for (const table of ['knowledge', 'question_asked', 'contact'])
      expect(home.rows(`SELECT * FROM ${table}`)).toEqual([]);
  });

  it('of several facets the one that was named, and none without a word', () => {
    using home = withLee();
    const id = 'stayed-longest';
    const { stderr, stdout } = home.run([
      ...['question', 'asked', id, 'lee', '--learned', 'people', '--json'],
    ]);
    expect(stderr).toContain('stayed and would-not-trade: --facet says which');
    expect(JSON.parse(stdout)).toMatchObject({ learned: 'people', facet: null, confirmed: false });
    expect(
      home.ask([...['question', 'asked', id, 'lee', '--learned', 'people', '--facet', 'stayed']]),
    ).toMatchObject({ facet: 'stayed', confirmed: true });
    expect(one(home, id)).toMatchObject({ asked: 2, confirmed: 1 });
  });

  it('may lead to a guess only, and may settle a bet', () => {
    using home = withLee();
    home.ask(['know', 'lee', 'best', 'nights', '--how', 'assumed', '--sure', '0.9']);
    const asked = ['question', 'asked', 'best-hours-thinking', 'lee', '--learned', 'mornings'];
    expect(home.ask([...asked, '--how', 'assumed'])).toMatchObject({ confirmed: false });
    home.ask([...asked, '--was', 'wrong']);
    expect(home.rows('SELECT outcome FROM v_bet')).toEqual([{ outcome: 'wrong' }]);
    expect(one(home, 'best-hours-thinking')).toMatchObject({ asked: 2, confirmed: 1 });
  });

  it('is shown, mended and removed; what was learned stays known', () => {
    using home = withLee();
    const { id } = home.ask<{ id: string }>([
      ...['question', 'asked', 'best-hours-thinking', 'lee', '--learned', 'mornings'],
    ]);
    expect(home.run(['show', id]).stdout).toContain('asked of lee');
    expect(home.ask(['edit', id, '--item', 'learned', '--to', 'noon'])).toMatchObject({
      learned: 'noon',
    });
    home.ask(['delete', id, '--yes']);
    expect(home.rows('SELECT * FROM question_asked')).toEqual([]);
    expect(home.rows('SELECT count(*) AS n FROM knowledge')).toEqual([{ n: 1 }]);
  });
});

describe('what question refuses', () => {
  const cases: readonly [args: string[], code: number, says: string][] = [
    [['lst'], 2, 'Did you mean "list"?'],
    [['list', '--facet', 'growht'], 2, 'Did you mean "growth"?'],
    [['draw', 'leo'], 2, 'Did you mean "lee"?'],
    [['add', ' '], 2, 'The text is empty'],
    [['add', 'x?', '--facet', 'nonsense'], 2, 'There is no facet "nonsense"'],
    [['add', QUESTIONS[0]?.text ?? ''], 5, 'has this question already'],
    [['edit', 'best-hours-thinking'], 2, 'nothing to change'],
    [['edit', 'best-hours', 'x?'], 2, 'fits more than one question'],
    [['edit', 'best-hours-thinking', QUESTIONS[1]?.text ?? ''], 5, 'has this question already'],
    [['retire', 'nonsense'], 2, 'There is no question "nonsense"'],
    [['asked', 'nonsense', 'lee'], 2, 'There is no question "nonsense"'],
    [['asked', 'best-hours-thinking', 'leo'], 2, 'Did you mean "lee"?'],
    [['asked', 'best-hours-thinking', 'me'], 2, 'asked of somebody else'],
    [['asked', 'best-hours-thinking', 'lee', '--facet', 'done'], 2, '--facet goes with what'],
    [['asked', 'best-hours-thinking', 'lee', '--was', 'right'], 2, '--was goes with what'],
    [['asked', 'best-hours-thinking', 'lee', '--learned', 'x', '--how', 'na'], 2, '--how is "na"'],
    [
      ['asked', 'best-hours-thinking', 'lee', '--learned', 'x', '--was', 'right'],
      2,
      'No bet waits',
    ],
    [['asked', 'best-hours-thinking', 'lee', '--on', 'tomorrow'], 2, 'has not come yet'],
  ];

  test('and nothing is stored', () => {
    using home = withLee();
    const before = home.hash();
    for (const [args, code, says] of cases) {
      refused(home.run(['question', ...args]), code, says);
      refusedAsJson(home.run(['question', ...args, '--json']), code, says);
    }
    expect(home.hash()).toBe(before);
  });
});
