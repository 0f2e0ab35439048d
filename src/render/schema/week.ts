import * as z from 'zod';
import { PAUSE_KINDS } from '../../domain/pause.ts';
import { RATIO_ITEMS } from '../../domain/ratio.ts';
import { PAIRS, type Pair } from '../../domain/tally.ts';
import { VERDICTS } from '../../domain/verdict.ts';
import { due, talk } from './due.ts';
import { count, day, document, id, person, share, text, week } from './shape.ts';

const pair = z.enum(Object.keys(PAIRS) as Pair[]);

/** Days on which nothing is due. */
export const pause = z.strictObject({
  id,
  kind: z.enum(PAUSE_KINDS),
  from: day,
  until: day.nullable().describe('its last day; null while a finish stands'),
});

const ratio = z.strictObject({ x: count, n: count }).nullable();

export const WEEKS = [
  document('checkin', 'a week as its check-in looks at it: checkin without answers', {
    week,
    from: day,
    to: day,
    stored: z.boolean(),
    revision: z.int().min(1).nullable().describe('of the check-in; null where there is none'),
    counted: z
      .array(z.strictObject({ pair, right: count, all: count, warranted: count }))
      .describe('`right` on the leader side; warranted answers are in neither'),
    fourWeeks: z.array(
      z.strictObject({
        pair,
        x: count,
        n: count,
        value: share,
        ci95: z.tuple([share, share]),
      }),
    ),
    trust: z.strictObject(
      Object.fromEntries(RATIO_ITEMS.map((item) => [item, ratio])) as Record<
        (typeof RATIO_ITEMS)[number],
        typeof ratio
      >,
    ),
    people: z.strictObject({
      due: z.array(z.strictObject({ kind: z.literal('person'), ...talk })),
      drifting: z
        .array(z.strictObject({ kind: z.literal('person'), ...talk }))
        .describe('twice as long out of touch as was wanted'),
      leastKnown: z.strictObject({ person, ac: z.number().min(0).max(100) }).nullable(),
    }),
    due: z.array(due),
    verdict: z
      .strictObject({
        series: text,
        verdict: z.enum(VERDICTS),
        issuedOn: day,
        nextOn: day,
        points: count.nullable(),
      })
      .nullable()
      .describe('the last one issued'),
    next: z
      .strictObject({ if: text, then: text })
      .nullable()
      .optional()
      .describe('with --summary full only'),
  }),
  document('due', 'all that is due: due', {
    on: day,
    pause: pause.nullable().describe('the one it lies in: nothing is due then'),
    due: z.array(due),
  }),
  document('pause', 'days on which nothing is due: pause', { pause: pause.nullable() }),
];
