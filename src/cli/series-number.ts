import { LARGEST_VALUE } from '../domain/series.ts';
import { EXIT, UserError } from '../errors.ts';
import { NUMBER } from './csv-table.ts';

/** A number as a person writes it; a comma may stand for the point. @throws UserError (usage) for anything else. */
export function decimal(what: string, text: string): number {
  const value = read(text);
  if (value !== null && Math.abs(value) <= LARGEST_VALUE) return value;
  throw new UserError(
    value === null ? `${what} is a number, and "${text}" is none.` : `${text} is too large.`,
    `${value === null ? 'Write it as 12 or 3.5.' : 'Take another unit.'} Nothing was stored.`,
    EXIT.usage,
  );
}

/** A change that would not matter. @throws UserError (usage) unless it is a number above 0. */
export function zoneFrom(text: string): number {
  const zone = read(text);
  if (zone !== null && zone > 0 && zone <= LARGEST_VALUE) return zone;
  throw new UserError(
    `--zone is "${text}"; it takes a number above 0.`,
    'Write a change in the unit of your values, such as 4.',
    EXIT.usage,
  );
}

function read(text: string): number | null {
  const written = /^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
  return NUMBER.test(written) ? Number(written) : null;
}
