/** A zone's name as a journal may hold it: `Europe/Zurich`, `Etc/GMT-1`. */
const NAME = /^[A-Za-z0-9_+-]{1,32}(\/[A-Za-z0-9_+-]{1,32}){0,3}$/;

export function isZoneName(text: string): boolean {
  return NAME.test(text);
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** The clock on the wall of a zone at an instant, `2026-11-20T18:00:00`; undefined for a zone that nobody knows. */
export function wallIn(zone: string, instant: string): string | undefined {
  const clock = clockOf(zone);
  // The Swedish way of writing a date is ISO 8601 but for the space.
  return clock?.format(new Date(instant)).replace(' ', 'T');
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    if (isZoneName(zone)) {
      clock = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
    }
  } catch {
    // A zone that this machine does not know.
  }
  clocks.set(zone, clock);
  return clock;
}

/** The zone with a whole number of hours from UTC (`+01:00` is `Etc/GMT-1`), or null for any other. */
export function zoneOfOffset(offset: string): string | null {
  if (/^(Z|[+-]00:?00)$/i.test(offset)) return 'UTC';
  const match = /^([+-])(\d{2}):?00$/.exec(offset);
  if (!match || Number(match[2]) > 12) return null;
  return `Etc/GMT${match[1] === '+' ? '-' : '+'}${Number(match[2])}`;
}
