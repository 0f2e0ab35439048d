import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

interface Prep {
  person: string;
  days: number;
  promises: { text: string; by: string | null }[];
  heard: { text: string }[];
  decisions: { question: string }[];
  exercises: string[];
  guesses: { facet: string; stale: boolean; confidence: number | null }[];
  opening: { facet: string } | null;
  words: { text: string }[];
}

function between(): Home {
  const home = new Home();
  for (const code of ['lee', 'sam']) home.run(['person', 'add', code]);
  home.run(['promise', 'the budget line', '--to', 'lee', '--due', 'friday']);
  home.run(['promise', 'the quota page', '--by', 'lee']);
  home.run(['promise', 'something for sam', '--to', 'sam']);
  home.run(['tally', 'w:fit', '@lee', '--quote', 'How does this fit?']);
  home.run(['decide', 'new', 'Which vendor?', '--owner', 'lee', '--option', 'A', '--option', 'B']);
  home.run(['exercise', 'plan', 'X3', '@lee', '--if', 'we meet', '--then', 'say it back']);
  home.run(['know', 'lee', 'channel', 'writes first', '--how', 'assumed']);
  home.run(['know', 'lee', 'drains', 'status rounds', '--how', 'assumed', '--sure', '0.7']);
  home.run(['note', 'She led the review', '@lee']);
  return home;
}

describe('the page before a one-on-one', () => {
  test('holds what is open between the two, and nothing of anybody else', () => {
    using home = between();
    const prep = home.ask<Prep>(['prep', 'lee']);
    expect(prep.promises.map(({ text, by }) => [text, by])).toEqual([
      ['the budget line', null],
      ['the quota page', 'lee'],
    ]);
    expect(prep.heard.map(({ text }) => text)).toEqual(['How does this fit?']);
    expect(prep.decisions.map(({ question }) => question)).toEqual(['Which vendor?']);
    expect(prep.exercises).toEqual(['X3']);
    expect(
      prep.guesses.map(({ facet }) => facet),
      'bets first',
    ).toEqual(['drains', 'channel']);
    expect(prep.words.map(({ text }) => text)).toEqual(['She led the review']);
    expect(prep.opening?.facet, 'what is least known').not.toBe('channel');
    const { stdout } = home.run(['prep', 'lee']);
    expect(stdout).not.toContain('something for sam');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('that somebody was talked with is no word about them', () => {
    using home = between();
    home.ask(['checkin', '--contact', 'lee']);
    expect(home.ask<Prep>(['prep', 'lee']).words.map(({ text }) => text)).toEqual([
      'She led the review',
    ]);
  });

  test('lets go of what was settled', () => {
    using home = between();
    const { promises, heard } = home.ask<{
      promises: { id: string; text: string }[];
      heard: { id: string }[];
    }>(['prep', 'lee']);
    home.ask(['keep', promises[0]?.id ?? '']);
    home.ask(['question', 'answer', heard[0]?.id ?? '', 'It does not yet.']);
    home.ask(['know', 'lee', 'drains', 'reports', '--how', 'told', '--was', 'wrong']);
    const prep = home.ask<Prep>(['prep', 'lee']);
    expect(prep.promises.map(({ text }) => text)).toEqual(['the quota page']);
    expect(prep.heard).toEqual([]);
    expect(prep.guesses.map(({ facet }) => facet)).toEqual(['channel']);
  });

  test('asks for what has aged: confirmed half a year ago, or before a new role', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.ask(['know', 'lee', 'channel', 'writes first', '--how', 'told']);
    const stale = (now: string) =>
      home
        .ask<Prep>(['prep', 'lee'], { now })
        .guesses.map(({ facet, stale: aged }) => [facet, aged]);
    expect(stale('2026-12-20T18:00:00Z')).toEqual([]);
    expect(stale('2027-06-20T18:00:00Z')).toEqual([['channel', true]]);
    home.ask(['person', 'edit', 'lee', '--role-since', '2026-12-01'], {
      now: '2026-12-02T18:00:00Z',
    });
    expect(stale('2026-12-20T18:00:00Z')).toEqual([['channel', true]]);
  });

  test('shows hostile text instead of obeying it, and refuses somebody unknown', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.run(['note', HOSTILE.replace('\u0000', ''), '@lee']);
    home.run(['promise', HOSTILE.replace('\u0000', ''), '--to', 'lee']);
    const { stdout } = home.run(['prep', 'lee']);
    expect(stdout).toContain('\\x1b');
    expect(stdout).not.toMatch(OBEYED);
    refused(home.run(['prep', 'lea']), 2, 'Did you mean "lee"');
  });
});

describe('talks, words and benefits', () => {
  test('are shown, mended and removed by their ids, and undone', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.run(['person', 'contact', 'lee', '--bad-news', 'late']);
    const { id: label } = home.ask<{ id: string }>(['person', 'label', 'lee', 'careful']);
    const contact = home.rows<{ id: string }>('SELECT id FROM contact')[0]?.id ?? '';
    expect(home.run(['show', contact]).stdout).toContain('bad news, late');
    home.ask(['edit', contact, '--item', 'bad-news', '--to', 'early']);
    home.ask(['edit', label, '--item', 'moment', '--to', 'checked the backup twice']);
    expect(home.rows('SELECT bad_news FROM contact')).toEqual([{ bad_news: 'early' }]);
    expect(home.ask(['show', label])).toMatchObject({ moment: 'checked the backup twice' });
    refused(home.run(['edit', contact, '--item', 'bad-news', '--to', 'erly']), 2, '"early"');
    refused(home.run(['edit', label, '--item', 'wrod', '--to', 'x']), 2, 'Did you mean "word"');
    home.ask(['delete', label, '--yes']);
    home.ask(['delete', contact, '--yes']);
    expect(home.rows('SELECT 1 FROM contact UNION ALL SELECT 1 FROM label')).toEqual([]);
    home.run(['undo']);
    home.run(['undo']);
    expect(home.counts()).toMatchObject({ contact: 1, label: 1 });
    home.run(['person', 'leave', 'lee']);
    const { id } = home.ask<{ id: string }>(['person', 'benefit', 'lee', 'a lead']);
    home.ask(['edit', id, '--item', 'text', '--to', 'two leads']);
    expect(home.run(['show', id]).stdout).toContain('lee: two leads');
  });
});
