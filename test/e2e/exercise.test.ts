import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../../src/content/exercises.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { Exercise } from '../../src/domain/exercise.ts';
import { fieldsOf } from '../../src/domain/exercise-record.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const TODAY = '2026-11-20' as Day;
const evening = (day: Day) => ({ now: `${day}T18:10:00Z` });
const followUpDay = ({ followUp }: Exercise) => addDays(TODAY, followUp.days);

interface Template {
  readonly answers: { followUp?: { exercise: string; question: string; text: string | null } };
}

/** A value that each field takes: shares of 1 in 2, the first of several words, a text. */
function valueFor({ takes, role }: ReturnType<typeof fieldsOf>[number]): string {
  if (takes === 'count') return role === 'n' ? '2' : '1';
  return takes === 'text' ? 'in one sentence' : (takes[0] ?? '');
}

/** Waits for a step, and then for its keys: those of the step before are drawn again when they are answered. */
async function stepOf(terminal: Terminal, { steps }: Exercise, i: number): Promise<void> {
  await terminal.until((steps[i] ?? '').slice(0, 25));
  await terminal.until('l later');
}

describe.each(EXERCISES)('$id $title', (exercise) => {
  const { id, records, followUp } = exercise;

  it('by script: planned, done with what it records, and its question comes back on its day', () => {
    using home = new Home();
    home.ask(['person', 'add', 'lee']);
    const planned = home.ask([
      'exercise',
      'plan',
      id,
      '@lee',
      '--if',
      'we meet',
      '--then',
      'I try it',
    ]);
    expect(planned).toMatchObject({
      schema: 'praxis.run/1',
      exercise: id,
      state: 'planned',
      person: 'lee',
    });
    const values = fieldsOf(records).map((field) => `${field.key}=${valueFor(field)}`);
    const done = home.ask(['exercise', 'do', id, '@lee', ...values]);
    expect(done).toMatchObject({
      id: planned['id'],
      state: 'done',
      followUpOn: followUpDay(exercise),
    });
    const [log] = home.rows<{ kind: string; x: number | null; n: number | null }>(
      'SELECT kind, x, n FROM v_exercise_log',
    );
    const shared = fieldsOf(records).some(({ role }) => role === 'x');
    expect(log).toEqual({ kind: records, x: shared ? 1 : null, n: shared ? 2 : null });

    const on = (day: Day) =>
      home.ask<Template>(['reflect', '--template'], evening(day)).answers.followUp;
    expect(on(addDays(TODAY, followUp.days - 1))).toBeUndefined();
    const due = on(followUpDay(exercise));
    expect(due).toMatchObject({ exercise: id, text: null });
    expect(due?.question).toContain(followUp.prompt);

    const input = JSON.stringify({ answers: { followUp: { exercise: id, text: 'It held.' } } });
    const session = home.ask<Template>(['reflect', '--answers', '-'], {
      ...evening(followUpDay(exercise)),
      input,
    });
    expect(session.answers.followUp?.text).toBe('It held.');
    expect(on(addDays(followUpDay(exercise), 1))).toBeUndefined();
  });

  it('at a terminal: step by step, kept when stopped, asked about in the session of its day', async () => {
    using home = new Home();
    const first = new Terminal(home, ['exercise', 'do', id]);
    await stepOf(first, exercise, 0);
    first.type('\r');
    await stepOf(first, exercise, 1);
    first.type('l');
    await first.until('goes on from here');
    expect(await first.end()).toBe(0);
    expect(home.rows('SELECT state, step FROM exercise_run')).toEqual([
      { state: 'doing', step: 1 },
    ]);

    const second = new Terminal(home, ['exercise', 'do', id]);
    for (let step = 1; step < exercise.steps.length; step++) {
      await stepOf(second, exercise, step);
      second.type('d');
    }
    for (const field of fieldsOf(records)) {
      await second.until(field.label);
      if (Array.isArray(field.takes)) second.type('1');
      else second.type(`${valueFor(field)}\r`);
    }
    await second.until('its question comes back');
    expect(await second.end()).toBe(0);
    expect(home.rows('SELECT state, follow_up_on FROM exercise_run')).toEqual([
      { state: 'done', follow_up_on: followUpDay(exercise) },
    ]);
    expect(home.rows('SELECT count(*) AS n FROM exercise_log')).toEqual([{ n: 1 }]);

    const asked = new Terminal(home, ['reflect', '--quick'], evening(followUpDay(exercise)));
    await asked.until(followUp.prompt.slice(0, 20));
    asked.type('We came back to it.\r');
    await asked.until('you answered or decided');
    asked.type('\u0003');
    expect(await asked.end()).toBe(130);
  });
});

it('Ctrl-C says where it goes on from: after a step, and where only the record is missing', async () => {
  using home = new Home();
  const exercise = EXERCISES.find(({ id }) => id === 'X3');
  if (!exercise) throw new Error('no X3');
  const first = new Terminal(home, ['exercise', 'do', 'X3']);
  await stepOf(first, exercise, 0);
  first.type('\u0003');
  expect(await first.end()).toBe(130);
  expect(first.text).not.toContain('Kept');

  const second = new Terminal(home, ['exercise', 'do', 'X3']);
  await stepOf(second, exercise, 0);
  second.type('d');
  await stepOf(second, exercise, 1);
  second.type('\u0003');
  await second.until('Kept at step 2. praxis exercise do X3 goes on from here.');
  expect(await second.end()).toBe(130);

  const third = new Terminal(home, ['exercise', 'do', 'X3']);
  for (let step = 1; step < exercise.steps.length; step++) {
    await stepOf(third, exercise, step);
    third.type('d');
  }
  await third.until(fieldsOf(exercise.records)[0]?.label ?? '');
  third.type('\u0003');
  await third.until('Kept with every step done. praxis exercise do X3 goes on from here.');
  expect(await third.end()).toBe(130);
});

describe('offering exercises', () => {
  const offered = (home: Home, day: Day = TODAY) =>
    home.ask<{ offer: { exercise: string; why: { kind: string } } | null }>(
      ['exercise'],
      evening(day),
    ).offer;

  it('offers one, says why, and says the same again on the same day', () => {
    using home = new Home();
    const text = home.run(['exercise']).stdout;
    expect(text).toContain('You have not tried it yet.');
    expect(home.run(['exercise']).stdout).toBe(text);
  });

  it('offers what the counts ask for', () => {
    using home = new Home();
    home.run(['tally', 'b9', 'p1', 'a1', 'c5']);
    expect(offered(home)).toMatchObject({
      why: { kind: 'weak', pair: 'arrival', right: 1, all: 10 },
    });
  });

  it('offers again 28 days after it was done, and 14 days after it was skipped', () => {
    using home = new Home();
    home.run(['exercise', 'do', 'X3', 'rounds=1']);
    home.run(['exercise', 'skip', 'X4', '--reason', 'later']);
    const next = (id: string) =>
      home
        .ask<{ exercises: { id: string; nextOffer: string | null }[] }>(['exercise', 'list'])
        .exercises.find((each) => each.id === id)?.nextOffer;
    expect(next('X3')).toBe('2026-12-18');
    expect(next('X4')).toBe('2026-12-04');
    expect(next('X5')).toBe('2026-11-20');
  });

  it('offers no more, but still does, what was skipped three times', () => {
    using home = new Home();
    for (const day of ['2026-09-01', '2026-09-20', '2026-10-10'] as Day[]) {
      home.run(['exercise', 'skip', 'X4'], evening(day));
    }
    expect(home.ask<{ nextOffer: string | null }>(['exercise', 'show', 'X4']).nextOffer).toBeNull();
    expect(home.run(['exercise', 'do', 'X4', 'all=3', 'open=2']).code).toBe(0);
  });
});

describe('what an exercise refuses', () => {
  it.each([
    [['exercise', 'show', 'X21'], 'There is no exercise "X21"'],
    [['exercise', 'do', 'X3', 'round=1'], 'Did you mean "rounds"?'],
    [['exercise', 'do', 'X3', 'rounds=1', 'accepted=2'], 'accepted=2 is more than rounds=1'],
    [['exercise', 'do', 'X3', 'rounds=-1'], 'whole number'],
    [['exercise', 'do', 'X12', 'stage=many'], 'alone, one, two'],
    [['exercise', 'log', 'X3'], ''],
    [['exercise', 'skip', 'X3', '--reason', 'latr'], 'Did you mean "later"?'],
    [['exercise', 'plan', 'X3'], 'A plan needs a moment and an act'],
    [['exercise', 'do', 'X3', '@nobody', 'rounds=1'], 'no person "nobody"'],
    [['exercise', 'do', 'X3', '--on', '2026-12-24'], 'has not come yet'],
  ])('%j', (args, message) => {
    using home = new Home();
    const { code, stderr } = home.run(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(home.journal)).toBe(false);
  });

  it('a second plan for the same exercise', () => {
    using home = new Home();
    const plan = ['exercise', 'plan', 'X3', '--if', 'we meet', '--then', 'I listen'];
    expect(home.run(plan).code).toBe(0);
    expect(home.run(plan).code).toBe(5);
  });
});

it('undo takes a planned exercise back whole, with its plan', () => {
  using home = new Home();
  home.run(['exercise', 'plan', 'X3', '--if', 'we meet', '--then', 'I listen']);
  home.run(['undo']);
  expect(home.rows('SELECT * FROM exercise_run')).toEqual([]);
  expect(home.rows('SELECT * FROM intention')).toEqual([]);
});

it('answering a follow-up leaves the prompt of its day as it was', () => {
  using home = new Home();
  const day = { now: '2026-11-23T18:10:00Z' };
  home.run(['exercise', 'do', 'X3', 'rounds=1']);
  const chosen = () => home.ask<{ candidates: unknown[] }>(['why'], day).candidates;
  const before = chosen();
  const input = '{"answers":{"followUp":{"exercise":"X3","text":"It held."}}}';
  expect(home.run(['reflect', '--answers', '-'], { ...day, input }).code).toBe(0);
  expect(chosen()).toEqual(before);
});
