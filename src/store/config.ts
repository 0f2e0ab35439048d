import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { didYouMean } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';
import { writeWhole } from './files.ts';
import { configFolder, type Place, shownPath } from './location.ts';

/** The user's settings. Every key has a default, so the file may be absent. */
export interface Config {
  readonly journal?: string;
  /** When a day ends, on the wall clock: entries before it belong to the evening before. */
  readonly day_ends: string;
  readonly editor?: string;
  /** How many months entries are kept. Nothing goes by itself: `praxis delete --older` applies it. */
  readonly keep_months?: string;
}

export type ConfigKey = keyof Config;

interface Setting {
  readonly about: string;
  readonly fallback: string | undefined;
  readonly takes: string;
  /** A value that it takes. */
  readonly such: string;
  readonly fits: RegExp;
}

export const SETTINGS: Readonly<Record<ConfigKey, Setting>> = {
  journal: {
    about: 'where the journal is, unless --journal or PRAXIS_JOURNAL says otherwise',
    fallback: undefined,
    takes: 'a path',
    such: '~/journal.db',
    fits: /^[^\0]+$/,
  },
  day_ends: {
    about: 'when a day ends: before it, an entry belongs to the evening before',
    fallback: '04:00',
    takes: 'a time from 00:00 to 11:59',
    such: '04:00',
    fits: /^(0\d|1[01]):[0-5]\d$/,
  },
  editor: {
    about: 'what opens long texts, unless VISUAL or EDITOR is set',
    fallback: undefined,
    takes: 'a command',
    such: 'nano',
    fits: /^[^\0]+$/,
  },
  keep_months: {
    about: 'how many months to keep; praxis delete --older removes what is older',
    fallback: undefined,
    takes: 'a whole number from 1 to 1200',
    such: '24',
    fits: /^([1-9]\d{0,2}|1[01]\d\d|1200)$/,
  },
};
export const CONFIG_KEYS = Object.keys(SETTINGS) as ConfigKey[];

export function configFile(place: Place): string {
  return join(configFolder(place), 'config.json');
}

/** @throws UserError (usage) when the file is there and cannot be used: settings are never guessed. */
export function readConfig(place: Place): Config {
  const values = rawConfig(place);
  for (const [key, value] of Object.entries(values)) {
    if (CONFIG_KEYS.some((known) => known === key)) checkSetting(key, value);
    else throw unusable(place, `"${key}" is no setting.${didYouMean(key, CONFIG_KEYS)}`);
  }
  return { day_ends: '04:00', ...values };
}

function rawConfig(place: Place): Record<string, unknown> {
  if (place.home === '' && !place.env['XDG_CONFIG_HOME']) return {};
  let source: string;
  try {
    source = readFileSync(configFile(place), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw unusable(place, 'it cannot be read.');
  }
  let values: unknown;
  try {
    values = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    throw unusable(place, 'it is not JSON.');
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw unusable(place, 'it holds no object.');
  }
  return { ...values };
}

/** @throws UserError (usage) for a key that is none, or a value that it does not take. */
export function checkSetting(key: string, value: unknown): asserts key is ConfigKey {
  const setting = knownSetting(key);
  if (typeof value === 'string' && setting.fits.test(value)) return;
  throw new UserError(
    `The setting "${key}" takes ${setting.takes}.`,
    `praxis config set ${key} ${setting.such} mends it.`,
    EXIT.usage,
  );
}

export function knownSetting(key: string): Setting {
  const setting = CONFIG_KEYS.find((known) => known === key);
  if (setting) return SETTINGS[setting];
  throw new UserError(
    `"${key}" is no setting.${didYouMean(key, CONFIG_KEYS)}`,
    'praxis config list shows them all.',
    EXIT.usage,
  );
}

/** Writes one setting, or removes it (back to its default). The file is replaced whole, or not at all. */
export function writeSetting(place: Place, key: ConfigKey, value: string | undefined): void {
  const file = configFile(place);
  const { [key]: _, ...others } = rawConfig(place);
  const kept = value === undefined ? others : { ...others, [key]: value };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeWhole(file, [`${JSON.stringify(kept, null, 2)}\n`]);
}

function unusable(place: Place, why: string): UserError {
  return new UserError(
    `The settings in ${shownPath(place, configFile(place))} cannot be used: ${why}`,
    'Mend the file, or move it away: praxis works without it.',
    EXIT.usage,
  );
}
