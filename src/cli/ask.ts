import { join } from 'node:path';
import type { Ask } from '../domain/question.ts';
import { paragraph, visible } from '../render/text.ts';
import { cacheFolder } from '../store/location.ts';
import type { Context } from './context.ts';

/** The way to ask the person at this terminal. Loaded only when somebody is there. */
export async function terminalFor(context: Context): Promise<Ask> {
  const { askAtTerminal } = await import('../prompts/terminal.ts');
  const { world, errorStyle } = context;
  return askAtTerminal({
    input: world.stdin,
    output: world.stderr,
    visible,
    wrap: (text) => paragraph(visible(text), errorStyle.width),
    bold: errorStyle.bold,
    dim: errorStyle.dim,
    accent: errorStyle.accent,
    edit: await editorFor(context),
  });
}

/** Opens a text in the user's editor: VISUAL, then EDITOR, then the setting. */
export async function editorFor({ world, config }: Context): Promise<(text: string) => string> {
  const { editText } = await import('../prompts/editor.ts');
  const command = world.env['VISUAL'] || world.env['EDITOR'] || config.editor;
  return (text) =>
    editText(text, { folder: join(cacheFolder(world), 'edit'), command, env: world.env });
}
