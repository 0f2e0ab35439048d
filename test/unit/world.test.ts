import { afterEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../src/domain/day.ts';
import { EXIT } from '../../src/errors.ts';
import { realWorld } from '../../src/world.ts';
import { refusalOf } from '../support/refusal.ts';

const before = { TZ: process.env['TZ'], PRAXIS_NOW: process.env['PRAXIS_NOW'] };
const umask = process.umask();
afterEach(() => {
  process.env['TZ'] = before.TZ;
  delete process.env['PRAXIS_NOW'];
  process.umask(umask);
});

function worldAt(now: string, zone: string) {
  process.env['PRAXIS_NOW'] = now;
  process.env['TZ'] = zone;
  return realWorld();
}

describe('PRAXIS_NOW', () => {
  test.each([
    ['2026-11-20T18:00:00+01:00', 'Europe/Berlin', '2026-11-20T18:00', '2026-11-20'],
    ['2026-11-21T02:59:00Z', 'Europe/Berlin', '2026-11-21T03:59', '2026-11-20'],
    ['2026-11-21T03:00:00Z', 'Europe/Berlin', '2026-11-21T04:00', '2026-11-21'],
    ['2026-03-29T00:59:00Z', 'Europe/Berlin', '2026-03-29T01:59', '2026-03-28'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29T03:00', '2026-03-28'],
    ['2026-03-29T02:00:00Z', 'Europe/Berlin', '2026-03-29T04:00', '2026-03-29'],
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-01T01:30', '2026-10-31'],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01T01:30', '2026-10-31'],
    ['2026-11-20T10:30:00Z', 'Pacific/Apia', '2026-11-20T23:30', '2026-11-20'],
    ['2026-11-20T18:15:00Z', 'Asia/Kathmandu', '2026-11-21T00:00', '2026-11-20'],
  ])('%s in %s is %s on the wall, and the day is %s', (now, zone, wall, on) => {
    const moment = worldAt(now, zone).now();
    expect(moment).toEqual({ instant: new Date(now).toISOString(), wall, zone });
    expect(dayOf(moment, '04:00')).toBe(on);
  });

  test('stands still', () => {
    const world = worldAt('2026-11-20T18:00:00Z', 'UTC');
    expect(world.now()).toEqual(world.now());
  });

  test.each(['yesterday', '2026-11-20', '18:00', '2026-13-01T00:00:00Z', '2026-11-20T99:00:00Z'])(
    '"%s" is refused',
    (text) => {
      process.env['PRAXIS_NOW'] = text;
      expect(refusalOf(() => realWorld().now()).exitCode).toBe(EXIT.usage);
    },
  );
});

test('ids are UUIDs of version 7 that sort in the order they were made, also within one moment', () => {
  const world = worldAt('2026-11-20T18:00:00Z', 'UTC');
  const ids = Array.from({ length: 1000 }, () => world.newId());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('under a stopped clock a later program makes later ids, however many the one before made', async () => {
  const before = worldAt('2026-11-20T18:00:00Z', 'UTC');
  const ids = Array.from({ length: 5 }, () => before.newId());
  await new Promise((done) => setTimeout(done, 10));
  const after = worldAt('2026-11-20T18:00:00Z', 'UTC').newId();
  expect([...ids, after].sort().at(-1)).toBe(after);
});

test('every file made from then on belongs to its owner alone', () => {
  process.umask(0o022);
  worldAt('2026-11-20T18:00:00Z', 'UTC');
  expect(process.umask(0o077)).toBe(0o077);
});
