import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

/** Begins an evening, answers up to the rating, and stands at the prompt. */
async function untilPrompt(home: Home): Promise<Terminal> {
  const terminal = new Terminal(home, ['reflect']);
  await terminal.answer('you answered or decided', '3');
  await terminal.answer('of these, it had to be you', '1');
  await terminal.answer('you handed back', '2');
  await terminal.answer('    bare ', '');
  await terminal.answer('with a proposal', '0');
  await terminal.answer('how hard', '1');
  await terminal.answer('asked why', '');
  await terminal.until('theirs, I only learned of it');
  terminal.type('4');
  await terminal.until('ctrl-o opens your editor');
  return terminal;
}

const CONFIRMED = {
  tallies: { a: 2, 'a!': 1, c: 2, b: null, p: 0, d: 1, w: null },
  R1: 4,
};

function draftOf(home: Home): unknown {
  const [draft] = home.rows<{ content: string }>('SELECT content FROM draft');
  return (JSON.parse(draft?.content ?? '{}') as { answers?: unknown }).answers;
}

/** The next evening run goes on where it was left, and what comes out is whole. */
async function resumes(home: Home, args = ['reflect']): Promise<void> {
  using terminal = new Terminal(home, args);
  if (!args.includes('--resume')) {
    await terminal.until(/Today: a session was left unfinished, 6 answers kept/);
    await terminal.until('discard');
    terminal.type('r');
  }
  await terminal.answer('ctrl-o opens your editor', 'said after the break');
  await terminal.answer('Tomorrow, if', '');
  await terminal.until('Kept.');
  expect(await terminal.end()).toBe(0);
  expect(terminal.text).not.toContain('you handed back');
  const { answers } = home.ask<{ answers: Record<string, unknown> }>(['show', 'last']);
  expect(answers).toMatchObject({ ...CONFIRMED, prompt: { text: 'said after the break' } });
  expect(home.counts()).toMatchObject({ draft: 0, session: 1 });
}

test('Ctrl-C ends with 130, keeps what was confirmed, and the next reflect offers to resume', async () => {
  using home = new Home();
  using terminal = await untilPrompt(home);
  terminal.type('never confirmed\u0003');
  expect(await terminal.end()).toBe(130);
  expect(terminal.text).toContain('What you answered is kept. praxis reflect goes on from here.');
  expect(home.files()).toEqual(['journal.db']);
  expect(draftOf(home)).toEqual(CONFIRMED);
  expect(home.counts()['session']).toBe(0);
  expect(home.run([]).stdout).toContain('Unfinished');
  await resumes(home);
});

test('Ctrl-D is the same', async () => {
  using home = new Home();
  using terminal = await untilPrompt(home);
  terminal.type('\u0004');
  expect(await terminal.end()).toBe(130);
  expect(draftOf(home)).toEqual(CONFIRMED);
});

test('a killed session loses nothing that was confirmed', async () => {
  using home = new Home();
  using terminal = await untilPrompt(home);
  terminal.kill('SIGKILL');
  await terminal.end();
  expect(home.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(draftOf(home)).toEqual(CONFIRMED);
  await resumes(home);
});

test('a closed terminal loses nothing that was confirmed', async () => {
  using home = new Home();
  using terminal = await untilPrompt(home);
  terminal.kill('SIGHUP');
  await terminal.end();
  expect(draftOf(home)).toEqual(CONFIRMED);
  await resumes(home, ['reflect', '--resume']);
});

test('between a count and its second half nothing is lost or counted twice', async () => {
  using home = new Home();
  using terminal = new Terminal(home, ['reflect', '--quick']);
  await terminal.answer('you answered or decided', '3');
  await terminal.until('of these, it had to be you');
  terminal.kill('SIGKILL');
  await terminal.end();
  using next = new Terminal(home, ['reflect', '--resume']);
  await next.answer('of these, it had to be you', '2');
  await next.answer('you handed back', '5');
  await next.until('    bare ');
  next.type('\u0003');
  await next.end();
  expect(draftOf(home)).toEqual({ tallies: { a: 1, 'a!': 2, c: 5 } });
});

test('half a plan for tomorrow is asked for its second half', async () => {
  using home = new Home();
  using terminal = new Terminal(home, ['reflect', '--on', '2026-11-10']);
  await terminal.answer('ctrl-o opens your editor', '');
  await terminal.answer('Tomorrow, if', 'Lee asks');
  await terminal.until('then I');
  terminal.type('\u0003');
  expect(await terminal.end()).toBe(130);
  using next = new Terminal(home, ['reflect', '--resume']);
  await next.answer('then I', 'ask back');
  await next.until('Say it once in your head: if Lee asks, then I ask back.');
  expect(await next.end()).toBe(0);
  expect(next.text).not.toContain('Tomorrow, if');
  expect(home.rows('SELECT if_text, then_text FROM v_intention')).toEqual([
    { if_text: 'Lee asks', then_text: 'ask back' },
  ]);
});

describe('an unfinished session', () => {
  /** A journal with an evening that was left after its first count. */
  async function leftOver(): Promise<Home> {
    const home = new Home();
    using terminal = new Terminal(home, ['reflect', '--quick']);
    await terminal.answer('you answered or decided', '0');
    await terminal.until('you handed back');
    terminal.type('\u0003');
    await terminal.end();
    return home;
  }

  test('can be kept as it is', async () => {
    using home = await leftOver();
    using terminal = new Terminal(home, ['reflect']);
    await terminal.until('discard');
    terminal.type('k');
    await terminal.until('Kept.');
    expect(await terminal.end()).toBe(0);
    expect(home.counts()).toMatchObject({ draft: 0, session: 1 });
    expect(home.rows('SELECT code, n FROM v_tally')).toEqual([{ code: 'a', n: 0 }]);
  });

  test('is discarded only after a yes', async () => {
    using home = await leftOver();
    using first = new Terminal(home, ['reflect', '--discard']);
    await first.until('Discard the unfinished session of Friday 20 November?');
    await first.until('n no');
    first.type('\r');
    expect(await first.end()).toBe(0);
    expect(home.counts()['draft']).toBe(1);
    using second = new Terminal(home, ['reflect', '--discard']);
    await second.until('n no');
    second.type('y');
    await second.until('Discarded.');
    expect(await second.end()).toBe(0);
    expect(home.counts()['draft']).toBe(0);
  });

  test('is discarded at once with --yes', async () => {
    using home = await leftOver();
    using terminal = new Terminal(home, ['reflect', '--discard', '--yes']);
    await terminal.until('Discarded.');
    expect(await terminal.end()).toBe(0);
    expect(home.counts()['draft']).toBe(0);
  });

  test('of another day is offered by its day', async () => {
    using home = await leftOver();
    using terminal = new Terminal(home, ['reflect'], { now: '2026-11-22T18:00:00Z' });
    await terminal.until('Friday 20 November: a session was left unfinished, 1 answer kept.');
    await terminal.until('discard');
    terminal.type('\r');
    await terminal.until('you handed back');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
  });

  test('is not thrown away by a rehearsal', async () => {
    using home = await leftOver();
    using terminal = new Terminal(home, ['reflect', '--dry-run']);
    await terminal.until('you answered or decided');
    expect(terminal.text).not.toContain('discard');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(home.counts()['draft']).toBe(1);
  });

  test('does not keep a script from storing the day, and is offered no more then', async () => {
    using home = await leftOver();
    expect(home.run(['reflect', '--answers', '-'], { input: '{"answers":{"R1":3}}' }).code).toBe(0);
    expect(home.counts()).toMatchObject({ session: 1, draft: 1 });
  });

  test('is resumed or discarded only where somebody can be asked', async () => {
    using home = await leftOver();
    refused(home.run(['reflect', '--resume']), 2, /--resume and --discard need a terminal/);
    refused(home.run(['reflect', '--discard']), 2);
    expect(home.counts()['draft']).toBe(1);
  });
});

test('where nothing was left, --resume and --discard say so', async () => {
  using home = new Home();
  for (const flag of ['--resume', '--discard']) {
    using terminal = new Terminal(home, ['reflect', flag]);
    await terminal.until('There is no unfinished session.');
    expect(await terminal.end()).toBe(1);
  }
});
