import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const LONG = 'Lee asks what to do about the vendor, the outage of last week and the budget line';
const OLD = { now: '2023-10-10T18:10:00Z' };

/** What a command says on a terminal of so many columns: no line is longer, so none is cut within a word. */
async function said(home: Home, columns: number, args: readonly string[]): Promise<string> {
  using terminal = new Terminal(home, args, { columns });
  await terminal.end();
  for (const line of terminal.text.split('\n'))
    expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
  return terminal.text.replace(/\s+/g, ' ');
}

describe.each([60, 80])('on a terminal of %d columns', (columns) => {
  test('what is said is wrapped at its words', async () => {
    using home = new Home();
    expect(await said(home, columns, ['intend', LONG, LONG])).toContain(`then I ${LONG}.`);
    expect(await said(home, columns, ['done'])).toContain(`then ${LONG}: done.`);
    expect(await said(home, columns, ['config', 'list'])).toContain(
      'where the journal is, unless --journal or PRAXIS_JOURNAL says otherwise',
    );
    home.run(['note', 'old'], OLD);
    home.run(['config', 'set', 'keep_months', '24']);
    expect(await said(home, columns, ['delete', '--older', '--yes'])).toContain(
      'Removed for good: 1 entry. Files that you exported are yours to look through.',
    );
    home.run(['person', 'add', 'lee']);
    expect(await said(home, columns, ['person', 'forget', 'lee', '--yes'])).toContain('Forgotten.');
  });

  test('a refusal is too, in two lines or more', async () => {
    using home = new Home();
    expect(await said(home, columns, ['config', 'set', 'keep_months', 'abc'])).toBe(
      'praxis: The setting "keep_months" takes a whole number from 1 to 1200. praxis config set keep_months 24 mends it. ',
    );
    expect(await said(home, columns, ['exercise', 'log', 'X3', 'round=1'])).toContain(
      'It records rounds=... accepted=.... Nothing was stored.',
    );
  });

  test('the first screen of an evening', async () => {
    using home = new Home();
    using terminal = new Terminal(home, ['reflect'], { columns });
    await terminal.until('you answered or decided');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(terminal.text).toMatch(/followers\?\n? +enter skips, \? explains\n/);
  });
});

test('where no terminal is, a refusal is two lines, however long', () => {
  using home = new Home();
  const { stderr } = home.run(['config', 'set', 'keep_months', 'abc'], { env: { COLUMNS: '40' } });
  expect(stderr.split('\n')).toHaveLength(3);
});
