import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { EXIT, UserError } from '../errors.ts';

/** What a location depends on: a part of the world, so that tests need no machine. */
export interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

/** `--journal` > `PRAXIS_JOURNAL` > the config's `journal` > the platform's data folder. */
export function journalFile(
  place: Place,
  flag: string | undefined,
  configured: string | undefined,
): string {
  const chosen = flag || place.env['PRAXIS_JOURNAL'] || configured;
  if (!chosen) return join(dataFolder(place), 'journal.db');
  const path = chosen.startsWith('~/') ? join(place.home, chosen.slice(2)) : chosen;
  return followLink(resolve(path));
}

export function dataFolder(place: Place): string {
  return platformFolder(
    place,
    'XDG_DATA_HOME',
    '.local/share',
    'Application Support',
    'LOCALAPPDATA',
  );
}

export function configFolder(place: Place): string {
  return platformFolder(place, 'XDG_CONFIG_HOME', '.config', 'Preferences', 'APPDATA');
}

/** Compiled code and texts open in an editor: things that may be deleted at any time. */
export function cacheFolder(place: Place): string {
  return platformFolder(place, 'XDG_CACHE_HOME', '.cache', 'Caches', 'LOCALAPPDATA');
}

/** A path for people: the home folder as `~`. */
export function shownPath(place: Place, path: string): string {
  return path.startsWith(`${place.home}/`) ? `~${path.slice(place.home.length)}` : path;
}

function platformFolder(
  place: Place,
  xdg: string,
  unix: string,
  mac: string,
  windows: string,
): string {
  const { env, home, platform } = place;
  const named = env[xdg];
  // The XDG specification: a path that is not absolute is to be ignored.
  if (named && isAbsolute(named)) return join(named, 'praxis');
  if (home === '') {
    throw new UserError(
      'This account has no home folder.',
      `Set HOME or ${xdg} to a folder of yours.`,
      EXIT.cannot,
    );
  }
  if (platform === 'darwin') return join(home, 'Library', mac, 'praxis');
  if (platform === 'win32') return join(env[windows] ?? join(home, 'AppData', 'Local'), 'praxis');
  return join(home, unix, 'praxis');
}

// A journal behind a symlink stays where it is, also one whose target is still to be made.
function followLink(path: string): string {
  try {
    if (!lstatSync(path).isSymbolicLink()) return path;
    return followLink(resolve(dirname(path), readlinkSync(path)));
  } catch {
    return path;
  }
}
