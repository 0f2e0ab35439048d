import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import type { Focus } from '../../../src/domain/focus.ts';
import type { Heard } from '../../../src/domain/heard.ts';
import type { Milestone } from '../../../src/domain/milestone.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import type { WayFacts } from '../../../src/domain/way.ts';
import { focusText } from '../../../src/render/focus.ts';
import { heardText } from '../../../src/render/heard.ts';
import { milestoneStateText, milestonesText } from '../../../src/render/milestone.ts';
import { sceneText } from '../../../src/render/scene.ts';
import { choicesText } from '../../../src/render/statement.ts';
import { plainStyle, type Style } from '../../../src/render/text.ts';
import { DRAFT_LINES, wayDraft, waysText, wayText } from '../../../src/render/way.ts';

// Texts that try to colour the screen, to ring, to go back and to turn the reading direction, and are long.
const evil = `\u001b[31mred\u0007\r\u202etxt\u009b2J ${'語'.repeat(60)} ${'long '.repeat(40)}`;
const TODAY = '2026-11-20' as Day;
const ID = '01900000-0000-7000-8000-000000000000';
const ids = new Map([[ID, '01900000']]);
const style = plainStyle(60);

const said = (text: string, more: Partial<Statement> = {}): Statement => ({
  id: ID,
  kind: 'focus',
  on: TODAY,
  text,
  because: null,
  ...more,
});
const milestone = (dueOn: string, more: Partial<Milestone> = {}): Milestone => ({
  id: ID,
  madeOn: TODAY,
  text: 'Two teams on call',
  dueOn: dueOn as Day,
  reachedOn: null,
  droppedOn: null,
  ...more,
});
const heard = (more: Partial<Heard> = {}): Heard => ({
  id: ID,
  on: addDays(TODAY, -12),
  person: 'sam',
  about: 'fit',
  text: 'How does this fit?',
  answeredOn: null,
  answer: null,
  ...more,
});
const whole: Focus = {
  focus: said(evil, { because: evil }),
  milestones: [milestone('2026-11-01', { text: evil })],
  choice: said(evil, { kind: 'choice', because: evil }),
  way: { id: ID, version: 3, on: TODAY, text: evil },
  direction: { last: 9, before: 4 },
  effort: { linked: 5, earlier: 2, all: 14 },
};
const share = { right: 3, all: 4, value: 0.75, ci95: [0.3, 0.95] } as const;

const screens: Readonly<Record<string, (look: Style) => string>> = {
  focus: (look) => focusText(whole, ids, TODAY, look),
  choices: (look) => choicesText([said(evil, { because: evil }), said(evil)], TODAY, look),
  milestones: (look) => milestonesText(whole.milestones, ids, TODAY, look),
  way: (look) =>
    wayText({ id: ID, version: 1, on: TODAY, text: `# a\n\n      - ${evil}` }, TODAY, look),
  'versions of the way': (look) =>
    waysText([{ id: ID, version: 1, on: TODAY, text: evil }], TODAY, look),
  scene: (look) => sceneText(said(evil), { handedBack: share, withProposal: null }, TODAY, look),
  'no scene': (look) => sceneText(undefined, null, TODAY, look),
  heard: (look) =>
    heardText(
      [heard({ text: evil, person: evil, answeredOn: TODAY, answer: evil })],
      evil,
      ids,
      TODAY,
      look,
    ),
  'nothing heard': (look) => heardText([], null, ids, TODAY, look),
};

describe.each(Object.entries(screens))('the screen of %s', (_, draw) => {
  test('cannot be moved, coloured or turned by what somebody wrote', () => {
    expect(draw(style).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
  test.each([40, 80, 120])('fits %i columns', (width) => {
    for (const line of draw(plainStyle(width)).split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe('when a milestone is due, in words', () => {
  test.each([
    [milestone('2026-12-11'), 'due Fri 11 Dec, in 21 days'],
    [milestone('2027-01-08'), 'due Fri 8 Jan 2027, in 49 days'],
    [milestone('2026-11-21'), 'due Sat 21 Nov, tomorrow'],
    [milestone('2026-11-20'), 'due Fri 20 Nov, today'],
    [milestone('2026-11-19'), 'due Thu 19 Nov, overdue by 1 day'],
    [milestone('2026-11-13'), 'due Fri 13 Nov, overdue by 7 days'],
    [milestone('2026-11-13', { reachedOn: TODAY }), 'reached Fri 20 Nov'],
    [milestone('2026-11-13', { droppedOn: TODAY }), 'dropped Fri 20 Nov'],
  ])('%#', (each, words) => {
    expect(milestoneStateText(each, TODAY)).toBe(words);
  });
});

describe('the focus in words', () => {
  const text = (more: Partial<Focus>) =>
    focusText(
      { ...whole, focus: said('We ship'), milestones: [], choice: null, way: null, ...more },
      ids,
      TODAY,
      plainStyle(80),
    );

  test('a rise in questions for direction points to the roadmap, and to nobody', () => {
    expect(text({})).toContain('Asked for direction 9 times in four weeks; no milestone is open.');
    expect(text({})).toContain('In the four weeks before it was 4: is there a gap on the roadmap?');
    expect(text({ direction: { last: 1, before: 4 } })).not.toContain('roadmap');
    expect(text({ direction: { last: 9, before: null } })).not.toContain('roadmap');
    expect(text({ direction: { last: null, before: 4 } })).not.toContain('direction');
  });

  test('says what serves it, and what served another', () => {
    expect(text({})).toContain(
      'In four weeks 5 of 14 serve it (plans, exercises, promises); 2 an earlier one.',
    );
    expect(text({ effort: { linked: 0, earlier: 0, all: 3 } })).toContain(
      'In four weeks 0 of 3 serve it (plans, exercises, promises).',
    );
    expect(text({ effort: { linked: 0, earlier: 0, all: 0 } })).not.toContain('serve');
    expect(text({ focus: null })).toContain('No focus is set. praxis focus set');
    expect(text({ focus: null })).not.toContain('serve');
  });
});

test('choices: what I choose now, then what I believed, the oldest last', () => {
  const shown = choicesText(
    [said('I ask', { because: 'they knew' }), said('I answer', { on: '2026-10-02' as Day })],
    TODAY,
    plainStyle(80),
  );
  expect(shown).toBe(
    [
      '  What I choose now, since Friday 20 November',
      '  I ask',
      '    because: they knew',
      '',
      '  What I believed then',
      '  from Friday 2 October',
      '    I answer',
    ].join('\n'),
  );
});

test('only a question on the fit stands over the focus', () => {
  const shown = (about: Heard['about']) =>
    heardText([heard({ about })], 'We ship', ids, TODAY, plainStyle(80));
  expect(shown('fit')).toContain('the focus: We ship');
  expect(shown('fit')).toContain('12 days ago');
  expect(shown('reason')).not.toContain('We ship');
});

test('a page keeps its own lines and indents', () => {
  const way = { id: ID, version: 2, on: TODAY, text: '# Mine\n\n- a\n  - b' };
  expect(wayText(way, TODAY, plainStyle(80))).toBe(
    '  My way of leading, version 2, Friday 20 November\n\n  # Mine\n\n  - a\n    - b',
  );
});

describe('a draft of the page', () => {
  const nothing: WayFacts = {
    on: TODAY,
    focus: null,
    choice: null,
    before: null,
    plans: [],
    exercises: [],
    promises: { mine: 0, theirs: 0 },
    questions: [],
    own: [],
  };

  test('is a draft, and asks where nothing is kept', () => {
    const draft = wayDraft(nothing);
    expect(draft.split('\n')[0]).toBe('# My way of leading (draft)');
    expect(draft).toContain('What should a colleague be able to repeat?');
    expect(draft).not.toContain('## What I ask');
    expect(draft).not.toContain('own packs');
  });

  test('holds what is kept, the most kept first, and leaves the rest out by number', () => {
    const draft = wayDraft({
      ...nothing,
      focus: said('We ship'),
      choice: said('I ask', { because: 'they knew' }),
      before: said('I answer', { on: '2026-10-02' as Day }),
      plans: Array.from({ length: 9 }, (_, i) => ({
        if: `cue ${i}`,
        then: 'wait',
        times: 9 - i,
        partly: i === 0 ? 2 : 0,
      })),
      exercises: [{ name: 'X5 Answer on hold', times: 3 }],
      promises: { mine: 2, theirs: 1 },
      questions: ['What would you do?'],
      own: ['Who went first today?'],
    });
    for (const line of [
      '> We ship',
      '> I ask',
      'Because: they knew',
      'Before that, from Friday 2 October 2026:',
      '- if cue 0, then wait (9 times, 2 of these in part)',
      '- X5 Answer on hold, 3 times',
      '- What would you do?',
      'Open now: 2 of yours, 1 of others. What do you never promise?',
      '- Who went first today?',
      'Which of these is now yours?',
    ])
      expect(draft.split('\n')).toContain(line);
    expect(draft).toMatch(/- and \d others/);
    expect(draft).not.toContain('cue 8');
  });

  test('is one page, of a width that reads, whatever is kept', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.constant(evil));
    const statement = fc.option(
      fc
        .record({ text: words, because: fc.option(words) })
        .map(({ text, because }) => said(text, { because })),
    );
    const many = fc.array(words, { maxLength: 12 });
    fc.assert(
      fc.property(statement, statement, statement, many, (focus, choice, before, texts) => {
        const draft = wayDraft({
          on: TODAY,
          focus,
          choice,
          before,
          plans: texts.map((text, i) => ({ if: text, then: text, times: i + 1, partly: i })),
          exercises: texts.map((name) => ({ name, times: 1 })),
          promises: { mine: 1000, theirs: 1000 },
          questions: texts,
          own: texts,
        });
        const lines = draft.split('\n');
        expect(lines.length).toBeLessThanOrEqual(DRAFT_LINES);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(80);
        expect(draft.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        // Cut to size, and not cut off: the last question is always there.
        if (texts.length > 0) expect(lines.at(-1)).toBe('Which of these is now yours?');
      }),
      { numRuns: 60 },
    );
  });
});
