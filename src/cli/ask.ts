import type { Ask } from '../domain/question.ts';
import { paragraph, type Style, visible } from '../render/text.ts';
import { type Context, styleFor } from './context.ts';
import { editFolder } from './leftovers.ts';

/** Somebody at this terminal: how to ask them, and how text looks where they are asked (stderr). */
export interface Terminal {
  readonly ask: Ask;
  readonly style: Style;
}

/** The way to ask the person at this terminal. Loaded only when somebody is there. */
export async function terminalFor(context: Context): Promise<Terminal> {
  const { askAtTerminal } = await import('../prompts/terminal.ts');
  const { world, options } = context;
  const style = await styleFor(world, 'stderr', options.color);
  const ask = askAtTerminal({
    input: world.stdin,
    output: world.stderr,
    visible,
    wrap: (text, indent = 2) => paragraph(visible(text), style.width, ' '.repeat(indent)),
    bold: style.bold,
    dim: style.dim,
    accent: style.accent,
    edit: await editorFor(context),
  });
  return { ask, style };
}

/** Opens a text in the user's editor: VISUAL, then EDITOR, then the setting. */
export async function editorFor({ world, config }: Context): Promise<(text: string) => string> {
  const { editText } = await import('../prompts/editor.ts');
  const command = world.env['VISUAL'] || world.env['EDITOR'] || config.editor;
  return (text) => editText(text, { folder: editFolder(world), command, env: world.env });
}
