import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, type Place, shownPath } from '../store/location.ts';

/** Folder of texts that are open in an editor. */
export function editFolder(place: Place): string {
  return join(cacheFolder(place), 'edit');
}

/** Texts that an interrupted editor left behind, as a person would write their paths. */
export function leftovers(place: Place): string[] {
  const folder = editFolder(place);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => shownPath(place, join(folder, name)));
}
