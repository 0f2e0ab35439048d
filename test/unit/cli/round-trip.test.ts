import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../src/cli/export-days.ts';
import { takeEntry, takePlan } from '../../../src/cli/import-own.ts';
import { EXERCISE_STATES, MOVEMENT_STAGES } from '../../../src/domain/checkin.ts';
import { addDays } from '../../../src/domain/day.ts';
import { RATIO_ITEMS } from '../../../src/domain/ratio.ts';
import { isReview } from '../../../src/domain/review.ts';
import { PART_STATES } from '../../../src/domain/review-part.ts';
import type { Answers } from '../../../src/domain/session.ts';
import { parseTallyKey, TALLY_KEYS, tallyKey } from '../../../src/domain/tally.ts';
import { WRITTEN_ITEMS } from '../../../src/domain/written.ts';
import { isOwn, ownItems } from '../../../src/formats/own-markdown.ts';
import type { TextFile } from '../../../src/formats/text-file.ts';
import { jsonLine } from '../../../src/render/json.ts';
import { markdownPieces, pagesOf } from '../../../src/render/markdown.ts';
import { addIntention, listIntentions, settleIntention } from '../../../src/store/intention.ts';
import type { Journal } from '../../../src/store/open.ts';
import { OwnArrivals } from '../../../src/store/own-arrivals.ts';
import { addPerson } from '../../../src/store/person.ts';
import { listSessions } from '../../../src/store/session.ts';
import { addSession, type NewSession } from '../../../src/store/session-write.ts';
import { importRecords, records } from '../../../src/store/transfer.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal, tablesOf } from '../../support/journal.ts';
import { anyCharacter } from '../characters.ts';

// What goes out comes back: through jsonl row by row, through Markdown entry by entry.

const text = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc.constantFrom(
    '> quoted\n\n> again',
    '<!-- praxis {} -->',
    '-->\n<!--',
    '# x\n- [ ] y\n',
    '\n\n',
    '---',
    ' a \r\n b ',
  ),
);
const said = text.filter((each) => each.trim() !== '');
const keys = TALLY_KEYS.flatMap((key) => {
  const parsed = parseTallyKey(key);
  return parsed ? [tallyKey(parsed)] : [];
});
const rating = fc.option(fc.constantFrom(1, 2, 3, 4, 5));
const person = fc.option(fc.constantFrom('kim', 'lee'));
const daily = fc.record(
  {
    yesterday: fc.option(fc.constantFrom('done', 'partly', 'no-cue', 'skipped')),
    followUp: fc.option(
      fc.record({ exercise: fc.constant('X5'), question: said, text: fc.option(text) }),
    ),
    tallies: fc.dictionary(fc.constantFrom(...keys), fc.option(fc.integer({ min: 0, max: 999 })), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    R1: rating,
    R2: rating,
    R3: rating,
    prompt: fc.option(
      fc.record({
        id: fc.constantFrom('p', 'q'),
        version: fc.integer({ min: 1, max: 9 }),
        question: said,
        person,
        text: fc.option(text),
      }),
    ),
    intention: fc.option(fc.record({ if: said, then: text })),
    note: fc.option(text),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

const aDaily = fc
  .record({ answers: daily, late: fc.boolean(), zone: fc.constantFrom('UTC', 'Asia/Kolkata') })
  .map((more): Partial<NewSession> => more);
const aMoment = fc
  .record({
    person,
    minutes: fc.option(fc.integer({ min: 0, max: 1440 })),
    n: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ n, ...more }): Partial<NewSession> => {
    return {
      kind: 'moment',
      answers: { tallies: { c: n, 'w:challenge': 1 } },
      met: 'explored',
      ...more,
    };
  });
const anImported = fc
  .record({
    note: text,
    tags: fc.uniqueArray(said, { minLength: 1, maxLength: 3 }),
    starred: fc.boolean(),
  })
  .map(({ note, tags, starred }): Partial<NewSession> => {
    const marks = { tags, ...(starred ? { starred: true as const } : {}), origin: 'ABC' };
    return { kind: 'imported', source: 'import', answers: { note }, ...marks };
  });
const ratio = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([x, more]) => ({ x, n: x + more }));
const ratings = fc.dictionary(fc.constantFrom('kim', 'lee'), rating, {
  minKeys: 1,
  noNullPrototype: true,
});
/** Each of the keys that only check-ins and reviews have. */
const ofTheWeek = {
  ...Object.fromEntries(RATIO_ITEMS.map((item) => [item, fc.option(ratio)])),
  ...Object.fromEntries(WRITTEN_ITEMS.map((item) => [item, fc.option(text)])),
  R4: rating,
  R5: ratings,
  contacts: fc.option(fc.uniqueArray(fc.constantFrom('kim', 'lee'))),
  movement: fc.option(
    fc.record({ stage: fc.constantFrom(...MOVEMENT_STAGES), joined: fc.option(said) }),
  ),
  exercise: fc.option(
    fc.record({ id: fc.constantFrom('X3', 'X5'), state: fc.constantFrom(...EXERCISE_STATES) }),
  ),
};
const weekly = fc
  .oneof(
    fc.record<Record<string, unknown>>(ofTheWeek),
    fc.record<Record<string, unknown>>(ofTheWeek, { requiredKeys: [] }),
  )
  .chain((answers) => daily.map((more) => ({ ...more, ...answers }) as Answers));
const aWeekly = fc
  .record({ answers: weekly, late: fc.boolean(), recallLagDays: fc.nat(9) })
  .map((more): Partial<NewSession> => ({ kind: 'weekly', ...more }));
/** Reviews hold what check-ins do, whom one leads and their parts; their plans stand beside them. */
const aReview = fc
  .record({
    kind: fc.constantFrom('monthly' as const, 'quarterly' as const),
    answers: fc
      .tuple(
        weekly,
        fc.record({
          leads: ratings,
          parts: fc.dictionary(
            fc.constantFrom('figures', 'words'),
            fc.constantFrom(...PART_STATES),
            {
              minKeys: 1,
              noNullPrototype: true,
            },
          ),
        }),
      )
      .map(([{ intention: _, ...answers }, more]) => ({ ...answers, ...more }) as Answers),
  })
  .map((more): Partial<NewSession> => more);
const aJournal = fc.array(fc.oneof(aDaily, aWeekly, aReview, aMoment, anImported), {
  minLength: 1,
  maxLength: 6,
});

/** Two entries a day, but daily sessions one, check-ins one a week and reviews one a quarter. */
function daysOn(kind: NewSession['kind'] | undefined, i: number): number {
  if (kind === undefined) return i + 10;
  if (kind === 'weekly') return 7 * i + 6;
  return isReview(kind) ? 92 * i : Math.floor(i / 2);
}

function filled(sessions: readonly Partial<NewSession>[]): TestJournal {
  const own = new TestJournal();
  own.journal.db.pragma('synchronous = OFF');
  write(own.journal, 'x', (tx) => {
    for (const code of ['kim', 'lee'])
      addPerson(tx, { code, name: null, cadenceDays: null, addedOn: day('2026-11-01') });
    sessions.forEach((session, i) => {
      const on = addDays(day('2026-11-02'), daysOn(session.kind, i));
      const id = addSession(tx, newSession(on, {}, { ...session, on }));
      if (isReview(session.kind ?? 'daily')) {
        addIntention(tx, { if: 'one', then: 'two' }, on, id);
        addIntention(tx, { if: 'one', then: '\n' }, on, id);
      }
    });
    const plan = addIntention(
      tx,
      { if: 'a\n- b', then: '<!-- praxis {} -->' },
      day('2026-11-05'),
      null,
    );
    settleIntention(tx, plan, 'partly', day('2026-11-06'), null);
  });
  return own;
}

/** The journal as Markdown, all in one. */
function markdown(journal: Journal): string {
  const plans = listIntentions(journal);
  const lines = linesOf(journal, {});
  const front = { title: 'praxis journal', from: null, to: null, people: [] };
  const look = {
    links: false,
    data: true,
    planOf: (id: string) => plans.find(({ sessionId }) => sessionId === id),
  };
  const facts = (id: string) => {
    const plan = look.planOf(id);
    return plan && { id: plan.id, outcome: plan.outcome, settledOn: plan.settledOn };
  };
  return [
    ...markdownPieces(front, pagesOf(listSessions(journal), lines), { ...look, planOf: facts }),
  ].join('');
}

function fileOf(content: string): TextFile {
  return { name: null, path: '', lines: () => content.replace(/\n$/, '').split('\n') };
}

/** Takes Markdown into a journal; what is not an entry or a plan, and what was changed, is an error here. */
function take(journal: Journal, content: string): number {
  let added = 0;
  write(journal, 'import', (tx) => {
    const arrivals = new OwnArrivals(tx.db, tx);
    for (const item of ownItems(fileOf(content))) {
      if ('leftOut' in item) throw new Error(`left out: ${JSON.stringify(item)}`);
      const came =
        'block' in item
          ? takeEntry(null, item.block, arrivals)
          : takePlan(null, item.line, arrivals);
      if (came.changed) throw new Error(`changed: ${JSON.stringify(item)}`);
      if (came.added) added += 1;
    }
    arrivals.finish();
  });
  return added;
}

describe('a journal goes out and comes back', () => {
  test('as Markdown: the same entries and plans, and the same Markdown again', () => {
    fc.assert(
      fc.property(aJournal, (sessions) => {
        using own = filled(sessions);
        const reviews = sessions.filter(({ kind }) => kind && isReview(kind)).length;
        const written = markdown(own.journal);
        expect(isOwn(fileOf(written))).toBe(true);
        using other = new TestJournal();
        other.journal.db.pragma('synchronous = OFF');
        expect(take(other.journal, written)).toBe(sessions.length + 1 + 2 * reviews);
        expect(listSessions(other.journal)).toEqual(listSessions(own.journal));
        expect(listIntentions(other.journal)).toEqual(listIntentions(own.journal));
        expect(markdown(other.journal)).toBe(written);
        expect(take(other.journal, written)).toBe(0);
      }),
      { seed: 8, numRuns: 40 },
    );
  }, 60_000);

  test('as jsonl: the same rows', () => {
    fc.assert(
      fc.property(aJournal, (sessions) => {
        using own = filled(sessions);
        const lines = [...records(own.journal)].map(jsonLine);
        using other = new TestJournal();
        write(other.journal, 'import', (tx) => importRecords(tx, lines));
        expect(tablesOf(other.journal)).toEqual(tablesOf(own.journal));
      }),
      { seed: 8, numRuns: 30 },
    );
  }, 60_000);
});
