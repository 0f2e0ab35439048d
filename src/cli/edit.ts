import { RATING_VERSIONS } from '../content/ratings.ts';
import { inWords } from '../domain/day.ts';
import { didYouMean } from '../domain/nearest.ts';
import {
  checkPlan,
  checkRecall,
  type DailyAnswers,
  type Session,
  sameAnswers,
} from '../domain/session.ts';
import { COUNTERS, parseTallyKey } from '../domain/tally.ts';
import { EXIT, UserError } from '../errors.ts';
import { readItem } from '../prompts/answers.ts';
import { decode } from '../prompts/text.ts';
import { intentionDocument } from '../render/intention.ts';
import { sessionDocument } from '../render/session.ts';
import { clip, visibleLine } from '../render/text.ts';
import { listIntentions } from '../store/intention.ts';
import type { Journal } from '../store/open.ts';
import { listPeople } from '../store/person.ts';
import { resolveId } from '../store/reference.ts';
import { listSessions } from '../store/session.ts';
import { replaceSession } from '../store/session-write.ts';
import { write } from '../store/write.ts';
import { readAll, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { mendDecision } from './decide-mend.ts';
import { editKnown } from './edit-known.ts';
import { editWords } from './edit-words.ts';
import { isKnown, KNOWN } from './known-record.ts';
import { loadLibrary } from './library.ts';
import { mendPromise } from './promise-mend.ts';
import type { Register } from './register.ts';

interface Options {
  readonly item?: string;
  readonly to?: string;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('edit')
      .description(
        'Mend an entry or a plan. What it said before is kept as a revision; praxis undo brings it back.',
      )
      .argument('<id>', 'as praxis list shows it')
      .option('--item <item>', 'what to mend: note, prompt, if, then, R1, a counter such as c')
      .option('--to <value>', 'what it should say; - reads stdin')
      .action(async (id: string, options: Options) => edit(await context(), id, options)),
    'praxis edit 019a2b3c',
    'praxis edit 019a2b3c --item c --to 3',
    'praxis edit 019a2b3c --item note --to - < note.txt',
  );
};

async function edit(context: Context, prefix: string, options: Options): Promise<void> {
  if ((options.item === undefined) !== (options.to === undefined)) {
    throw new UserError(
      '--item and --to go together.',
      'praxis edit ID --item note --to "TEXT". Nothing was changed.',
      EXIT.usage,
    );
  }
  if (options.to === undefined && !context.interactive) {
    throw new UserError(
      'Nobody is there to be asked what to mend.',
      'In a script: praxis edit ID --item note --to "TEXT".',
      EXIT.usage,
    );
  }
  await context.writing(async (journal) => {
    const reference = resolveId(journal, prefix, [
      'session',
      'intention',
      ...KNOWN,
      'statement',
      'milestone',
      'heard',
      'promise',
      'decision',
    ]);
    const { noun, id } = reference;
    if (isKnown(reference))
      return editKnown(context, journal, reference, (items) => change(context, items, options));
    if (noun === 'statement' || noun === 'milestone' || noun === 'heard') {
      return editWords(context, journal, noun, id, (items) => change(context, items, options));
    }
    if (noun === 'promise' || noun === 'decision') {
      const mend = noun === 'promise' ? mendPromise : mendDecision;
      return mend(context, journal, id, (items) => change(context, items, options));
    }
    return noun === 'session'
      ? editSession(context, journal, id, options)
      : editPlan(context, journal, id, options);
  });
}

async function editSession(
  context: Context,
  journal: Journal,
  id: string,
  options: Options,
): Promise<void> {
  const [session] = listSessions(journal, { id });
  if (!session) throw new Error(`no session ${id}`);
  const items = itemsOf(session.answers);
  const { item, typed } = await change(context, items, options);
  if (!items.some((each) => each.item === item) && session.kind === 'moment') {
    throw unknownItem(item, items);
  }
  const library = await loadLibrary(context);
  const people = listPeople(journal).map(({ code }) => code);
  const patch = readItem(item, typed, session.answers, {
    templates: library.prompts,
    followUps: session.answers.followUp ? [session.answers.followUp] : [],
    people,
    prompt: session.answers.prompt ?? null,
  });
  checkRecall(patch, session.on, context.today, session.late);
  const answers = {
    ...session.answers,
    ...patch,
    ...(patch.tallies ? { tallies: { ...session.answers.tallies, ...patch.tallies } } : {}),
  };
  await checkBoundary(context, /^(\d+|[a-z]!?)$/.test(typed) ? [] : [typed]);
  if (sameAnswers(answers, session.answers)) {
    const document = { schema: 'praxis.session/1', ...sessionDocument(session) };
    return context.answer(document, () => '  Nothing to change: it says that already.');
  }
  write(journal, context.command, (tx) =>
    replaceSession(tx, session, {
      ...session,
      answers,
      endedAt: context.now.instant,
      ratingVersions: RATING_VERSIONS,
    }),
  );
  const [mended = session] = listSessions(journal, { id });
  told(context, mended);
}

function told(context: Context, session: Session): void {
  context.answer(
    { schema: 'praxis.session/1', ...sessionDocument(session) },
    () => `  Mended: ${inWords(session.on, context.today)}, revision ${session.revision}.`,
  );
}

async function editPlan(
  context: Context,
  journal: Journal,
  id: string,
  options: Options,
): Promise<void> {
  const plan = listIntentions(journal).find((each) => each.id === id);
  if (!plan) throw new Error(`no intention ${id}`);
  const items = [
    { item: 'if', now: plan.if },
    { item: 'then', now: plan.then },
  ];
  const { item, typed } = await change(context, items, options);
  if (item !== 'if' && item !== 'then') throw unknownItem(item, items);
  checkPlan({ if: plan.if, then: plan.then, [item]: typed });
  await checkBoundary(context, [typed]);
  write(journal, context.command, (tx) =>
    tx.update('intention', id, item === 'if' ? { if_text: typed } : { then_text: typed }),
  );
  const mended = { ...plan, [item]: typed };
  context.answer({ schema: 'praxis.intention/1', ...intentionDocument(mended) }, () => '  Mended.');
}

/** A part of an entry that can be mended, and what it says now. */
interface Item {
  readonly item: string;
  readonly now: string;
}

function itemsOf(answers: DailyAnswers): Item[] {
  const { prompt, note, intention, yesterday, tallies, R0, R1, R2, R3 } = answers;
  return [
    ...(prompt ? [{ item: 'prompt', now: prompt.text ?? '' }] : []),
    ...(note === undefined ? [] : [{ item: 'note', now: note ?? '' }]),
    ...(intention
      ? [
          { item: 'if', now: intention.if },
          { item: 'then', now: intention.then },
        ]
      : []),
    ...(yesterday === undefined ? [] : [{ item: 'yesterday', now: yesterday ?? '' }]),
    ...Object.entries(tallies ?? {}).map(([item, n]) => ({
      item,
      now: n === null ? '' : String(n),
    })),
    ...Object.entries({ R0, R1, R2, R3 }).flatMap(([item, n]) =>
      n === undefined ? [] : [{ item, now: n === null ? '' : String(n) }],
    ),
  ];
}

async function change(
  context: Context,
  items: readonly Item[],
  { item, to }: Options,
): Promise<{ item: string; typed: string }> {
  if (item !== undefined && to !== undefined) {
    const typed =
      to === '-' ? decode(await readAll(context.world.stdin)).replace(/\r?\n$/, '') : to;
    if (!typed.isWellFormed())
      throw new UserError(
        'The text ends or begins in half a character.',
        'Nothing was changed.',
        EXIT.usage,
      );
    return { item, typed };
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  const keys = '123456789abcdefghijklmnopqrstuvwxyz';
  const choice = await ask({
    kind: 'key',
    name: 'item',
    text: 'What is to be mended?',
    options: items.map((each, i) => ({
      key: keys[i] ?? '',
      value: each.item,
      label: `${nameOf(each.item)}${each.now === '' ? '' : `: ${clip(visibleLine(each.now), 40)}`}`,
    })),
    enter: 'nothing',
  });
  const chosen = items.find((each) => each.item === choice);
  if (!chosen)
    throw new UserError('Nothing was changed.', 'praxis edit ID asks again.', EXIT.cannot);
  const typed = await ask({
    kind: 'text',
    name: chosen.item,
    label: `${nameOf(chosen.item)} `,
    editor: true,
    now: chosen.now,
  });
  if (typed === null)
    throw new UserError('Nothing was changed.', 'praxis delete ID removes the entry.');
  return { item: chosen.item, typed };
}

function nameOf(item: string): string {
  const parsed = parseTallyKey(item);
  return parsed
    ? COUNTERS[parsed.code].label + (parsed.warranted ? ', it had to be you' : '')
    : item;
}

function unknownItem(item: string, items: readonly Item[]): UserError {
  const valid = items.map((each) => each.item);
  return new UserError(
    `This entry has no "${item}".${didYouMean(item, valid)}`,
    'praxis show ID shows what it has. Nothing was changed.',
    EXIT.usage,
  );
}
