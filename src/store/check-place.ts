import { chmodSync, existsSync, readdirSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { backupFolder } from './backup.ts';
import { configFile } from './config.ts';
import { firstBytes, statOf } from './files.ts';
import { cacheFolder, configFolder, dataFolder, type Place, shownPath } from './location.ts';

/** Looks at the files and folders around a journal: whose they are, what was left there, on what disk they lie. */
export function checkPlace(place: Place, file: string): Finding[] {
  return [
    ...looseModes(place, file),
    ...openFolder(place, file),
    ...halfMade(place, file),
    ...editorTexts(place),
    ...littleRoom(file),
    ...sharedPlace(file),
    ...cronPath(place),
  ];
}

function looseModes(place: Place, file: string): Finding[] {
  if (place.platform === 'win32') return [];
  const backups = backupFolder(file);
  const loose = [
    ...foldersOf(place),
    backups,
    ...namesIn(backups).map((name) => join(backups, name)),
    ...(hasHome(place) ? [configFile(place)] : []),
    ...['', '-wal', '-shm', '-journal'].map((end) => file + end),
  ].filter((path) => (modeOf(path) & 0o077) !== 0);
  if (loose.length === 0) return [];
  const shown = loose.map((path) => `${shownPath(place, path)} (${modeOf(path).toString(8)})`);
  return [
    {
      check: 'modes',
      severity: 'mend',
      what: `Others on this machine may read ${shown.join(', ')}.`,
      why: 'What stands in the journal is for you alone.',
      next: 'praxis doctor --fix makes it yours alone again.',
      mend: () => {
        for (const path of loose) chmodSync(path, modeOf(path) & 0o700);
        return `Yours alone again: ${loose.map((path) => shownPath(place, path)).join(', ')}.`;
      },
    },
  ];
}

/** A folder that praxis did not make keeps its mode, so it is only told. */
function openFolder(place: Place, file: string): Finding[] {
  const folder = dirname(file);
  if (place.platform === 'win32' || foldersOf(place).includes(folder)) return [];
  if ((modeOf(folder) & 0o022) === 0) return [];
  return [
    {
      check: 'modes',
      severity: 'note',
      what: `Others on this machine may write to ${shownPath(place, folder)}.`,
      why: 'They cannot read the journal, but they can take it away or put another file in its place.',
      next: `chmod go-w on that folder keeps them out, or move the journal: praxis config set journal FILE.`,
    },
  ];
}

function halfMade(place: Place, file: string): Finding[] {
  const folder = dirname(file);
  const backups = backupFolder(file);
  const draft = `.${basename(file)}-`;
  const halves = [
    ...namesIn(folder)
      .filter((name) => name.startsWith(draft) && /^[0-9a-f-]{36}/.test(name.slice(draft.length)))
      .map((name) => join(folder, name)),
    ...namesIn(backups)
      .filter((name) => /\.half(-wal|-shm|-journal)?$/.test(name) || isOrphan(backups, name))
      .map((name) => join(backups, name)),
    ...(hasHome(place) ? [`${configFile(place)}.half`].filter((path) => existsSync(path)) : []),
    ...(isSpent(`${file}-journal`) ? [`${file}-journal`] : []),
  ];
  if (halves.length === 0) return [];
  const shown = halves.map((path) => shownPath(place, path)).join(', ');
  return [
    {
      check: 'leftovers',
      severity: 'mend',
      what: `Half-made files were left behind: ${shown}.`,
      why: 'praxis was ended while it made them. They are of no use, but may hold what you wrote.',
      next: 'praxis doctor --fix removes them, once no other praxis is at work.',
      mend: () => {
        for (const path of halves) rmSync(path, { force: true });
        return `Removed: ${shown}.`;
      },
    },
  ];
}

/** A rollback journal with nothing in it to roll back: SQLite makes its first byte zero, and would delete it on closing. */
function isSpent(path: string): boolean {
  try {
    return (firstBytes(path, 1)[0] ?? 0) === 0;
  } catch {
    return false;
  }
}

/** A checksum whose backup is gone. */
function isOrphan(folder: string, name: string): boolean {
  return name.endsWith('.db.sha256') && !existsSync(join(folder, name.slice(0, -'.sha256'.length)));
}

function editorTexts(place: Place): Finding[] {
  if (!hasHome(place)) return [];
  const folder = join(cacheFolder(place), 'edit');
  return namesIn(folder).map((name): Finding => {
    const path = join(folder, name);
    const shown = shownPath(place, path);
    return {
      check: 'leftovers',
      severity: 'note',
      what: `A text that was open in an editor was left in ${shown}.`,
      why: 'The editor or praxis was ended in the middle. It may be the only copy of what you wrote.',
      next: 'Read it; praxis doctor --fix asks whether to remove it.',
      question: `Remove ${shown}, with the text in it?`,
      mend: () => {
        rmSync(path, { recursive: true, force: true });
        return `Removed: ${shown}.`;
      },
    };
  });
}

/** Room for the journal, its log and a backup or two. */
const ROOM_BYTES = 50e6;

function littleRoom(file: string): Finding[] {
  const folder = nearestFolder(file);
  const { bavail, bsize } = statfsSync(folder);
  const size = statOf(file)?.size ?? 0;
  const free = bavail * bsize;
  if (free >= Math.max(ROOM_BYTES, 3 * size)) return [];
  return [
    {
      check: 'disk',
      severity: 'note',
      what: `The disk has ${Math.floor(free / 1e6)} MB left.`,
      why: 'On a full disk nothing is lost, but nothing new is kept either, and no backup is made.',
      next: 'Make room on it.',
    },
  ];
}

/** Folders that a program copies to other machines, by their names. */
const SYNCED =
  /(^|\/)(Dropbox|OneDrive|Google ?Drive|CloudStorage|Mobile Documents|iCloud ?Drive|Nextcloud|ownCloud|pCloud ?Drive|Box Sync|Syncthing|Sync|MEGA|Yandex\.Disk|Tresorit|SeaDrive|Seafile)( ?[-(][^/]*)?(\/|$)/i;
/** What a synchronising program keeps in the folder that it watches. */
const SYNC_MARKS = ['.stfolder', '.dropbox', '.sync', '.owncloudsync.log', '.nextcloudsync.log'];
/** File systems on other machines, by the number that statfs gives (Linux; linux/magic.h). */
const REMOTE: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'SMB',
  4266872130: 'SMB',
  16914839: '9P',
  1397113167: 'AFS',
  12805120: 'Ceph',
  1702057286: 'FUSE (sshfs and others)',
};

function sharedPlace(file: string): Finding[] {
  const folder = nearestFolder(file);
  const real = realpathSync(folder);
  const kind = REMOTE[statfsSync(folder).type >>> 0];
  if (kind !== undefined) {
    return [
      {
        check: 'place',
        severity: 'note',
        what: `The journal lies on a file system of another machine (${kind}).`,
        why: 'Such a disk may not keep what it says it kept, and does not always keep two programs apart.',
        next: 'Keep the journal on a disk of this machine: praxis config set journal FILE.',
      },
    ];
  }
  const watched = above(real).some((each) =>
    SYNC_MARKS.some((mark) => existsSync(join(each, mark))),
  );
  if (!watched && !SYNCED.test(real) && !SYNCED.test(folder)) return [];
  return [
    {
      check: 'place',
      severity: 'note',
      what: `The journal lies in a folder that is copied to other machines (${real}).`,
      why: 'A copy taken while praxis writes is half a journal, two machines overwrite each other, and others may read it.',
      next: 'Keep it elsewhere (praxis config set journal FILE), and put exports or backups there instead.',
    },
  ];
}

/** Where cron looks for programs unless its table says otherwise. */
const CRON_PATH = ['/usr/bin', '/bin'];

function cronPath({ platform, env }: Place): Finding[] {
  const places = [...CRON_PATH, ...(env['PATH'] ?? '').split(':')];
  const hasCron = places.some((folder) => folder !== '' && existsSync(join(folder, 'crontab')));
  if (platform === 'win32' || !hasCron) return [];
  if (CRON_PATH.some((folder) => existsSync(join(folder, 'praxis')))) return [];
  return [
    {
      check: 'cron',
      severity: 'note',
      what: `cron does not find a command of the name praxis: it looks in ${CRON_PATH.join(' and ')} only.`,
      why: 'A line of your crontab that says only praxis fails, and nobody tells you.',
      next: 'praxis remind install writes whole paths; so does praxis remind install --print, to copy from.',
    },
  ];
}

/** Folders that are praxis's own; none for an account that has no home. */
function foldersOf(place: Place): string[] {
  if (!hasHome(place)) return [];
  return [
    dataFolder(place),
    configFolder(place),
    cacheFolder(place),
    join(cacheFolder(place), 'edit'),
  ];
}

function hasHome({ home, env }: Place): boolean {
  return (
    home !== '' ||
    ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME'].every((name) => env[name] !== undefined)
  );
}

/** A folder with all that stand above it. */
function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

function nearestFolder(file: string): string {
  return above(dirname(file)).find((folder) => existsSync(folder)) ?? '/';
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Permission bits of a file; 0 when there is none. */
function modeOf(path: string): number {
  return (statOf(path)?.mode ?? 0) & 0o777;
}
