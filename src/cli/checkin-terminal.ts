import type { Week } from '../domain/day.ts';
import type { Summary } from '../render/week.ts';
import type { CheckinOptions } from './checkin.ts';
import type { Context } from './context.ts';
export async function holdCheckin(
  _context: Context,
  _options: CheckinOptions,
  _asked: Week | undefined,
  _summary: Summary,
): Promise<boolean> {
  return false;
}
