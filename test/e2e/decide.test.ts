import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, OWN_COLOURS, refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

interface OptionDocument {
  place: number;
  title: string;
  benefits: string | null;
  costs: string | null;
  bearers: string | null;
  reversibility: string | null;
  confidence: number | null;
  statusQuo: boolean;
}
interface Page {
  id: string;
  question: string;
  owner: string | null;
  dueOn: string | null;
  challenger: string | null;
  state: string;
  options: OptionDocument[];
  sign: string | null;
  missing: string[];
  chosen: number | null;
  chosenOn: string | null;
  complete: boolean | null;
  lookBacks: {
    dueOn: string;
    heldOn: string | null;
    verdict: string | null;
    text: string | null;
  }[];
  nextLookBack: string | null;
}
interface List {
  decisions: Page[];
  writers: { x: number; n: number };
}

function withPeople(...codes: string[]): Home {
  const home = new Home();
  for (const code of codes) home.run(['person', 'add', code]);
  return home;
}
const at = (day: string) => ({ now: `${day}T18:10:00Z` });
const decide = (home: Home, args: readonly string[], day = '2026-11-20') =>
  home.ask<Page>(['decide', ...args], at(day));
const list = (home: Home, day = '2026-11-20') => home.ask<List>(['decide'], at(day));

const filled = (title: string, more: object = {}) => ({
  title,
  benefits: 'sooner',
  costs: 'two days',
  bearers: 'us',
  reversibility: 'easily',
  confidence: 0.7,
  ...more,
});
/** A page on which nothing is missing. */
const WHOLE = {
  question: 'Which vendor?',
  owner: 'lee',
  sign: 'two outages in one month',
  options: [filled('Buy'), filled('Build'), filled('Wait', { statusQuo: true })],
};
function openWhole(home: Home, more: object = {}, day?: string): Page {
  return home.ask<Page>(['decide', 'new', '--answers', '-'], {
    ...at(day ?? '2026-11-20'),
    input: JSON.stringify({ ...WHOLE, ...more }),
  });
}

describe('a new page', () => {
  test('from flags has leaving things as they are added, and says what is missing', () => {
    using home = withPeople('lee', 'sam');
    const page = decide(home, [
      ...['new', 'Which vendor?', '--owner', 'lee', '--by', 'friday', '--challenger', '@sam'],
      ...['--option', 'Buy', '--option', 'Build'],
    ]);
    expect(page).toMatchObject({
      schema: 'praxis.decision/1',
      question: 'Which vendor?',
      owner: 'lee',
      openedOn: '2026-11-20',
      dueOn: '2026-11-27',
      challenger: 'sam',
      state: 'open',
      sign: null,
      chosen: null,
      complete: null,
      lookBacks: [],
      nextLookBack: null,
    });
    expect(page.options.map(({ place, title, statusQuo }) => [place, title, statusQuo])).toEqual([
      [1, 'Buy', false],
      [2, 'Build', false],
      [3, 'Leave things as they are', true],
    ]);
    expect(page.missing).toHaveLength(4);
    expect(home.ask(['show', page.id])).toEqual(page);
    const text = home.run(['decide', 'show', page.id]).stdout;
    expect(text).toContain('lee decides · opened Friday 20 November');
    expect(text).toContain('Still missing:');
    expect(text).toContain('the sign that would show it was wrong');
  });

  test('from a file is read whole', () => {
    using home = withPeople('lee');
    const page = openWhole(home);
    expect(page.missing).toEqual([]);
    expect(page.options.map((option) => option.statusQuo)).toEqual([false, false, true]);
    expect(page.options[0]).toEqual({ place: 1, statusQuo: false, ...filled('Buy') });
    const file = join(home.path, 'page.json');
    writeFileSync(file, JSON.stringify({ question: 'And then?' }));
    expect(decide(home, ['new', '--answers', file]).options).toHaveLength(1);
  });

  test('has a template that can be filled in and handed back', () => {
    using home = withPeople('lee');
    const template = home.run(['decide', 'new', '--template']);
    expect(template.code).toBe(0);
    const page = template.json<{ question: string; options: { title: string }[] }>();
    expect(Object.keys(page)).toEqual([
      'schema',
      'question',
      'owner',
      'dueOn',
      'challenger',
      'sign',
      'options',
    ]);
    page.question = 'Which vendor?';
    const [first] = page.options;
    if (first) first.title = 'Buy';
    const opened = home.ask<Page>(['decide', 'new', '--answers', '-'], {
      input: JSON.stringify(page),
    });
    expect(opened.options.map(({ title }) => title)).toEqual(['Buy', 'Leave things as they are']);
  });

  test.each<[args: string[], input: string, says: string]>([
    [[], '', 'Nobody is there to be asked'],
    [[' '], '', 'The question is empty'],
    [['Q?', '--owner', 'leee'], '', 'Did you mean "lee"?'],
    [['Q?', '--challenger', 'nobody'], '', 'There is no person "nobody"'],
    [['Q?', '--by', 'soon'], '', '"soon" is not a day to come'],
    [['Q?', '--by', '2026-11-01'], '', 'has passed'],
    [['Q?', '--option', 'Buy', '--option', 'buy'], '', 'stands there twice'],
    [['Q?', '--option', ' '], '', '--option is empty'],
    [['Q?', '--answers', '-'], '{}', 'the whole page comes from the file'],
    [['--owner', 'lee', '--answers', '-'], '{}', 'the whole page comes from the file'],
    [['--answers', '/nowhere/page.json'], '', 'cannot be read'],
    [['--answers', '-'], '{', 'not JSON'],
    [['--answers', '-'], '{"question": "a", "question": "b"}', 'stands there twice'],
    [['--answers', '-'], '{"qestion": "a"}', 'Did you mean "question"?'],
    [['--answers', '-'], '{"question": "a", "options": [{"titel": "b"}]}', 'Did you mean "title"?'],
    [
      ['--answers', '-'],
      '{"question": "a", "options": [{"title": "Leave things as they are"}]}',
      'stands there twice',
    ],
  ])('%j with %j is refused, and nothing is stored', (args, input, says) => {
    using home = withPeople('lee');
    const before = home.hash();
    refused(home.run(['decide', 'new', ...args], { input }), 2, says);
    refusedAsJson(home.run(['decide', 'new', ...args, '--json'], { input }), 2, says);
    expect(home.hash()).toBe(before);
  });
});

describe('an option', () => {
  test('is filled in by number or title, and a new title adds one', () => {
    using home = new Home();
    const { id } = decide(home, ['new', 'Q?', '--option', 'Buy', '--option', 'Build']);
    decide(home, ['option', id, 'buy', '--benefits', 'May', '--reversible', 'with-effort']);
    decide(home, ['option', id, '1', '--costs', '40k', '--sure', '0.7', '--bearers', 'us']);
    decide(home, ['option', id, '2', '--title', 'Build it']);
    const { options } = decide(home, ['option', id, 'Rent', '--sure', '1']);
    expect(options).toMatchObject([
      {
        title: 'Buy',
        benefits: 'May',
        costs: '40k',
        bearers: 'us',
        reversibility: 'with-effort',
        confidence: 0.7,
      },
      { title: 'Build it', benefits: null },
      { statusQuo: true },
      { place: 4, title: 'Rent', confidence: 1, statusQuo: false },
    ]);
    expect(decide(home, ['option', id, '1', '--costs', '']).options[0]?.costs).toBeNull();
    home.run(['undo']);
    expect(decide(home, ['show', id]).options[0]?.costs).toBe('40k');
  });

  test.each<[args: string[], says: string]>([
    [['7', '--costs', 'x'], 'There is no option "7"'],
    [['Buy'], 'Nothing was said of "Buy"'],
    [['Buy', '--reversible', 'hardy'], 'Did you mean "hardly"?'],
    [['Buy', '--sure', '70'], '--sure is "70"'],
    [['Buy', '--sure', '1.1'], '--sure is "1.1"'],
    [['Buy', '--sure', 'NaN'], '--sure is "NaN"'],
    [['Buy', '--title', 'build'], 'stands there twice'],
    [['Rent', '--title', 'build'], 'stands there twice'],
    [['Buy', '--title', ' '], '--title is empty'],
    [[' '], 'The title is empty'],
  ])('%j is refused, and nothing is stored', (args, says) => {
    using home = new Home();
    const { id } = decide(home, ['new', 'Q?', '--option', 'Buy', '--option', 'Build']);
    const before = home.hash();
    refused(home.run(['decide', 'option', id, ...args]), 2, says);
    expect(home.hash()).toBe(before);
  });
});

describe('choosing', () => {
  test('from a page that is not whole is refused, with all that is missing, unless --anyway', () => {
    using home = new Home();
    const { id } = decide(home, ['new', 'Q?', '--option', 'Buy']);
    const before = home.hash();
    const args = ['decide', 'choose', id, 'buy'];
    refused(home.run(args), 1, 'Missing: one more option; option 1: benefits');
    refusedAsJson(home.run([...args, '--json']), 1, 'the sign that would show it was wrong');
    expect(home.hash()).toBe(before);
    expect(decide(home, ['choose', id, 'buy', '--anyway'])).toMatchObject({
      state: 'chosen',
      chosen: 1,
      complete: false,
      sign: null,
      missing: [],
    });
  });

  test('from a whole page makes two looks back, after 30 and 90 days; undo takes all of it back', () => {
    using home = withPeople('lee');
    const page = openWhole(home, { sign: null });
    refused(home.run(['decide', 'choose', page.id, '2']), 1, 'Missing: the sign');
    const chosen = decide(home, ['choose', page.id, '2', '--sign', 'two outages']);
    const back = { heldOn: null, verdict: null, text: null };
    expect(chosen).toMatchObject({
      state: 'chosen',
      chosen: 2,
      chosenOn: '2026-11-20',
      complete: true,
      sign: 'two outages',
      lookBacks: [
        { dueOn: '2026-12-20', ...back },
        { dueOn: '2027-02-18', ...back },
      ],
      nextLookBack: '2026-12-20',
    });
    home.run(['undo']);
    expect(decide(home, ['show', page.id])).toEqual(page);
    expect(home.counts()['look_back']).toBe(0);
  });

  test('again, or filling in what was chosen from, is refused', () => {
    using home = withPeople('lee');
    const { id } = openWhole(home);
    decide(home, ['choose', id, 'Buy']);
    const before = home.hash();
    refused(home.run(['decide', 'choose', id, 'Build']), 1, 'This page was chosen from');
    refused(home.run(['decide', 'option', id, 'Buy', '--costs', 'x']), 1, 'was chosen from');
    refused(home.run(['edit', id, '--item', 'sign', '--to', 'x']), 2, 'has no "sign"');
    expect(home.hash()).toBe(before);
  });

  test('what there is not is refused', () => {
    using home = withPeople('lee');
    const { id } = openWhole(home);
    refused(home.run(['decide', 'choose', id, 'Byu']), 2, 'Did you mean "Buy"?');
    refused(home.run(['decide', 'choose', id, 'Bu']), 2, 'fits more than one option');
    refused(home.run(['decide', 'choose', '0000', 'Buy']), 2, 'is no entry');
    refused(home.run(['decide', 'chose', id]), 2, 'Did you mean "choose"?');
  });
});

describe('looking back', () => {
  const due = (home: Home, day: string) =>
    home
      .ask<{ due: { kind: string; on: string }[] }>(['today'], at(day))
      .due.filter(({ kind }) => kind === 'look-back')
      .map(({ on }) => on);

  test('is due after 30 days and after 90, and each is held once', () => {
    using home = withPeople('lee');
    const { id } = openWhole(home);
    decide(home, ['choose', id, 'Buy']);
    expect(due(home, '2026-12-19')).toEqual([]);
    expect(due(home, '2026-12-20')).toEqual(['2026-12-20']);
    expect(home.run(['decide'], at('2026-12-20')).stdout).toContain('look back due today');
    expect(home.run([], at('2026-12-20')).stdout).toContain('look back on: Which vendor?');
    const held = decide(home, ['revisit', id, 'no', 'outage', '--stands'], '2026-12-22');
    expect(held).toMatchObject({
      state: 'chosen',
      lookBacks: [
        { dueOn: '2026-12-20', heldOn: '2026-12-22', verdict: 'stands', text: 'no outage' },
        { dueOn: '2027-02-18', heldOn: null },
      ],
      nextLookBack: '2027-02-18',
    });
    expect(due(home, '2027-02-17')).toEqual([]);
    expect(due(home, '2027-03-01')).toEqual(['2027-02-18']);
    const last = decide(home, ['revisit', id, '--reversed', '--on', '2027-02-20'], '2027-03-01');
    expect(last).toMatchObject({
      state: 'looked-back',
      lookBacks: [{}, { heldOn: '2027-02-20', verdict: 'reversed', text: null }],
      nextLookBack: null,
    });
    expect(due(home, '2027-03-02')).toEqual([]);
    refused(
      home.run(['decide', 'revisit', id, '--stands'], at('2027-03-02')),
      1,
      'Both looks back were held',
    );
  });

  test.each<[args: string[], code: number, says: string]>([
    [[], 2, 'How the decision stands is missing'],
    [['--stands', '--changed'], 2, 'One verdict'],
    [['--stands', '--on', '2026-11-19'], 2, 'It was chosen on Friday 20 November'],
    [['--stands', '--on', '2027-01-01'], 2, 'has not come yet'],
  ])('%j is refused, and nothing is stored', (args, code, says) => {
    using home = withPeople('lee');
    const { id } = openWhole(home);
    refused(home.run(['decide', 'revisit', id, '--stands']), 1, 'Nothing was chosen yet');
    decide(home, ['choose', id, 'Buy']);
    const before = home.hash();
    refused(home.run(['decide', 'revisit', id, ...args], at('2026-12-20')), code, says);
    expect(home.hash()).toBe(before);
  });
});

describe('the list', () => {
  test('has the latest first, and how many people wrote one this quarter', () => {
    using home = withPeople('lee', 'sam', 'kim', 'zoe', 'ada');
    expect(list(home)).toEqual({
      schema: 'praxis.decisions/1',
      decisions: [],
      writers: { x: 0, n: 5 },
    });
    openWhole(home, { question: 'one' }, '2026-08-21');
    openWhole(home, { question: 'two', owner: 'sam' });
    openWhole(home, { question: 'three', owner: 'kim' });
    openWhole(home, { question: 'mine', owner: null });
    expect(list(home).decisions.map(({ question }) => question)).toEqual([
      'mine',
      'three',
      'two',
      'one',
    ]);
    expect(home.run(['decide', 'list']).stdout).toContain(
      '\n\n  2 of 5 people wrote one this quarter\n',
    );
    expect(list(home, '2026-11-19').writers).toEqual({ x: 1, n: 5 });
  });

  test('of a new journal says how a page is opened', () => {
    using home = new Home();
    expect(home.run(['decide']).stdout).toContain('praxis decide new "QUESTION"');
    expect(existsSync(home.journal)).toBe(false);
  });
});

describe('a page elsewhere', () => {
  test('edit mends its head, delete takes it whole, undo brings it back', () => {
    using home = withPeople('lee', 'sam');
    const page = openWhole(home);
    const mended = (item: string, to: string) =>
      home.ask<Page>(['edit', page.id, '--item', item, '--to', to]);
    expect(mended('question', 'Which one?').question).toBe('Which one?');
    expect(mended('owner', 'sam').owner).toBe('sam');
    expect(mended('owner', '').owner).toBeNull();
    expect(mended('challenger', 'lee').challenger).toBe('lee');
    expect(mended('due', 'friday').dueOn).toBe('2026-11-27');
    expect(mended('sign', '').missing).toEqual(['the sign that would show it was wrong']);
    refused(
      home.run(['edit', page.id, '--item', 'qestion', '--to', 'x']),
      2,
      'Did you mean "question"?',
    );
    decide(home, ['choose', page.id, 'Buy', '--anyway']);
    const whole = decide(home, ['show', page.id]);
    expect(home.ask(['delete', page.id, '--yes'])).toMatchObject({ noun: 'decision' });
    expect(home.counts()).toMatchObject({ decision: 0, decision_option: 0, look_back: 0 });
    home.run(['undo']);
    expect(decide(home, ['show', page.id])).toEqual(whole);
  });

  test('search and the exports have it', () => {
    using home = withPeople('lee', 'sam');
    const { id } = openWhole(home);
    openWhole(home, { question: 'Another?', owner: 'sam' });
    decide(home, ['choose', id, 'Buy']);
    decide(home, ['revisit', id, 'no outage', '--stands'], '2026-12-20');
    expect(home.ask(['search', 'outages'])).toMatchObject({ results: [{ noun: 'decision' }, {}] });
    const { stdout } = home.run(['export', 'markdown']);
    expect(stdout).toContain('- Decision of lee opened: Which vendor?\n');
    expect(stdout).toContain('- Decision of lee taken: Which vendor? Buy\n');
    expect(stdout).toContain(
      '- Decision of lee, looked back: Which vendor? it stands: no outage\n',
    );
    const lees = home.run(['export', 'markdown', '--person', 'lee']).stdout;
    expect(lees).toContain('Which vendor?');
    expect(lees).not.toContain('Another?');
    const lines = home.run(['export', 'jsonl']).stdout;
    using other = new Home();
    expect(other.run(['import', 'jsonl', '-'], { input: lines }).code).toBe(0);
    expect(other.run(['export', 'jsonl']).stdout).toBe(lines);
  });

  test('is Markdown for the team, without names and without --json', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee', '--name', 'Leonore Quandt']);
    const { id } = openWhole(home);
    const { stdout } = home.run(['decide', 'show', id, '--markdown']);
    expect(stdout).toMatch(/^# Options page\n\n> Which vendor\?\n\n- Decides: lee\n/);
    expect(stdout).toContain('## Option 3: leaving things as they are\n\n> Wait\n');
    expect(stdout).not.toContain('Leonore');
    refusedAsJson(
      home.run(['decide', 'show', id, '--markdown', '--json']),
      2,
      'A Markdown page has a format of its own',
    );
  });
});

describe('at a terminal', () => {
  const field = async (terminal: Terminal, wanted: string, line: string) =>
    terminal.answer(wanted, line);

  /** Answers the five fields of an option. */
  async function fields(terminal: Terminal, costs: string): Promise<void> {
    await field(terminal, 'Benefits', 'sooner');
    await field(terminal, 'Costs', costs);
    await field(terminal, 'Who carries the costs', 'us');
    await terminal.until('h hardly');
    terminal.type('w');
    await field(terminal, 'in %', '70');
  }

  test('a page is asked for step by step, and stored as one action', async () => {
    using home = withPeople('lee', 'sam');
    using terminal = new Terminal(home, ['decide', 'new'], { columns: 80 });
    await field(terminal, 'What is to be decided?', 'Which vendor?');
    await field(terminal, 'Whose decision', 'leee');
    await terminal.until('Did you mean "lee"?');
    terminal.type('\u007f\r');
    await field(terminal, 'To be settled by', 'friday');
    await field(terminal, 'Option 1', 'Buy');
    await fields(terminal, '40k');
    await field(terminal, 'Option 2', 'buy');
    await terminal.until('stands there twice');
    terminal.type('\u0015Build\r');
    await fields(terminal, 'May is gone');
    await field(terminal, 'Option 3', '');
    await terminal.until('leave things as they are');
    await fields(terminal, 'outages');
    await field(terminal, 'Who argues', 'sam');
    await field(terminal, 'What would show', 'two outages');
    await terminal.until('The page is whole');
    expect(await terminal.end()).toBe(0);
    const [page] = list(home).decisions;
    expect(page).toMatchObject({
      question: 'Which vendor?',
      owner: 'lee',
      dueOn: '2026-11-27',
      challenger: 'sam',
      sign: 'two outages',
      missing: [],
      options: [
        { title: 'Buy', costs: '40k', reversibility: 'with-effort', confidence: 0.7 },
        { title: 'Build', costs: 'May is gone' },
        { title: 'Leave things as they are', costs: 'outages', statusQuo: true },
      ],
    });
    home.run(['undo']);
    expect(home.counts()).toMatchObject({ decision: 0, decision_option: 0 });
  });

  test('enter skips everything but the question, and asks about what had better not be written', async () => {
    using home = new Home();
    using terminal = new Terminal(home, ['decide', 'new']);
    await field(terminal, 'What is to be decided?', 'Who covers the sick leave?');
    await terminal.until('This touches health');
    terminal.type('k');
    for (const asked of ['Whose decision', 'To be settled by', 'Option 1', 'Benefits', 'Costs'])
      await field(terminal, asked, '');
    await field(terminal, 'Who carries the costs', '');
    await terminal.until('h hardly');
    terminal.type('\r');
    for (const asked of ['in %', 'Who argues', 'What would show']) await field(terminal, asked, '');
    await terminal.until('says what is still missing');
    expect(await terminal.end()).toBe(0);
    expect(list(home).decisions).toMatchObject([{ options: [{ statusQuo: true }], owner: null }]);
  });

  test.each([
    ['Ctrl-C', (terminal: Terminal) => terminal.type('\u0003')],
    ['a closed terminal', (terminal: Terminal) => terminal.kill('SIGHUP')],
    ['kill -9', (terminal: Terminal) => terminal.kill()],
  ])(
    'left in the middle by %s it keeps what was answered, and goes on from there',
    async (how, leave) => {
      using home = withPeople('lee');
      using terminal = new Terminal(home, ['decide', 'new']);
      await field(terminal, 'What is to be decided?', 'Which vendor?');
      await field(terminal, 'Whose decision', 'lee');
      await field(terminal, 'To be settled by', '');
      await field(terminal, 'Option 1', 'Buy');
      await terminal.until('Benefits');
      leave(terminal);
      const code = await terminal.end();
      if (how === 'Ctrl-C') {
        expect(code).toBe(130);
        await terminal.until('What you answered is kept. praxis decide new goes on from here.');
      }
      expect(list(home).decisions).toEqual([]);
      expect(home.run([]).stdout).not.toContain('Unfinished');
      using next = new Terminal(home, ['decide', 'new']);
      await next.until('A page was left unfinished: Which vendor?');
      await next.until('discard');
      next.type('r');
      await fields(next, '40k');
      expect(next.text).not.toContain('Whose decision');
      await field(next, 'Option 2', '');
      await fields(next, 'outages');
      await field(next, 'Who argues', '');
      await field(next, 'What would show', '');
      await next.until('says what is still missing');
      expect(await next.end()).toBe(0);
      expect(list(home).decisions).toMatchObject([
        { question: 'Which vendor?', owner: 'lee', options: [{ title: 'Buy', costs: '40k' }, {}] },
      ]);
      expect(home.counts()['draft']).toBe(0);
    },
  );

  test('what was left can be let go, and what was answered then is asked again', async () => {
    using home = withPeople('lee');
    using terminal = new Terminal(home, ['decide', 'new']);
    await field(terminal, 'What is to be decided?', 'Which vendor?');
    await terminal.until('Whose decision');
    terminal.kill();
    await terminal.end();
    const { findings } = home.ask<{ findings: { what: string }[] }>(['doctor'], {
      now: '2026-12-20T12:00:00Z',
    });
    expect(findings.map(({ what }) => what)).toContain(
      'An options page of 2026-11-20 was left unfinished more than two weeks ago.',
    );
    using next = new Terminal(home, ['decide', 'new']);
    await next.until('discard');
    next.type('d');
    await next.until('Discarded.');
    await field(next, 'What is to be decided?', '');
    await next.until('Nothing kept');
    expect(await next.end()).toBe(0);
    expect(home.counts()).toMatchObject({ draft: 0, decision: 0 });
  });

  test('an owner who has gone in the meantime is asked for again, with all that came after', async () => {
    using home = withPeople('lee');
    using terminal = new Terminal(home, ['decide', 'new']);
    await field(terminal, 'What is to be decided?', 'Which vendor?');
    await field(terminal, 'Whose decision', 'lee');
    await field(terminal, 'To be settled by', 'friday');
    await terminal.until('Option 1');
    terminal.kill();
    await terminal.end();
    home.ask(['person', 'edit', 'lee', '--code', 'leo']);
    using next = new Terminal(home, ['decide', 'new']);
    await next.until('discard');
    next.type('r');
    await field(next, 'Whose decision', 'leo');
    await next.until('To be settled by');
    next.type('\u0003');
    expect(await next.end()).toBe(130);
  });

  test('without a question nothing is kept', async () => {
    using home = new Home();
    using terminal = new Terminal(home, ['decide', 'new']);
    await field(terminal, 'What is to be decided?', '');
    await terminal.until('Nothing kept');
    expect(await terminal.end()).toBe(0);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('the sign is asked for when it is the last thing missing, and an option without flags', async () => {
    using home = withPeople('lee');
    const { id } = openWhole(home, { sign: null });
    using rent = new Terminal(home, ['decide', 'option', id, 'Rent']);
    await fields(rent, 'a fee');
    await rent.until('Kept.');
    expect(await rent.end()).toBe(0);
    using terminal = new Terminal(home, ['decide', 'choose', id, 'rent']);
    await field(terminal, 'What would show', 'two outages');
    await terminal.until('Chosen: Rent. Look back on Sun 20 Dec and Thu 18 Feb 2027.');
    expect(await terminal.end()).toBe(0);
    expect(decide(home, ['show', id])).toMatchObject({ chosen: 4, sign: 'two outages' });
  });

  test('what another praxis did to the page meanwhile is not written over', async () => {
    using home = withPeople('lee');
    const { id } = openWhole(home, { sign: null });
    using choosing = new Terminal(home, ['decide', 'choose', id, 'buy']);
    await choosing.until('What would show');
    decide(home, ['choose', id, 'build', '--sign', 'none by May']);
    choosing.type('two outages\r');
    await choosing.until('changed by another praxis');
    expect(await choosing.end()).toBe(5);
    expect(home.counts()['look_back']).toBe(2);
    using looking = new Terminal(home, ['decide', 'revisit', id], at('2026-12-20'));
    await looking.until('r it was reversed');
    decide(home, ['revisit', id, 'held up', '--stands'], '2026-12-20');
    looking.type('r');
    await field(looking, 'What has moved since?', 'all of it');
    await looking.until('changed by another praxis');
    expect(await looking.end()).toBe(5);
    expect(decide(home, ['show', id]).lookBacks[0]).toMatchObject({ verdict: 'stands' });
  });

  test('looking back shows the choice and its sign, and asks; enter puts it off', async () => {
    using home = withPeople('lee');
    const { id } = openWhole(home);
    decide(home, ['choose', id, 'Buy']);
    using later = new Terminal(home, ['decide', 'revisit', id], at('2026-12-20'));
    await later.until('Chosen: Buy');
    await later.until('Wrong if: two outages in one month');
    await later.until('r it was reversed');
    later.type('\r');
    await later.until('Nothing kept');
    expect(await later.end()).toBe(0);
    using terminal = new Terminal(home, ['decide', 'revisit', id], at('2026-12-20'));
    await terminal.until('r it was reversed');
    terminal.type('c');
    await field(terminal, 'What has moved since?', 'rented first');
    await terminal.until('it was changed. Again on Thursday 18 February 2027.');
    expect(await terminal.end()).toBe(0);
    expect(decide(home, ['show', id]).lookBacks[0]).toEqual({
      dueOn: '2026-12-20',
      heldOn: '2026-12-20',
      verdict: 'changed',
      text: 'rented first',
    });
  });
});

describe('on a screen', () => {
  test('every line fits 80 columns, whatever was written', () => {
    using home = withPeople('a-person-with-a-rather-long-code');
    const long = 'words that go on and on and on '.repeat(6);
    const texts = { benefits: long, costs: long, bearers: long };
    const { id } = openWhole(home, {
      question: long,
      owner: 'a-person-with-a-rather-long-code',
      challenger: 'a-person-with-a-rather-long-code',
      dueOn: '2027-12-24',
      options: [filled(long, texts), filled(`b${long}`), filled(`c${long}`)],
    });
    for (const args of [['show', id], [], ['choose', id, '1', '--anyway'], ['show', id], []]) {
      for (const line of home.run(['decide', ...args]).stdout.split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  test('hostile text is shown and obeyed nowhere; a pipe keeps every byte of the page', async () => {
    using home = withPeople('lee');
    const texts = { benefits: HOSTILE, costs: HOSTILE, bearers: HOSTILE };
    const { id } = openWhole(home, {
      question: HOSTILE,
      sign: HOSTILE,
      options: [filled(HOSTILE, texts), filled('Build'), filled('Wait', { statusQuo: true })],
    });
    decide(home, ['choose', id, '1']);
    const commands = [
      ['decide'],
      ['decide', 'show', id],
      ['decide', 'show', id, '--markdown'],
      ['show', id],
      ['search', 'owned'],
      ['decide', 'revisit', id, HOSTILE.replaceAll('\u0000', ''), '--stands'],
      [],
    ];
    for (const args of commands) {
      using terminal = new Terminal(home, args, at('2026-12-20'));
      expect(await terminal.end()).toBe(0);
      const raw = terminal.raw.replaceAll(/\r+\n/g, '\n').replaceAll(OWN_COLOURS, '');
      expect(OBEYED.exec(raw)?.[0], args.join(' ')).toBeUndefined();
    }
    expect(OBEYED.exec(home.run(['decide', 'show', id]).stdout)?.[0]).toBeUndefined();
    expect(home.run(['decide', 'show', id, '--markdown']).stdout).toContain(`> ${HOSTILE}\n`);
    expect(decide(home, ['show', id]).question).toBe(HOSTILE);
  });
});
