import type { Command } from 'commander';
import type { Context } from './context.ts';

/** Adds a command with its flags to the program; `context` is made when the command runs. */
export type Register = (program: Command, context: () => Promise<Context>) => void;
