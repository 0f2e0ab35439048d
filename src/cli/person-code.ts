import { EXIT, UserError } from '../errors.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';

/** @throws UserError (usage) for what is no name. */
export function checkName(name: string): string {
  if (name.isWellFormed() && !/\p{Cc}/u.test(name) && name.trim() !== '') return name;
  throw new UserError(
    'The name holds characters that are no part of a name.',
    'Leave --name away, or write it plainly.',
    EXIT.usage,
  );
}

/** @throws UserError (conflict) when somebody has the code. */
export function refuseTaken(journal: Journal, code: string): void {
  if (!listPeople(journal).some((each) => each.code === code)) return;
  throw new UserError(
    `"${code}" is in the journal already.`,
    `praxis person show ${code} shows them.`,
    EXIT.conflict,
  );
}
