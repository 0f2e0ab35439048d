import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/cli/export-days.ts';
import { takeEntry, takePlan } from '../../src/cli/import-own.ts';
import { EXERCISE_STATES, MOVEMENT_STAGES } from '../../src/domain/checkin.ts';
import { addDays } from '../../src/domain/day.ts';
import { RATIO_ITEMS } from '../../src/domain/ratio.ts';
import { isReview } from '../../src/domain/review.ts';
import { PART_STATES } from '../../src/domain/review-part.ts';
import type { Answers } from '../../src/domain/session.ts';
import { MET, parseTallyKey, TALLY_KEYS, tallyKey } from '../../src/domain/tally.ts';
import { WRITTEN_ITEMS } from '../../src/domain/written.ts';
import { isOwn, ownItems } from '../../src/formats/own-markdown.ts';
import type { TextFile } from '../../src/formats/text-file.ts';
import { jsonLine } from '../../src/render/json.ts';
import {
  fileName,
  markdownFile,
  markdownPieces,
  type Per,
  pagesOf,
} from '../../src/render/markdown.ts';
import { addIntention, listIntentions, settleIntention } from '../../src/store/intention.ts';
import type { Journal } from '../../src/store/journal.ts';
import { OwnArrivals } from '../../src/store/own-arrivals.ts';
import { addPerson } from '../../src/store/person.ts';
import { importRecords } from '../../src/store/records-in.ts';
import { listSessions, sessionById } from '../../src/store/session.ts';
import { addSession, type NewSession, replaceSession } from '../../src/store/session-write.ts';
import { records } from '../../src/store/transfer.ts';
import { write } from '../../src/store/write.ts';
import { anyCharacter } from '../support/characters.ts';
import { day, newSession, TestJournal, tablesOf } from '../support/journal.ts';

// What goes out comes back: through jsonl row by row, through Markdown entry by entry.

/** PRAXIS_SEED and PRAXIS_RUNS are another run, and a longer one. */
const runs = (usual: number) => ({
  seed: Number(process.env['PRAXIS_SEED'] ?? 8),
  numRuns: Number(process.env['PRAXIS_RUNS'] ?? usual),
});

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
    '---\ngenerator: praxis\n---\n',
    '## 2026-11-20 Friday\n\n### 18:00 moment',
    '- Plan: if a, then b <!-- praxis {"plan":{}} -->',
    '[[lee]] @lee #kim',
    '```\n| a | b |\n~~~',
    '\ufeffmark\u2028\u2029\u0085',
    '\\u003c \\n & &lt; %s',
    '*bold* _it_ <b>html</b> [x](y) ![z](w)',
    '\ttab\v\f ',
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
const counts = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 999 }), {
  minKeys: 1,
  noNullPrototype: true,
});
/** Something counted, with what goes along with a code; something noted; whom one leads. */
const aMoment = fc
  .oneof(
    fc.record({
      answers: counts.map((tallies): Answers => ({ tallies })),
      person,
      minutes: fc.option(fc.integer({ min: 0, max: 1440 })),
      met: fc.option(fc.constantFrom(...MET)),
      late: fc.boolean(),
      recallLagDays: fc.nat(400),
    }),
    fc.record({ answers: text.map((note): Answers => ({ note })), person }),
    fc.record({
      answers: fc.constantFrom(1, 2, 3, 4, 5).map((R0) => ({ R0 }) as Answers),
      person: fc.constantFrom('kim', 'lee'),
    }),
  )
  .map((more): Partial<NewSession> => {
    const { tallies = {} } = more.answers;
    return {
      kind: 'moment',
      ...more,
      minutes: 'minutes' in more && 'c' in tallies ? more.minutes : null,
      met: 'met' in more && 'w:challenge' in tallies ? more.met : null,
    };
  });
const anImported = fc
  .record({
    note: text,
    person,
    tags: fc.uniqueArray(fc.oneof(said, fc.constantFrom('@lee', '#Kim', '[[lee]]')), {
      maxLength: 3,
    }),
    starred: fc.boolean(),
    origin: fc.option(fc.constantFrom('ABC', said)),
  })
  .map(({ note, person, tags, starred, origin }): Partial<NewSession> => {
    const marks = {
      ...(tags.length > 0 ? { tags } : {}),
      ...(starred ? { starred: true as const } : {}),
      ...(typeof origin === 'string' ? { origin } : {}),
    };
    return { kind: 'imported', source: 'import', answers: { note }, person, ...marks };
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
/** When and where it was written, and whether it was mended afterwards. */
const written = fc.record({
  zone: fc.constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'Etc/GMT+12'),
  startedAt: fc
    .integer({ min: 0, max: Date.UTC(2100, 0, 1) })
    .map((ms) => new Date(ms).toISOString()),
  seconds: fc.option(fc.nat(10_000)),
  source: fc.constantFrom('terminal' as const, 'script' as const),
  mended: fc.boolean(),
});
type Lived = Partial<NewSession> & { readonly mended: boolean };
const aJournal = fc.array(
  fc
    .tuple(written, fc.oneof(aDaily, aWeekly, aReview, aMoment, anImported))
    .map(([when, session]): Lived => ({ ...when, ...session })),
  { minLength: 1, maxLength: 6 },
);

/** Two entries a day, but daily sessions one, check-ins one a week and reviews one a quarter. */
function daysOn(kind: NewSession['kind'] | undefined, i: number): number {
  if (kind === undefined) return i + 10;
  if (kind === 'weekly') return 7 * i + 6;
  return isReview(kind) ? 92 * i : Math.floor(i / 2);
}

function filled(sessions: readonly Lived[]): TestJournal {
  const own = new TestJournal();
  own.journal.db.pragma('synchronous = OFF');
  write(own.journal, 'x', (tx) => {
    for (const code of ['kim', 'lee'])
      addPerson(tx, { code, name: null, cadenceDays: null, addedOn: day('2026-11-01') });
    sessions.forEach(({ mended, ...session }, i) => {
      const on = addDays(day('2026-11-02'), daysOn(session.kind, i));
      const said = newSession(on, {}, { ...session, on });
      const first = {
        ...said,
        answers: session.kind === 'moment' ? said.answers : { note: 'once' },
      };
      const id = addSession(tx, mended ? first : said);
      if (mended) replaceSession(tx, sessionById(tx, id), said);
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

/** How an export may look. */
interface Shape {
  readonly links: boolean;
  readonly per: Per | 'one';
}
const ONE: Shape = { links: false, per: 'one' };

/** The journal as Markdown, a text a file. */
function markdown(journal: Journal, { links, per }: Shape): string[] {
  const plans = listIntentions(journal);
  const lines = linesOf(journal, {});
  const front = { title: 'praxis journal', from: null, to: null, people: [] };
  const planOf = (id: string) => {
    const plan = plans.find(({ sessionId }) => sessionId === id);
    return plan && { id: plan.id, outcome: plan.outcome, settledOn: plan.settledOn };
  };
  const look = { links, data: true, planOf };
  const pages = pagesOf(listSessions(journal), lines);
  if (per === 'one') return [[...markdownPieces(front, pages, look)].join('')];
  const files = Map.groupBy(pages, ({ on }) => fileName(on, per));
  return [...files.values()].map((held) => markdownFile(held, per, look));
}

function fileOf(content: string): TextFile {
  return { name: null, path: '', lines: () => content.replace(/\n$/, '').split('\n') };
}

/** Takes Markdown into a journal; what is not an entry or a plan, and what was changed, is an error here. */
function take(journal: Journal, contents: readonly string[]): number {
  let added = 0;
  write(journal, 'import', (tx) => {
    const arrivals = new OwnArrivals(tx);
    for (const item of contents.flatMap((content) => [...ownItems(fileOf(content))])) {
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
  const shapes = fc.record({
    links: fc.boolean(),
    per: fc.constantFrom('one' as const, 'day' as const, 'month' as const),
  });
  test('as Markdown of any shape: the same entries and plans, and the same Markdown again', () => {
    fc.assert(
      fc.property(aJournal, shapes, (sessions, shape) => {
        using own = filled(sessions);
        const reviews = sessions.filter(({ kind }) => kind && isReview(kind)).length;
        const written = markdown(own.journal, shape);
        for (const each of written) expect(isOwn(fileOf(each))).toBe(true);
        using other = new TestJournal();
        other.journal.db.pragma('synchronous = OFF');
        expect(take(other.journal, written)).toBe(sessions.length + 1 + 2 * reviews);
        expect(listSessions(other.journal)).toEqual(listSessions(own.journal));
        expect(listIntentions(other.journal)).toEqual(listIntentions(own.journal));
        expect(markdown(other.journal, shape)).toEqual(written);
        expect(markdown(other.journal, ONE)).toEqual(markdown(own.journal, ONE));
        expect(take(other.journal, written)).toBe(0);
      }),
      runs(40),
    );
  }, 600_000);

  test('as jsonl: the same rows', () => {
    fc.assert(
      fc.property(aJournal, (sessions) => {
        using own = filled(sessions);
        const lines = [...records(own.journal)].map(jsonLine);
        using other = new TestJournal();
        write(other.journal, 'import', (tx) => importRecords(tx, lines));
        expect(tablesOf(other.journal)).toEqual(tablesOf(own.journal));
      }),
      runs(30),
    );
  }, 600_000);
});
