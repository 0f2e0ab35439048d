import { talksDue } from '../domain/due.ts';
import type { Person } from '../domain/person.ts';
import type { Context } from './context.ts';

/**
 * Whether naming somebody was also a talk with them: `--contact` says so; at a terminal it is asked,
 * with one key, when a talk with that person is due.
 */
export async function asksForContact(
  context: Context,
  person: Person | null,
  flag: boolean | undefined,
): Promise<boolean> {
  if (person === null || flag) return flag === true;
  if (!context.interactive || talksDue([person], context.today).length === 0) return false;
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  return (
    (await ask({
      kind: 'confirm',
      name: 'contact',
      text: `Was this a talk with ${person.code}?`,
    })) === true
  );
}
