import type { Measure } from '../domain/measure.ts';
import type { SeriesUnit } from '../domain/verdict.ts';
import { number } from './series.ts';
import { counted } from './text.ts';

/** A value in its unit: `50`, `3 of 5`, `1.3`. */
export function valueText(value: number, unit: SeriesUnit): string {
  switch (unit) {
    case 'points':
      return String(Math.round(value));
    case 'steps':
      return `${number(value)} of 5`;
    case 'share':
      return value.toFixed(2);
    case 'number':
      return rounded(value);
  }
}

/** A value with its interval, where it has one: `50 [41-59]`. */
export function measureText({
  value,
  ci95,
  unit,
}: Pick<Measure, 'value' | 'ci95' | 'unit'>): string {
  if (value === null) return '';
  if (ci95 === null) return valueText(value, unit);
  const end = (x: number) => (unit === 'steps' ? number(x) : valueText(x, unit));
  return `${valueText(value, unit)} [${end(ci95[0])}-${end(ci95[1])}]`;
}

/** `18 of the last 20 working days`; with free days among them, or in a pause, the two side by side. */
export function practisedText(days: number, workingDays: number): string {
  if (days <= workingDays && workingDays > 0) {
    return `${days} of the last ${counted(workingDays, 'working day')}`;
  }
  const working = workingDays === 0 ? 'no working day' : counted(workingDays, 'working day');
  return `on ${counted(days, 'day')} of four weeks with ${working}`;
}

/** Two digits that say something; whole numbers stay whole. */
function rounded(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
