import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import type { Shell as ShellName } from '../../src/render/completion.ts';
import { type Home, PROGRAM } from './praxis.ts';

const PATIENCE_MS = 15_000;

/** Starts without the user's own settings, and the line that turns completion on. */
const SHELLS: Readonly<Record<ShellName, { readonly args: string[]; readonly begin: string }>> = {
  bash: { args: ['--norc', '--noprofile', '-i'], begin: 'eval "$(praxis completion bash)"' },
  zsh: {
    args: ['-f', '-i'],
    begin: 'autoload -Uz compinit; compinit -u -D; eval "$(praxis completion zsh)"',
  },
  fish: { args: ['--no-config', '-i'], begin: 'praxis completion fish | source' },
};

export function isInstalled(shell: ShellName): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

/**
 * A real shell at a real terminal with completion turned on. `praxis` in it completes as the built program does, but
 * run it only prints its arguments: `<exercise><show><X3>`.
 */
export class Shell {
  readonly #pty: IPty;
  #text = '';
  #seen = 0;

  constructor(home: Home, shell: ShellName) {
    const { args } = SHELLS[shell];
    this.#pty = spawn(shell, args, {
      name: 'xterm-256color',
      cols: 200,
      rows: 60,
      cwd: home.path,
      env: { ...home.env(), PATH: `${stub(home)}:${process.env['PATH']}`, LANG: 'C.UTF-8' },
    });
    this.#pty.onData((data) => {
      this.#text += data;
    });
  }

  static async start(home: Home, shell: ShellName): Promise<Shell> {
    const started = new Shell(home, shell);
    // What is typed before the shell listens is echoed twice; its own answer stands once.
    started.#pty.write(`${SHELLS[shell].begin}; printf '%s\\n' rea''dy\r`);
    await started.until('ready');
    return started;
  }

  /** Types the beginning of a line, presses tab and then enter, and returns the arguments that praxis was run with. */
  async completed(line: string, tabs = 1): Promise<string[]> {
    this.#seen = this.#text.length;
    this.#pty.write(`${line}${'\t'.repeat(tabs)}\r`);
    const found = await this.until(/ARGS:(.*):END/);
    return [...(found[1] ?? '').matchAll(/<((?:(?!><).)*)>(?=<|$)/g)].map(([, each = '']) => each);
  }

  /** Types, presses tab twice, and returns what the shell shows. The line is thrown away. */
  async offered(line: string, wanted: string): Promise<string> {
    this.#seen = this.#text.length;
    this.#pty.write(`${line}\t\t`);
    await this.until(wanted);
    const shown = this.#plain();
    this.#pty.write('\u0003');
    return shown;
  }

  #plain(): string {
    return stripVTControlCharacters(this.#text.slice(this.#seen)).replaceAll('\r', '');
  }

  async until(wanted: string | RegExp): Promise<RegExpMatchArray> {
    const sought = typeof wanted === 'string' ? new RegExp(wanted) : wanted;
    const started = Date.now();
    for (;;) {
      const found = this.#plain().match(sought);
      if (found) return found;
      if (Date.now() - started > PATIENCE_MS) {
        throw new Error(`never saw ${wanted}:\n${this.#text.slice(this.#seen)}`);
      }
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  [Symbol.dispose](): void {
    this.#pty.kill('SIGKILL');
  }
}

function stub(home: Home): string {
  const folder = join(home.path, 'bin');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'praxis');
  writeFileSync(
    file,
    `#!/bin/sh
case "$1" in __complete|completion) exec '${process.execPath}' '${PROGRAM}' "$@" ;; esac
printf 'ARGS:'; printf '<%s>' "$@"; echo ':END'
`,
  );
  chmodSync(file, 0o755);
  return folder;
}
