import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Home, type RunOptions } from './praxis.ts';

/**
 * A home on a machine whose crontab(1) and systemctl(1) are stand-ins that keep what they are told in files. They are
 * the only programs on its PATH: a test can never touch the crontab of whoever runs it.
 */
export class Machine extends Home {
  readonly tools = join(this.path, 'tools');
  readonly #kept = join(this.path, 'kept');

  constructor(...names: readonly (keyof typeof TOOLS)[]) {
    super();
    mkdirSync(this.tools);
    mkdirSync(this.#kept);
    for (const name of names) {
      const file = join(this.tools, name);
      writeFileSync(file, `#!${process.execPath}\n${BEGIN}${TOOLS[name]}`);
      chmodSync(file, 0o755);
    }
  }

  override env(options: RunOptions = {}): Record<string, string> {
    return super.env({
      ...options,
      env: { PATH: this.tools, KEPT: this.#kept, ...options.env },
    });
  }

  /** The crontab, or undefined when there is none. */
  get crontab(): string | undefined {
    const file = join(this.#kept, 'crontab');
    return existsSync(file) ? readFileSync(file, 'latin1') : undefined;
  }

  set crontab(text: string) {
    writeFileSync(join(this.#kept, 'crontab'), text, 'latin1');
  }

  /** What systemctl was told, a command a line. */
  get told(): string {
    const file = join(this.#kept, 'told');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Makes a command of a tool fail. */
  break(command: string): void {
    writeFileSync(join(this.#kept, `broken-${command}`), '');
  }
}

const BEGIN = `
const { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, rmdirSync, symlinkSync, writeFileSync } = require('node:fs');
const { KEPT, HOME, XDG_CONFIG_HOME } = process.env;
const fail = (text, code = 1) => { console.error(text); process.exit(code); };
const broken = (command) => existsSync(KEPT + '/broken-' + command) && fail(command + ' is broken.\\nand more');
const args = process.argv.slice(2);
`;

const TOOLS = {
  crontab: `
const file = KEPT + '/crontab';
broken(args[0]);
if (args[0] === '-l') {
  if (!existsSync(file)) fail('no crontab for somebody');
  process.stdout.write(readFileSync(file));
} else if (args[0] === '-r') rmSync(file);
else if (args[0] === '-') {
  const text = readFileSync(0);
  if (text.length > 0 && text.at(-1) !== 10) fail('new crontab file is missing newline before EOF, can\\'t install.');
  writeFileSync(file, text);
} else fail('usage');
`,
  systemctl: `
const units = (XDG_CONFIG_HOME || HOME + '/.config') + '/systemd/user';
const wants = units + '/timers.target.wants';
const [user, command, ...rest] = args;
if (user !== '--user') fail('this is the system itself');
appendFileSync(KEPT + '/told', [command, ...rest].join(' ') + '\\n');
if (existsSync(KEPT + '/broken-bus')) fail('Failed to connect to bus: No medium found');
broken(command);
const unit = rest.at(-1);
const needed = () => existsSync(units + '/' + unit) || fail('Unit file ' + unit + ' does not exist.');
if (command === 'enable') {
  needed();
  mkdirSync(wants, { recursive: true });
  rmSync(wants + '/' + unit, { force: true });
  symlinkSync(units + '/' + unit, wants + '/' + unit);
} else if (command === 'disable') {
  needed();
  rmSync(wants + '/' + unit, { force: true });
  rmSync(KEPT + '/active', { force: true });
  try { rmdirSync(wants); } catch {}
} else if (command === 'restart') {
  needed();
  writeFileSync(KEPT + '/active', '');
} else if (command === 'is-active') process.exit(existsSync(KEPT + '/active') ? 0 : 3);
`,
} as const;
