import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { checkSetting, configFile, readConfig, writeSetting } from '../../../src/store/config.ts';
import {
  cacheFolder,
  configFolder,
  dataFolder,
  journalFile,
  type Place,
  shownPath,
} from '../../../src/store/location.ts';
import { Folder } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const linux = (env: Place['env'] = {}, home = '/home/ann'): Place => ({
  env,
  home,
  platform: 'linux',
});

describe('where the journal is', () => {
  test('a flag goes before PRAXIS_JOURNAL, that before the setting, that before the data folder', () => {
    const place = linux({ PRAXIS_JOURNAL: '/env.db' });
    expect(journalFile(place, '/flag.db', '/set.db')).toBe('/flag.db');
    expect(journalFile(place, undefined, '/set.db')).toBe('/env.db');
    expect(journalFile(linux(), undefined, '/set.db')).toBe('/set.db');
    expect(journalFile(linux(), undefined, undefined)).toBe(
      '/home/ann/.local/share/praxis/journal.db',
    );
  });

  test('an empty PRAXIS_JOURNAL is none', () => {
    expect(journalFile(linux({ PRAXIS_JOURNAL: '' }), undefined, undefined)).toBe(
      '/home/ann/.local/share/praxis/journal.db',
    );
  });

  test('the home folder may be written as ~', () => {
    expect(journalFile(linux(), '~/notes/j.db', undefined)).toBe('/home/ann/notes/j.db');
    expect(shownPath(linux(), '/home/ann/notes/j.db')).toBe('~/notes/j.db');
    expect(shownPath(linux(), '/home/anna/j.db')).toBe('/home/anna/j.db');
  });

  test('each platform has its own folders, and XDG names others when they are absolute', () => {
    expect(dataFolder(linux({ XDG_DATA_HOME: '/data' }))).toBe('/data/praxis');
    expect(dataFolder(linux({ XDG_DATA_HOME: 'relative' }))).toBe('/home/ann/.local/share/praxis');
    expect(configFolder(linux())).toBe('/home/ann/.config/praxis');
    expect(cacheFolder(linux())).toBe('/home/ann/.cache/praxis');
    const mac: Place = { env: {}, home: '/Users/ann', platform: 'darwin' };
    expect(dataFolder(mac)).toBe('/Users/ann/Library/Application Support/praxis');
    expect(cacheFolder(mac)).toBe('/Users/ann/Library/Caches/praxis');
  });
});

describe('the settings', () => {
  const place = (folder: Folder): Place => linux({}, folder.path);
  const write = (folder: Folder, text: string | Uint8Array) => {
    mkdirSync(join(folder.path, '.config', 'praxis'), { recursive: true });
    writeFileSync(configFile(place(folder)), text);
  };

  test('have defaults, and reading makes no file', () => {
    using folder = new Folder();
    expect(readConfig(place(folder))).toEqual({ day_ends: '04:00' });
    expect(folder.list()).toEqual([]);
  });

  test('come back as they were set, in a file of their owner', () => {
    using folder = new Folder();
    writeSetting(place(folder), 'day_ends', '02:30');
    writeSetting(place(folder), 'editor', 'vim');
    expect(readConfig(place(folder))).toEqual({ day_ends: '02:30', editor: 'vim' });
    expect(statSync(configFile(place(folder))).mode & 0o777).toBe(0o600);
    writeSetting(place(folder), 'day_ends', undefined);
    expect(readConfig(place(folder))).toEqual({ day_ends: '04:00', editor: 'vim' });
    expect(JSON.parse(readFileSync(configFile(place(folder)), 'utf8'))).toEqual({ editor: 'vim' });
  });

  test.each([
    ['no JSON', '{"day_ends": '],
    ['a list', '[]'],
    ['null', 'null'],
    ['an unknown key', '{"dayends": "03:00"}'],
    ['a wrong type', '{"day_ends": 4}'],
    ['a time that is none', '{"day_ends": "25:00"}'],
    ['a time after noon', '{"day_ends": "12:00"}'],
    ['an empty path', '{"journal": ""}'],
    ['a key from the object itself', '{"__proto__": {"editor": "rm"}}'],
  ])('with %s are refused, never guessed', (_, text) => {
    using folder = new Folder();
    write(folder, text);
    expect(refusalOf(() => readConfig(place(folder))).exitCode).toBe(EXIT.usage);
  });

  test('an unknown one is refused with the nearest', () => {
    expect(refusalOf(() => checkSetting('dayends', '03:00')).message).toContain(
      'Did you mean "day_ends"?',
    );
    expect(refusalOf(() => checkSetting('toString', 'x')).exitCode).toBe(EXIT.usage);
  });

  test('may begin with a byte order mark', () => {
    using folder = new Folder();
    write(folder, '\ufeff{"editor": "vim"}');
    expect(readConfig(place(folder)).editor).toBe('vim');
  });
});
