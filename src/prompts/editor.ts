import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../errors.ts';

/** Where temporary texts live and what opens them. */
export interface EditorPlace {
  readonly folder: string;
  readonly command: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a text in the user's editor and returns it as it was left, one final line feed dropped (editors add it).
 * The file is 0600 in a folder of its own, 0700, and both are gone afterwards, whatever happens.
 * @throws UserError when there is no editor, or it fails: the text that was handed in is not lost, the caller has it.
 */
export function editText(text: string, place: EditorPlace): string {
  const command = place.command?.trim();
  if (!command) {
    throw new UserError(
      'No editor is set.',
      'Set one: praxis config set editor nano, or export EDITOR=nano.',
      EXIT.cannot,
    );
  }
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(place.folder, 'edit-'));
  try {
    const file = join(folder, 'praxis.md');
    writeFileSync(file, text, { mode: 0o600 });
    // Through a shell, as git does: EDITOR may hold options, such as "code --wait".
    const { status, error } = spawnSync(`${command} "$PRAXIS_EDIT_FILE"`, {
      stdio: 'inherit',
      shell: true,
      env: { ...place.env, PRAXIS_EDIT_FILE: file },
    });
    if (error || status !== 0) {
      throw new UserError(
        `The editor "${command}" did not end well.`,
        'Nothing was taken from it. praxis config set editor NAME chooses another.',
        EXIT.cannot,
      );
    }
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
