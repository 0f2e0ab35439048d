import { Command } from 'commander';
import type { World } from '../world.ts';

/** What a shell calls when somebody presses tab. No command: it stands in no help. */
export const CALLBACK = '__complete';

/** The global options, on every command and before it. */
export function rootProgram(world: World): Command {
  return new Command('praxis')
    .usage('[options] COMMAND')
    .option('--journal <file>', 'use this journal')
    .option('--json', 'print one JSON document')
    .option('--no-input', 'ask nothing')
    .option('--no-color', 'no colour')
    .option('--yes', 'yes to what would be asked before something is destroyed')
    .option('--read-only', 'leave no trace beside the journal (reading commands)')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => world.write('stdout', text),
      // Told by `tell`, in the same two lines as every other error.
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(world.columns('stdout') || 80, 100),
    })
    .exitOverride();
}
