import { isDay } from '../domain/day.ts';
import { EXIT, UserError } from '../errors.ts';
import { monthNamed, type Written, written } from './date.ts';

/** What each directive of a time format takes, as jrnl's own `timeformat` has them. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: '(?<Y>\\d{4})',
  y: '(?<y>\\d{2})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  e: '\\s?(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  I: '(?<I>\\d{1,2})',
  M: '(?<M>\\d{2})',
  S: '(?<S>\\d{2})',
  f: '\\d{1,6}',
  p: '(?<p>[ap]\\.?m\\.?)',
  b: '(?<B>\\p{L}+)',
  h: '(?<B>\\p{L}+)',
  B: '(?<B>\\p{L}+)',
  a: '\\p{L}+',
  A: '\\p{L}+',
  '%': '%',
};
const SHORT: Readonly<Record<string, string>> = {
  F: '%Y-%m-%d',
  D: '%m/%d/%y',
  T: '%H:%M:%S',
  r: '%I:%M:%S %p',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  c: '%a %b %e %H:%M:%S %Y',
  R: '%H:%M',
};

/**
 * A reader for one way of writing dates, `%d.%m.%Y %H:%M`. It reads from the beginning of a text and says how much of
 * it was the date; undefined where the text begins in no such date.
 * @throws UserError (usage) for a pattern that praxis cannot read with.
 */
export function datePattern(
  pattern: string,
): (text: string) => (Written & { readonly length: number }) | undefined {
  const long = pattern.replaceAll(/%([FDTRrxXc])/g, (_, name: string) => SHORT[name] ?? '');
  const seen = new Set<string>();
  const source = long.replaceAll(
    /%-?(.?)|[\\^$.*+?()[\]{}|/]/g,
    (sign, name: string | undefined) => {
      if (name === undefined) return `\\${sign}`;
      const takes = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
      const group = name.replace(/[bh]/, 'B').replace('e', 'd');
      const twice = seen.has(group) && !'aA%'.includes(name);
      if (takes === undefined || twice) throw unreadable(pattern, sign);
      seen.add(group);
      return takes;
    },
  );
  const has = (...names: readonly string[]) => names.some((name) => seen.has(name));
  const day = has('Y', 'y') && has('m', 'B') && has('d');
  if (!day && (has('Y', 'y', 'm', 'B', 'd') || !has('H', 'I'))) throw unreadable(pattern, pattern);
  const reader = new RegExp(`^${source}(?!\\d)`, 'iu');
  return (text) => {
    const match = reader.exec(text);
    if (!match) return undefined;
    const { Y, y, m, B, d = '', H, I, M = '00', S = '00', p } = match.groups ?? {};
    const month = m ?? String(monthNamed(B ?? ''));
    const on = day ? written(Y ?? `20${y}`, month, d) : null;
    if (on !== null && (!isDay(on) || on < '1000')) return undefined;
    const timed = H !== undefined || I !== undefined;
    const hour = H ?? String((Number(I) % 12) + (/^p/i.test(p ?? '') ? 12 : 0));
    if (timed && (Number(hour) > 23 || Number(M) > 59 || Number(S) > 59)) return undefined;
    const time = timed ? `${hour.padStart(2, '0')}:${M}:${S}` : null;
    return { day: on, time, format: pattern, length: match[0].length };
  };
}

function unreadable(pattern: string, part: string): UserError {
  return new UserError(
    `--date-format is "${pattern}", and "${part}" names no date that praxis can read.`,
    'Write it as jrnl does, with %Y %m %d %H %M %I %p %B: --date-format "%d.%m.%Y %H:%M".',
    EXIT.usage,
  );
}
