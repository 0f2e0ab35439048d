import { LARGEST_VALUE } from '../domain/series.ts';
import { EXIT, UserError } from '../errors.ts';
import { NUMBER } from './csv-table.ts';

/** A number as a person writes it; a comma may stand for the point. @throws UserError (usage) for anything else. */
export function decimal(what: string, text: string): number {
  const written = /^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
  const value = Number(written);
  if (NUMBER.test(written) && Math.abs(value) <= LARGEST_VALUE) return value;
  throw new UserError(
    `${what} is a number, and "${text}" is none.`,
    'Write it as 12 or 3.5. Nothing was stored.',
    EXIT.usage,
  );
}

/** A change that would not matter. @throws UserError (usage) unless it is a number above 0. */
export function zoneFrom(text: string): number {
  const zone = Number(text);
  if (/^[\d.]+(e[+-]?\d+)?$/i.test(text) && zone > 0 && zone <= LARGEST_VALUE) return zone;
  throw new UserError(
    `--zone is "${text}"; it takes a number above 0.`,
    'Write a change in the unit of your values, such as 4.',
    EXIT.usage,
  );
}
