import { RATINGS } from '../content/ratings.ts';
import type { DailyPlan } from '../domain/daily.ts';
import { type Day, inWords } from '../domain/day.ts';
import type { Library } from '../domain/library.ts';
import type { Ask } from '../domain/question.ts';
import { type Answers, isEmpty, merge, type Session } from '../domain/session.ts';
import { EXIT, Interrupted, UserError } from '../errors.ts';
import { holdEvening } from '../prompts/daily.ts';
import { durationText, handedBackText, openingText } from '../render/session.ts';
import { counted, INDENT, paragraph, type Style, visible } from '../render/text.ts';
import { type Draft, discardDraft, letGo, listDrafts, saveDraft } from '../store/draft.ts';
import { loggedOn, pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import { dailySession, listSessions } from '../store/session.ts';
import { type Terminal, terminalFor } from './ask.ts';
import type { Context } from './context.ts';
import { planFor } from './evening.ts';
import { firstRun } from './first-run.ts';
import { keepDaily, type ReflectOptions } from './keep-daily.ts';
import { keepMoment } from './keep-moment.ts';
import { leftovers } from './leftovers.ts';
import { loadLibrary } from './library.ts';
import { usefulFact } from './useful-fact.ts';
import { welcomeBack } from './welcome-back.ts';

interface Content {
  readonly plan: DailyPlan;
  readonly answers: Answers;
}

/** The daily session with somebody there. */
export async function atTerminal(
  context: Context,
  options: ReflectOptions,
  asked: Day | undefined,
): Promise<void> {
  const library = await loadLibrary(context);
  const rehearse = options.dryRun ?? false;
  await context.writing(
    async (journal) => {
      const terminal = await terminalFor(context);
      const evening = new Evening(context, journal, library, terminal, options);
      const drafts = listDrafts<Content>(journal, 'daily').filter(
        ({ on }) => asked === undefined || on === asked,
      );
      // The first session ever, whatever was tallied before it.
      if (drafts.length === 0 && listSessions(journal, { kind: 'daily', limit: 1 }).length === 0) {
        context.notice(firstRun(context, terminal.style.width));
      }
      for (const left of leftovers(context.world)) {
        context.notice(
          `  A text of yours was left by an editor: ${left}. Take what you need, and delete it.`,
        );
      }
      if (options.discard) return evening.discard(drafts);
      const next = rehearse ? undefined : await evening.leftOver(drafts);
      if (next === 'enough') return;
      if (next) return evening.hold(next);
      const on = asked ?? context.today;
      const stored = dailySession(journal, on);
      if (stored && !rehearse) return evening.again(stored);
      const back =
        on === context.today && (await welcomeBack(context, journal, terminal, rehearse));
      const plan = planFor(journal, library, on, context.today, { ...options, short: back });
      return evening.hold(evening.blank(plan, {}), back ? { greeted: true } : {});
    },
    { rehearse },
  );
}

/** One run of the session at a terminal: what it asks with, and where it keeps. */
class Evening {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #library: Library;
  readonly #ask: Ask;
  readonly #style: Style;
  readonly #options: ReflectOptions;

  constructor(
    context: Context,
    journal: Journal,
    library: Library,
    terminal: Terminal,
    options: ReflectOptions,
  ) {
    this.#context = context;
    this.#journal = journal;
    this.#library = library;
    this.#ask = terminal.ask;
    this.#style = terminal.style;
    this.#options = options;
  }

  /** A session that begins now. */
  blank(plan: DailyPlan, answers: Answers): Draft<Content> {
    const { instant } = this.#context.now;
    const id = this.#context.world.newId();
    const content = { plan, answers };
    return {
      id,
      kind: 'daily',
      on: plan.on,
      startedAt: instant,
      savedAt: instant,
      seconds: 0,
      content,
    };
  }

  /** Throws the unfinished sessions away, after asking. */
  async discard(drafts: readonly Draft<Content>[]): Promise<void> {
    if (this.#options.dryRun) return;
    if (drafts.length === 0)
      throw new UserError(
        'There is no unfinished session.',
        'praxis reflect begins one.',
        EXIT.cannot,
      );
    const days = drafts.map(({ on }) => inWords(on, this.#context.today)).join(', ');
    const sure =
      this.#context.options.yes ||
      (await this.#ask({
        kind: 'confirm',
        name: 'discard',
        text: `Discard the unfinished session of ${days}? It cannot be undone.`,
      }));
    if (!sure) return;
    for (const { id } of drafts) letGo(this.#journal, id);
    this.#context.notice(`${INDENT}Discarded.`);
  }

  /** Offers an unfinished session. Returns the one to go on with, or that this was enough for tonight. */
  async leftOver(
    drafts: readonly Draft<Content>[],
  ): Promise<Draft<Content> | 'enough' | undefined> {
    const [draft] = drafts;
    if (!draft) {
      if (this.#options.resume)
        throw new UserError(
          'There is no unfinished session.',
          'praxis reflect begins one.',
          EXIT.cannot,
        );
      return undefined;
    }
    if (this.#options.resume) return draft;
    const { today } = this.#context;
    const when = draft.on === today ? 'Today' : inWords(draft.on, today);
    const choice = await this.#ask({
      kind: 'key',
      name: 'resume',
      text: `${when}: a session was left unfinished, ${counted(answeredIn(draft.content.answers), 'answer')} kept.`,
      options: [
        { key: 'r', value: 'resume', label: 'resume' },
        { key: 'k', value: 'keep', label: 'keep it as it is' },
        { key: 'd', value: 'discard', label: 'discard' },
      ],
      enter: 'resume',
    });
    if (choice === 'discard') {
      await this.discard([draft]);
      return undefined;
    }
    if (choice !== 'keep') return draft;
    await this.#finish(draft, draft.content.answers, draft.seconds);
    return 'enough';
  }

  /** A day that has its session: a note, or a second look. */
  async again(stored: Session): Promise<void> {
    const { today } = this.#context;
    const day = stored.on === today ? 'Today' : inWords(stored.on, today);
    const choice = await this.#ask({
      kind: 'key',
      name: 'again',
      text: `${day} has its session already.`,
      options: [
        { key: 'n', value: 'note', label: 'add a note' },
        { key: 'a', value: 'amend', label: 'amend it' },
      ],
      enter: 'leave it',
    });
    if (choice === 'note') {
      const text = await this.#ask({ kind: 'text', name: 'note', label: '', editor: true });
      if (text !== null) {
        keepMoment(this.#journal, this.#context, {
          on: stored.on,
          answers: { note: text },
          person: null,
          contact: false,
        });
        this.#context.notice(`${INDENT}Kept.`);
      }
    } else if (choice === 'amend') {
      const fresh = planFor(this.#journal, this.#library, stored.on, today, this.#options);
      const plan = { ...fresh, prompt: fresh.prompt && (stored.answers.prompt ?? fresh.prompt) };
      await this.hold(this.blank(plan, stored.answers), { amend: true });
    }
  }

  /** Asks what is left to ask, keeps every answer as it comes, and stores the session. */
  async hold(
    draft: Draft<Content>,
    {
      amend = false,
      greeted = false,
    }: { readonly amend?: boolean; readonly greeted?: boolean } = {},
  ): Promise<void> {
    const { world, today } = this.#context;
    const { plan } = draft.content;
    const began = world.ticks();
    const seconds = () => Math.round(draft.seconds + (world.ticks() - began) / 1000);
    const short = this.#options.quick || plan.pair === 'core';
    this.#say(
      openingText(plan.on, today, short ? 'about a minute' : 'about 3 minutes', this.#style),
    );
    const keep = (answers: Answers) => {
      if (this.#options.dryRun) return;
      saveDraft(this.#journal, {
        ...draft,
        savedAt: world.now().instant,
        seconds: seconds(),
        content: { plan, answers },
      });
    };
    try {
      const answers = await holdEvening(
        {
          plan,
          scale: plan.rating && RATINGS[plan.rating],
          ask: this.#ask,
          say: (text) => this.#say(paragraph(visible(text), this.#style.width)),
          keep,
          logged: new Map(loggedOn(this.#journal, plan.on).map(({ code, n }) => [code, n])),
          amend,
          greeted,
        },
        draft.content.answers,
      );
      await this.#finish(draft, answers, seconds());
    } catch (error) {
      if (error instanceof Interrupted && !this.#options.dryRun) {
        this.#say(`\n${INDENT}What you answered is kept. praxis reflect goes on from here.`);
      }
      throw error;
    }
  }

  async #finish(draft: Draft<Content>, answers: Answers, seconds: number): Promise<void> {
    const stored = dailySession(this.#journal, draft.on);
    const whole = stored ? merge(stored.answers, answers) : answers;
    if (isEmpty(whole)) {
      discardDraft(this.#journal, draft.id);
      this.#say(`${INDENT}Nothing was answered, so nothing is kept.`);
      return;
    }
    const session = keepDaily(this.#journal, this.#context, {
      on: draft.on,
      answers: whole,
      stored,
      source: 'terminal',
      // Whoever sits there has seen what the day holds and chose to go on.
      options: { ...this.#options, replace: true },
      draftId: draft.id,
      startedAt: draft.startedAt,
      seconds,
    });
    if (this.#options.dryRun) {
      this.#say(`\n${INDENT}A rehearsal: nothing was stored.`);
      return;
    }
    discardDraft(this.#journal, draft.id);
    const facts = [
      `Kept${answeredIn(session.answers) === 0 ? ': nothing noted this time' : ''}. ${durationText(seconds)}.`,
      handedBackText(pairCounts(this.#journal, session.on, session.on)),
    ];
    this.#say(`\n${INDENT}${facts.filter((fact) => fact !== '').join('   ')}`);
    const fact = await usefulFact(
      this.#context,
      this.#journal,
      this.#library,
      draft.on,
      this.#style.width,
    );
    if (fact) this.#say(fact);
  }

  #say(text: string): void {
    this.#context.notice(text);
  }
}

function answeredIn(answers: Answers): number {
  const { tallies = {}, ...rest } = answers;
  return [...Object.values(tallies), ...Object.values(rest)].filter(
    (each) => each !== undefined && each !== null,
  ).length;
}
