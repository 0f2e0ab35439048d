import type { Bets } from '../analysis/bets.ts';
import { THRESHOLDS } from '../analysis/constants.ts';
import { type Coverage, teamCoverage } from '../analysis/coverage.ts';
import { feltAgainst } from '../analysis/felt.ts';
import { type Measured, needs } from '../analysis/measured.ts';
import { FACETS } from '../content/facets.ts';
import { RATING_VERSIONS, WHOM_I_LEAD } from '../content/ratings.ts';
import { addDays, type Day } from '../domain/day.ts';
import {
  countFacets,
  coverageOf,
  type Knowledge,
  NO_CHANGES,
  openBets,
} from '../domain/knowledge.ts';
import type { Library } from '../domain/library.ts';
import {
  type BetFigures,
  type FeltFigures,
  type Known,
  teamAuditDocument,
  teamAuditText,
} from '../render/audit.ts';
import { type PersonAudit, personAuditDocument, personAuditText } from '../render/audit-person.ts';
import { labelsOf, lastRatingOf, pairsWith, ratingsBetween } from '../store/audit.ts';
import type { Journal } from '../store/journal.ts';
import {
  allKnowledge,
  changesByPerson,
  knowledgeFacts,
  listKnowledge,
} from '../store/knowledge.ts';
import { listPeople } from '../store/person.ts';
import { shortIds } from '../store/reference.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import { betsOf, COUNTED, conversationQueue, coverageFrom, facetsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import type { Register } from './register.ts';
import { type Subject, subjectNamed } from './subject.ts';

/** Days of the counts that stand beside "whom I lead": as long as that rating stands. */
const COUNTED_DAYS = 84;

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('audit')
      .description('What you know of how people work, what you only assume, and what to ask.')
      .argument('[person]', 'one person in full, or me; alone: everybody')
      .option('--history', 'also all that was noted of them, with its ids')
      .action(async (person: string | undefined, options: { history?: boolean }) => {
        const ctx = await context();
        const library = await loadLibrary(ctx);
        await ctx.reading((journal) =>
          person === undefined
            ? team(ctx, journal, library)
            : one(
                ctx,
                journal,
                subjectNamed(journal, library, person, true),
                options.history ?? false,
              ),
        );
      }),
    'praxis audit',
    'praxis audit lee',
    'praxis audit me            how I follow my own lead',
  );
};

function team(context: Context, journal: Journal, library: Library): void {
  const on = context.today;
  const changes = changesByPerson(journal);
  const active = listPeople(journal).filter(({ state }) => state === 'active');
  const subjects = active.map(({ id }) => ({ id, changes: changes.get(id) ?? NO_CHANGES }));
  const counts = coverageOf(knowledgeFacts(journal, on), subjects, FACETS, on);
  const people = active.map((person) => {
    const counted = counts.get(person.id) ?? countFacets([]);
    return { person, counts: counted, coverage: coverageFrom(counted) };
  });
  const whole = teamCoverage(people.map(({ coverage }) => coverage));
  const least = whole.kind === 'value' ? people[whole.leastAt]?.person.code : undefined;
  const guesses = allKnowledge(journal).filter(
    ({ personId, confidence }) => personId !== null && confidence !== null,
  );
  const audit = {
    on,
    people: people.map(({ person, counts, coverage }) => ({
      person,
      counts,
      known: knownFrom(coverage),
    })),
    team: {
      ac: whole.kind === 'value' ? whole.ac : null,
      unknown: meanUnknown(people.map(({ coverage }) => coverage)),
      minimum:
        whole.kind === 'value' && least !== undefined ? { person: least, ac: whole.least } : null,
      needs: whole.kind === 'needs' ? whole.needs : null,
    },
    queue: conversationQueue(journal, library, on),
    felt: feltFrom(journal, on, whole.kind === 'value' ? whole.ac : null),
    bets: betFigures(guesses, on),
  };
  context.answer(teamAuditDocument(audit), () => teamAuditText(audit, context.style));
}

function one(context: Context, journal: Journal, subject: Subject, withHistory: boolean): void {
  const on = context.today;
  const { person, code } = subject;
  const all = facetsOf(journal, subject, on);
  const facets = all.filter(({ facet }) => COUNTED.has(facet.id));
  const counts = countFacets(facets);
  const history = listKnowledge(journal, person?.id ?? null);
  const from = addDays(on, 1 - COUNTED_DAYS);
  const r0 = person && lastRatingOf(journal, 'R0', person.id);
  const audit: PersonAudit = {
    on,
    code,
    self: person === null,
    known: knownFrom(coverageFrom(counts)),
    counts,
    facets,
    more: all.filter(({ facet }) => !COUNTED.has(facet.id)),
    openBets: openBets(history, on),
    bets: betFigures(history, on),
    r0: r0 ? { ...r0, anchor: WHOM_I_LEAD.anchors[r0.value - 1] ?? '' } : null,
    counted: {
      from,
      pairs: person
        ? pairsWith(journal, person.id, from, on).filter(
            ({ pair }) => pair === 'stance' || pair === 'motion',
          )
        : [],
    },
    labels: person ? labelsOf(journal, person.id) : [],
    history: withHistory ? history : null,
  };
  context.answer(personAuditDocument(audit), () => {
    const ids = withHistory ? history.map(({ id }) => id) : [];
    return personAuditText(audit, shortIds(journal, ids), context.style);
  });
}

function knownFrom(coverage: Measured<Coverage>): Known {
  if (coverage.kind === 'needs')
    return { ac: null, al: null, unknown: null, needs: coverage.needs };
  const { ac, al, unknown } = coverage;
  return { ac, al, unknown, needs: al === null ? 'something assumed or confirmed' : null };
}

function meanUnknown(people: readonly Measured<Coverage>[]): number | null {
  const shares = people.flatMap((each) => (each.kind === 'value' ? [each.unknown] : []));
  return shares.length === 0 ? null : shares.reduce((sum, each) => sum + each, 0) / shares.length;
}

function feltFrom(journal: Journal, on: Day, ac: number | null): FeltFigures {
  const from = addDays(on, 1 - THRESHOLDS.felt.days);
  const ratings = ratingsBetween(journal, 'R3', RATING_VERSIONS.R3, from, on);
  const felt =
    ac === null ? needs('somebody whose facets are looked through') : feltAgainst(ratings, ac);
  return felt.kind === 'value'
    ? {
        n: felt.n,
        median: felt.median,
        felt: felt.felt,
        gap: felt.gap,
        ahead: felt.ahead,
        needs: null,
      }
    : { n: ratings.length, median: null, felt: null, gap: null, ahead: false, needs: felt.needs };
}

function betFigures(history: readonly Knowledge[], on: Day): BetFigures {
  const figures: Measured<Bets> = betsOf(history);
  const settled = history.filter(({ outcome }) => outcome !== null);
  const common = {
    n: settled.length,
    hits: settled.filter(({ outcome }) => outcome === 'right').length,
    open: openBets(history, on).length,
  };
  if (figures.kind === 'needs') {
    const none = { hitRate: null, ci95: null, brier: null, overConfidence: null, call: null };
    return { ...common, ...none, needs: figures.needs };
  }
  const { hitRate, ci95, brier, overConfidence, call } = figures;
  return {
    ...common,
    hitRate,
    ci95: [ci95.lower, ci95.upper],
    brier,
    overConfidence,
    call,
    needs: null,
  };
}
