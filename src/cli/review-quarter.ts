import { THRESHOLDS } from '../analysis/constants.ts';
import { feltAgainst } from '../analysis/felt.ts';
import { RATING_VERSIONS, WHOM_I_LEAD } from '../content/ratings.ts';
import { addDays } from '../domain/day.ts';
import { OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { LABEL_SIDES, type LabelSide, type Person, withOneLabel } from '../domain/person.ts';
import { CHANGE_ITEMS, type ChangeItem, changeState, type QuarterPart } from '../domain/review.ts';
import { sentenceProblem } from '../domain/statement.ts';
import { waysOf } from '../domain/way.ts';
import { askText } from '../prompts/boundary.ts';
import { askAbout } from '../prompts/knowledge.ts';
import { alumniText } from '../render/alumni.ts';
import { labelsText } from '../render/label.ts';
import { periodsText } from '../render/periods.ts';
import { choicesText } from '../render/statement.ts';
import { table, visibleLine } from '../render/text.ts';
import { lastRatingOf, ratingsBetween } from '../store/audit.ts';
import { benefitsOf, departureOf } from '../store/departure.ts';
import { listLabels } from '../store/label.ts';
import { listPeople } from '../store/person.ts';
import { plansOf, reviewBefore } from '../store/review.ts';
import { latestStatement, listStatements } from '../store/statement.ts';
import { RATING_DAYS } from './know-walk.ts';
import { comparisonOn } from './period-comparison.ts';
import { askWritten, isAnswered, type PartTalk, say, type Talk } from './review-talk.ts';
import { teamOver } from './team-coverage.ts';
import { editPage } from './way.ts';

/** What each part of the quarterly review shows and asks. */
export const QUARTER_TALKS: Readonly<Record<QuarterPart, Talk>> = {
  periods,
  audit,
  labels,
  leavers,
  roles,
  changes,
  belief,
  yours,
  choice,
  way,
};

function periods({ journal, on, style, show }: PartTalk): void {
  show(periodsText(comparisonOn(journal, on), 'full', on, style));
}

function activePeople({ journal }: PartTalk): Person[] {
  return listPeople(journal).filter(({ state }) => state === 'active');
}

async function audit(talk: PartTalk): Promise<void> {
  const active = activePeople(talk);
  if (active.length === 0) return say(talk, 'Nobody is in the journal yet: praxis person add lee.');
  say(talk, auditOffer(talk));
  talk.show('');
  for (const { id, code } of active) {
    const last = lastRatingOf(talk.journal, 'R0', id);
    const fresh = last !== undefined && last.on > addDays(talk.on, -RATING_DAYS);
    if (fresh || isAnswered(talk, 'leads', code)) continue;
    const value = await askAbout(talk.ask, WHOM_I_LEAD, code);
    talk.take({ answers: { leads: { [code]: value } }, records: {} });
    talk.show('');
  }
}

/** How well they are known, who least, and whether closeness as it is felt runs ahead of that. */
function auditOffer({ journal, on }: PartTalk): string {
  const [team] = teamOver(journal, [on]);
  if (team?.team.kind !== 'value')
    return 'praxis audit shows what you know of them, and what to ask.';
  const { ac, leastAt } = team.team;
  const known = team.people.filter((each) => each.ac !== null);
  const least = known[leastAt]?.code ?? 'lee';
  const ratings = ratingsBetween(
    journal,
    'R3',
    RATING_VERSIONS.R3,
    addDays(on, 1 - THRESHOLDS.felt.days),
    on,
  );
  const felt = feltAgainst(ratings, ac);
  const said = `Of the people ${Math.round(ac)} % is known, least of ${visibleLine(least)}.`;
  return felt.kind === 'value' && felt.ahead
    ? `${said} Closeness felt ${Math.round(felt.felt)} of 100, which is ${Math.round(felt.gap)} points more: an hour with praxis know ${visibleLine(least)} is worth it now.`
    : `${said} praxis know ${visibleLine(least)} goes through what is open.`;
}

async function labels(talk: PartTalk): Promise<void> {
  const { journal, ask, style, show } = talk;
  const known = listLabels(journal);
  if (known.length > 0) show(`${labelsText(known, withOneLabel(known), style)}\n`);
  say(talk, 'Which word do you use for each of them, when you think of who follows and who leads?');
  const made = () => talk.said().records.labels ?? [];
  if (talk.said().records.labels === undefined)
    talk.take({ answers: {}, records: { labels: null } });
  for (const { code } of activePeople(talk)) {
    if (made().some(({ person }) => person === code)) continue;
    const word = await askText(ask, {
      kind: 'text',
      name: 'label',
      label: `${code}   `,
      explain: 'A word such as careful or stubborn. Without a moment that shows it, it is a guess.',
      editor: false,
    });
    if (word === null) continue;
    const side = await ask({
      kind: 'key',
      name: 'side',
      options: LABEL_SIDES.map((each) => ({
        key: each.slice(0, 1),
        value: each,
        label: `a word for a ${each}`,
      })),
      enter: 'neither',
    });
    const label = { person: code, word: word.trim(), side: side as LabelSide | null };
    talk.take({ answers: {}, records: { labels: [...made(), label] } });
  }
}

function leavers({ journal, on, style, show }: PartTalk): void {
  const left = listPeople(journal).filter(({ state }) => state === 'left');
  const alumni = left.map((person) => ({
    person,
    departure: departureOf(journal, person.id) ?? null,
    benefits: benefitsOf(journal, person.id),
  }));
  show(alumniText(alumni, on, style));
}

async function roles(talk: PartTalk): Promise<void> {
  const active = activePeople(talk);
  if (active.length === 0) return say(talk, 'Nobody is in the journal yet: praxis person add lee.');
  say(talk, 'Supplier, customer, peer, successor: what may each of them be for you one day?');
  if (talk.said().records.futureRoles === undefined)
    talk.take({ answers: {}, records: { futureRoles: null } });
  const said = () => talk.said().records.futureRoles ?? {};
  for (const { code, futureRole } of active) {
    if (Object.hasOwn(said(), code)) continue;
    const text = await askText(talk.ask, {
      kind: 'text',
      name: 'future',
      label: `${code}   `,
      editor: false,
      ...(futureRole ? { now: futureRole } : {}),
    });
    if (text === null || text.trim() === futureRole) continue;
    talk.take({ answers: {}, records: { futureRoles: { ...said(), [code]: text.trim() } } });
  }
}

async function changes(talk: PartTalk): Promise<void> {
  showLastChanges(talk);
  for (const item of CHANGE_ITEMS) {
    await askWritten(talk, item);
    await askCue(talk, item);
  }
}

/** What became of the changes of the review before. */
function showLastChanges({ journal, on, style, show }: PartTalk): void {
  const before = reviewBefore(journal, 'quarter', on);
  const plans = before ? plansOf(journal, before.id) : [];
  if (plans.length === 0) return;
  show(
    table(
      plans.map((plan) => [
        changeState(plan.outcome),
        plan.outcome === null ? 'open' : OUTCOME_WORDS[plan.outcome],
        visibleLine(planInWords(plan)),
      ]),
      style.width,
    ),
  );
  show('');
}

/** A change becomes a plan with the moment in which it will be seen. */
async function askCue(talk: PartTalk, item: ChangeItem): Promise<void> {
  const { answers, records } = talk.said();
  if (!answers[item] || records.cues?.[item] !== undefined) return;
  const cue = await askText(talk.ask, {
    kind: 'text',
    name: `${item} if`,
    text: 'In which moment will it show? It becomes a plan: if that, then this.',
    label: 'If …   ',
    explain: 'A moment you will recognise when it comes. Enter: it stays a sentence.',
    editor: false,
  });
  if (cue !== null) talk.take({ answers: {}, records: { cues: { [item]: cue.trim() } } });
  talk.show('');
}

async function belief(talk: PartTalk): Promise<void> {
  await askWritten(talk, 'belief');
  if (talk.said().answers.belief) await askWritten(talk, 'event');
}

async function yours(talk: PartTalk): Promise<void> {
  await askWritten(talk, 'yours');
}

async function choice(talk: PartTalk): Promise<void> {
  const { journal, ask, on, style, show } = talk;
  show(choicesText(listStatements(journal, 'choice'), on, style));
  show('');
  if (talk.said().records.choice !== undefined) return;
  const text = await askText(ask, {
    kind: 'text',
    name: 'choice',
    text: 'A new one, in one sentence? It goes in front of the old.',
    label: '',
    explain: 'Enter: the present one stands.',
    editor: false,
    refuse: (typed) => (typed.trim() === '' ? undefined : sentenceProblem(typed)),
  });
  if (text === null || text.trim() === latestStatement(journal, 'choice')?.text)
    return talk.take({ answers: {}, records: { choice: null } });
  const because = await askText(ask, {
    kind: 'text',
    name: 'because',
    text: 'What changed it?',
    label: '',
    editor: false,
  });
  const said = { text: text.trim(), because: because?.trim() || null };
  talk.take({ answers: {}, records: { choice: said } });
}

async function way(talk: PartTalk): Promise<void> {
  const { context, journal, ask, rehearse } = talk;
  const [latest] = waysOf(listStatements(journal, 'way'));
  say(
    talk,
    latest
      ? `Your page has ${latest.version === 1 ? 'one version' : `${latest.version} versions`}. Does it still say how you lead?`
      : 'One page, "my way of leading": a draft can be made from the plans, exercises and choices you kept.',
  );
  const wanted = await ask({
    kind: 'key',
    name: 'way',
    options: [{ key: 'e', value: 'edit', label: latest ? 'edit it' : 'draft it in your editor' }],
    enter: 'not now',
  });
  if (!wanted || rehearse) return;
  const kept = await editPage(context, journal);
  say(talk, kept ? `Kept as version ${kept.version}.` : 'Nothing changed, so nothing was kept.');
}
