import { describe, expect, test } from 'vitest';
import { InProcess } from '../support/in-process.ts';

/** Runs a command that must succeed, and returns its JSON. */
async function ask<T>(praxis: InProcess, args: readonly string[], input = ''): Promise<T> {
  const { code, stdout, stderr } = await praxis.run([...args, '--json'], { input });
  expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

interface Own {
  name: string;
  unit: string;
  zone: number | null;
  about: string | null;
  points: { week: string; value: number; n: number }[];
}

describe('a value of a series of one’s own', () => {
  test('makes the series with the first one, and stands in its week', async () => {
    using praxis = new InProcess();
    await praxis.run(['series', 'add', 'Lead Time', '3,5', '--week', 'last', '--n', '14']);
    const own = await ask<Own>(praxis, ['series', 'add', 'lead-time', '-2', '--on', 'monday']);
    expect(own).toMatchObject({
      name: 'lead-time',
      unit: 'number',
      zone: null,
      points: [
        { week: '2026-W46', value: 3.5, n: 14 },
        { week: '2026-W47', value: -2, n: 1 },
      ],
    });
  });

  test('again is the same one; another needs --replace, and can be undone', async () => {
    using praxis = new InProcess();
    await praxis.run(['series', 'add', 'rework', '12']);
    const before = praxis.tables();
    await ask(praxis, ['series', 'add', 'rework', '12']);
    expect(praxis.tables()).toEqual(before);
    const { code, stderr } = await praxis.run(['series', 'add', 'rework', '13']);
    expect([code, stderr]).toEqual([
      5,
      'praxis: rework says something else in 2026-W47 already.\n--replace puts this one in its place. Nothing was stored.\n',
    ]);
    const own = await ask<Own>(praxis, ['series', 'add', 'rework', '13', '--replace']);
    expect(own.points).toEqual([{ week: '2026-W47', value: 13, n: 1 }]);
    await praxis.run(['undo']);
    expect(praxis.tables()).toEqual(before);
  });

  test('of a name that looks like a slip makes no series', async () => {
    using praxis = new InProcess();
    await praxis.run(['series', 'add', 'rework', '12']);
    const { code, stderr } = await praxis.run(['series', 'add', 'rewrok', '13']);
    expect([code, stderr]).toEqual([
      2,
      'praxis: There is no series "rewrok". Did you mean "rework"?\npraxis series add rewrok without a value makes a new one. Nothing was stored.\n',
    ]);
    await ask(praxis, ['series', 'add', 'rewrok']);
    await ask(praxis, ['series', 'add', 'rewrok', '13']);
    // Another number and another letter are other names.
    for (const name of ['kpi-1', 'kpi-2', 'x', 'y'])
      await ask(praxis, ['series', 'add', name, '1']);
  });

  test('lies in the range of its unit, which cannot be changed past its values', async () => {
    using praxis = new InProcess();
    await ask(praxis, ['series', 'add', 'nps', '--unit', 'points', '--about', 'as the survey has it', '--zone', '4']); // biome-ignore format: one command
    expect((await praxis.run(['series', 'add', 'nps', '101'])).stderr).toContain(
      'its values go from 0 to 100',
    );
    await ask(praxis, ['series', 'add', 'nps', '70']);
    expect((await praxis.run(['series', 'add', 'nps', '--unit', 'steps'])).code).toBe(2);
    const own = await ask<Own>(praxis, ['series', 'add', 'nps', '--about', '']);
    expect(own).toMatchObject({ unit: 'points', zone: 4, about: null });
    const half = await ask<Own>(praxis, ['series', 'add', 'nps', '--zone', '1,5']);
    const none = await ask<Own>(praxis, ['series', 'add', 'nps', '--zone', '']);
    expect([half.zone, none.zone]).toEqual([1.5, null]);
    const wide = await praxis.run(['series', 'import', '-', '--name', 'nps'], {
      input: '2026-W40,50\n2026-W41,500\n',
    });
    expect(wide.stderr).toContain('Line 2: 500 is no value of nps');
  });

  test.each([
    [['lli', '3'], 'is a series that praxis keeps by itself'],
    [['r1', '3'], 'is a series that praxis keeps by itself'],
    [['a/b', '3'], 'cannot be the name of a series'],
    [['rework', 'many'], 'A value is a number, and "many" is none.'],
    [['rework', '1e308'], '1e308 is too large.'],
    [['rework', '3', '--week', '2026-W48'], 'has not begun'],
    [['rework', '3', '--week', 'last', '--on', 'monday'], '--week and --on both name the week'],
    [['rework', '--week', 'last'], 'There is no value.'],
    [['rework', '3', '--zone', '0'], 'it takes a number above 0'],
    [['rework', '3', '--unit', 'euro'], '--unit is "euro"'],
    [['rework', '3', '--n', '0'], '--n is "0"'],
  ])('%j is refused: %s', async (args, says) => {
    using praxis = new InProcess();
    const { code, stdout, stderr } = await praxis.run(['series', 'add', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^praxis: .+\n.+\n$/);
    expect(stderr).toContain(says);
    expect(Object.values(praxis.tables()).flat()).toEqual([]);
  });
});

describe('a file of values', () => {
  const FILE = 'week,rework,nps\n2026-W45,3,70\n2026-W46,4,\n2026-W47,5,72\n';

  test('comes in as one action; again it changes nothing', async () => {
    using praxis = new InProcess();
    const dry = await ask(praxis, ['series', 'import', '-', '--dry-run'], FILE);
    expect(Object.values(praxis.tables()).flat()).toEqual([]);
    const came = await ask<{ series: unknown }>(praxis, ['series', 'import', '-'], FILE);
    expect(came.series).toEqual([
      { name: 'rework', made: true, added: 3, unchanged: 0, replaced: 0 },
      { name: 'nps', made: true, added: 2, unchanged: 0, replaced: 0 },
    ]);
    expect(dry).toEqual({ ...came, dryRun: true });
    const before = praxis.tables();
    const again = await ask<{ series: unknown[] }>(praxis, ['series', 'import', '-'], FILE);
    expect(again.series[0]).toMatchObject({ added: 0, unchanged: 3 });
    expect(praxis.tables()).toEqual(before);
    await praxis.run(['undo']);
    expect(Object.values(praxis.tables()).flat()).toEqual([]);
  });

  test('with one other value is refused whole, unless it may replace', async () => {
    using praxis = new InProcess();
    await ask(praxis, ['series', 'import', '-'], FILE);
    const before = praxis.tables();
    const other = 'week,rework\n2026-W44,1\n2026-W46,9\n';
    const { code, stderr } = await praxis.run(['series', 'import', '-'], { input: other });
    expect([code, stderr.split('\n')[0]]).toEqual([
      5,
      'praxis: Line 3: rework says something else in 2026-W46 already.',
    ]);
    expect(praxis.tables()).toEqual(before);
    const came = await ask<{ series: unknown[] }>(
      praxis,
      ['series', 'import', '-', '--replace'],
      other,
    );
    expect(came.series).toEqual([
      { name: 'rework', made: false, added: 1, unchanged: 0, replaced: 1 },
    ]);
  });

  test('is what the documented view gives back, and what jsonl carries', async () => {
    using praxis = new InProcess();
    await ask(praxis, ['series', 'import', '-'], FILE);
    const { stdout } = await praxis.run(['export', 'csv', '--view', 'v_series_point']);
    expect(stdout.split('\r\n').sort()).toEqual([
      '',
      'nps,2026-W45,70,1',
      'nps,2026-W47,72,1',
      'rework,2026-W45,3,1',
      'rework,2026-W46,4,1',
      'rework,2026-W47,5,1',
      'series,week,value,n',
    ]);
    using other = new InProcess('2026-11-21T18:10:00.000Z');
    const jsonl = (await praxis.run(['export', 'jsonl'])).stdout;
    await ask(other, ['import', 'jsonl', '-'], jsonl);
    expect((await other.run(['export', 'jsonl'])).stdout).toBe(jsonl);
  });
});

describe('what is taken away', () => {
  test('is a week or a whole series, asked about first, and comes back with undo', async () => {
    using praxis = new InProcess();
    await praxis.run(['series', 'add', 'rework', '12']);
    await praxis.run(['series', 'add', 'rework', '11', '--week', 'last']);
    const before = praxis.tables();
    expect((await praxis.run(['series', 'remove', 'rework'])).code).toBe(2);
    expect((await praxis.run(['series', 'remove', 'rework', '--week', '2026-W01', '--yes'])).code).toBe(1); // biome-ignore format: one line
    await ask(praxis, ['series', 'remove', 'rework', '--week', 'last', '--yes']);
    expect(praxis.tables()['series_point']).toHaveLength(1);
    await ask(praxis, ['series', 'remove', 'rework', '--yes']);
    expect(praxis.tables()).toMatchObject({ series: [], series_point: [] });
    await praxis.run(['undo']);
    await praxis.run(['undo']);
    expect(praxis.tables()).toEqual(before);
  });

  test('is named as it may be added', async () => {
    using praxis = new InProcess();
    await praxis.run(['series', 'add', 'Lead_Time', '12']);
    await ask(praxis, ['series', 'remove', 'lead_time', '--week', 'this', '--yes']);
    await ask(praxis, ['series', 'remove', 'LEAD TIME', '--yes']);
    expect(praxis.tables()['series']).toEqual([]);
  });

  test('stays while a hold stands', async () => {
    using praxis = new InProcess();
    await praxis.run(['series', 'add', 'rework', '12']);
    await praxis.run(['hold', 'on', 'a dispute']);
    const { code, stderr } = await praxis.run(['series', 'remove', 'rework', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('A hold stands');
  });

  test('an id of a series is shown and deleted like any other entry', async () => {
    using praxis = new InProcess();
    await praxis.run(['series', 'add', 'rework', '12', '--about', 'tickets that came back']);
    const { series } = await ask<{ series: { id: string; weeks: number }[] }>(praxis, ['series']);
    const id = series[0]?.id ?? '';
    expect(await ask<Own>(praxis, ['show', id])).toMatchObject({ name: 'rework' });
    const { results } = await ask<{ results: unknown[] }>(praxis, ['search', 'tickets']);
    expect(results).toMatchObject([
      { id, noun: 'series', text: 'rework / tickets that came back' },
    ]);
    await praxis.run(['delete', id, '--yes']);
    expect(praxis.tables()).toMatchObject({ series: [], series_point: [] });
  });
});
