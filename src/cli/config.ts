import { resolve } from 'node:path';
import { configText } from '../render/config.ts';
import {
  CONFIG_KEYS,
  checkSetting,
  configFile,
  knownSetting,
  SETTINGS,
  writeSetting,
} from '../store/config.ts';
import { shownPath } from '../store/location.ts';
import { withDefault, withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const config = withExamples(
    program.command('config').description('Settings. praxis works without any.'),
    'praxis config set day_ends 03:00',
    'praxis config set editor "code --wait"',
    'praxis config get journal',
  );
  withDefault(config, async () => listAll(await context()));
  config
    .command('list')
    .description('All settings, with where they are kept.')
    .action(async () => listAll(await context()));
  config
    .command('get')
    .description('One setting; an empty line when it is not set.')
    .argument('<key>')
    .action(async (key: string) => {
      const ctx = await context();
      knownSetting(key);
      const value = ctx.config[key as (typeof CONFIG_KEYS)[number]] ?? null;
      ctx.answer({ schema: 'praxis.setting/1', key, value }, () => value ?? '');
    });
  config
    .command('set')
    .description('Change a setting; without a value it goes back to its default.')
    .argument('<key>')
    .argument('[value]')
    .action(async (key: string, value: string | undefined) => {
      const ctx = await context();
      const setting = knownSetting(key);
      if (value !== undefined) checkSetting(key, value);
      ctx.refuseReadOnly();
      // A relative path would mean another journal in every folder.
      const kept = key === 'journal' && value !== undefined ? absolute(value) : value;
      writeSetting(ctx.world, key as (typeof CONFIG_KEYS)[number], kept);
      const now = kept ?? setting.fallback ?? null;
      ctx.answer(
        { schema: 'praxis.setting/1', key, value: now },
        () => `  ${key} is ${now ?? 'not set'} now.`,
      );
    });
};

function absolute(path: string): string {
  return path.startsWith('~/') ? path : resolve(path);
}

async function listAll(ctx: Context): Promise<void> {
  const settings = CONFIG_KEYS.map((key) => ({
    key,
    value: ctx.config[key] ?? null,
    about: SETTINGS[key].about,
  }));
  ctx.answer({ schema: 'praxis.config/1', settings }, () =>
    configText(settings, shownPath(ctx.world, configFile(ctx.world)), ctx.style),
  );
}
