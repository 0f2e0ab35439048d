import { type Day, monthInWords } from '../domain/day.ts';
import type { ReviewPeriod } from '../domain/due-dates.ts';
import {
  openParts,
  type PartId,
  REVIEW_PARTS,
  type ReviewPart,
  skippedParts,
} from '../domain/review.ts';
import type { PartState } from '../domain/review-part.ts';
import { NOTHING_SAID, type Said, together } from '../domain/review-said.ts';
import type { Session } from '../domain/session.ts';
import { Interrupted } from '../errors.ts';
import { stateText } from '../render/review.ts';
import { durationText, sessionDocument } from '../render/session.ts';
import { INDENT } from '../render/text.ts';
import type { Draft } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { shortIds } from '../store/reference.ts';
import { reviewOf } from '../store/review.ts';
import { type Terminal, terminalFor } from './ask.ts';
import type { Context } from './context.ts';
import { keepReview } from './keep-review.ts';
import { loadLibrary } from './library.ts';
import { PartDrafts, type Unfinished } from './review-drafts.ts';
import { lastVerdicts, MONTH_TALKS } from './review-month.ts';
import { QUARTER_TALKS } from './review-quarter.ts';
import type { PartTalk, Talk } from './review-talk.ts';

const TALKS: Readonly<Record<PartId, Talk>> = { ...MONTH_TALKS, ...QUARTER_TALKS };
const MINUTES: Readonly<Record<ReviewPeriod, string>> = {
  month: 'about 20 minutes',
  quarter: '45 to 60 minutes',
};

/** A review with somebody there: part by part, each kept as it ends. */
export async function holdReview(
  context: Context,
  period: ReviewPeriod,
  on: Day,
  { rehearse, again }: { readonly rehearse: boolean; readonly again: boolean },
): Promise<void> {
  const library = await loadLibrary(context);
  await context.writing(
    async (journal) => {
      const terminal = await terminalFor(context);
      const review = new Review(context, journal, terminal, { period, on, rehearse });
      await review.hold(again, library);
    },
    { rehearse },
  );
}

/** One run of a review at a terminal. */
class Review {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #terminal: Terminal;
  readonly #period: ReviewPeriod;
  readonly #on: Day;
  readonly #rehearse: boolean;
  readonly #drafts: PartDrafts;
  #stored: Session | undefined;
  /** Parts that ask nothing: they are saved with the next one that does. */
  #seen: Record<string, PartState> = {};

  constructor(
    context: Context,
    journal: Journal,
    terminal: Terminal,
    what: { readonly period: ReviewPeriod; readonly on: Day; readonly rehearse: boolean },
  ) {
    this.#context = context;
    this.#journal = journal;
    this.#terminal = terminal;
    this.#period = what.period;
    this.#on = what.on;
    this.#rehearse = what.rehearse;
    this.#drafts = new PartDrafts(context, journal, what);
    this.#stored = reviewOf(journal, what.period, what.on);
  }

  async hold(again: boolean, library: PartTalk['library']): Promise<void> {
    if (!this.#rehearse) this.#drafts.keepOld();
    const parts = await this.#toHold(again);
    if (parts.length === 0) {
      this.#whole();
      return;
    }
    const { style } = this.#terminal;
    this.#say(
      `\n${INDENT}${style.bold(this.#title())}   ${style.dim(`${MINUTES[this.#period]}, part by part; q leaves`)}`,
    );
    try {
      for (const part of parts) await this.#hold(part, parts, again, library);
    } catch (error) {
      if (error instanceof Interrupted && !this.#rehearse)
        this.#say(`\n${INDENT}What you answered is kept. praxis review ${this.#period} goes on.`);
      throw error;
    }
    this.#keepSeen();
    this.#whole();
  }

  /** What is left of it; of a whole one what was passed over, if that is wanted now. */
  async #toHold(again: boolean): Promise<readonly ReviewPart<PartId>[]> {
    if (again) return REVIEW_PARTS[this.#period];
    const states = this.#stored?.answers.parts;
    const open = openParts(this.#period, states);
    const skipped = skippedParts(this.#period, states);
    if (open.length > 0 || skipped.length === 0) return open;
    const wanted = await this.#terminal.ask({
      kind: 'confirm',
      name: 'skipped',
      text: `Passed over: ${skipped.map(({ title }) => title).join('; ')}. Take them up now?`,
    });
    return wanted ? skipped : [];
  }

  async #hold(
    part: ReviewPart<PartId>,
    parts: readonly ReviewPart<PartId>[],
    again: boolean,
    library: PartTalk['library'],
  ): Promise<void> {
    const { style, ask } = this.#terminal;
    const draft = this.#drafts.of(part.id, this.#stored?.on);
    const place = REVIEW_PARTS[this.#period].indexOf(part) + 1;
    const heading = `${place} of ${REVIEW_PARTS[this.#period].length}   ${part.title}`;
    this.#say(`\n${INDENT}${style.bold(heading)}\n`);
    const first = part === parts[0] && part.asks.length === 0;
    const way = first || draft.content.said !== NOTHING_SAID ? null : await this.#gate();
    if (way === 'quit') throw new Interrupted();
    if (way === 'skip') return this.#keep(draft, NOTHING_SAID, { [part.id]: 'skipped' }, 0);
    const began = this.#context.world.ticks();
    const seconds = () => Math.round(draft.seconds + (this.#context.world.ticks() - began) / 1000);
    let said = draft.content.said;
    await TALKS[part.id]({
      context: this.#context,
      journal: this.#journal,
      library,
      ask,
      style,
      on: this.#on,
      stored: again ? undefined : this.#stored,
      rehearse: this.#rehearse,
      show: (text) => this.#say(text),
      said: () => said,
      take: (more) => {
        said = together(said, more);
        this.#drafts.save(draft, { part: part.id, said }, seconds());
      },
    });
    const states = { [part.id]: 'done' as const };
    if (part.id === 'verdicts') return this.#judge(draft);
    if (part.asks.length === 0) this.#seen = { ...this.#seen, ...states };
    else this.#keep(draft, said, states, seconds());
  }

  /** Go on, pass over, or leave. */
  async #gate(): Promise<string | null> {
    const way = await this.#terminal.ask({
      kind: 'key',
      name: 'part',
      options: [
        { key: 's', value: 'skip', label: 'skip this part' },
        { key: 'q', value: 'quit', label: 'enough for now' },
      ],
      enter: 'go on',
      explain: 'Enter goes on. What was answered is kept, and the review goes on from here.',
    });
    this.#say('');
    return way;
  }

  #judge(draft: Draft<Unfinished>): void {
    if (this.#rehearse) return;
    const before = this.#stored?.answers.parts?.['verdicts'];
    this.#keep(draft, NOTHING_SAID, {}, 0, true);
    const issued = this.#stored?.answers.parts?.['verdicts'];
    if (before !== 'done' && issued === 'done') {
      const shown = { journal: this.#journal, on: this.#on, style: this.#terminal.style };
      this.#say(lastVerdicts(shown));
    }
  }

  /** Keeps a part and what was only looked at before it, in one stroke. */
  #keep(
    draft: Draft<Unfinished>,
    said: Said,
    states: Record<string, PartState>,
    seconds: number,
    judge = false,
  ): void {
    const parts = { ...this.#seen, ...states };
    this.#stored = keepReview(this.#journal, this.#context, {
      period: this.#period,
      on: this.#on,
      said: together(said, { answers: { parts }, records: {} }),
      stored: this.#stored,
      source: 'terminal',
      // Whoever sits there has seen what the review holds and chose to go on.
      replace: true,
      dryRun: this.#rehearse,
      judge,
      startedAt: draft.startedAt,
      seconds,
      draftId: draft.id,
    });
    this.#seen = {};
  }

  #keepSeen(): void {
    if (Object.keys(this.#seen).length > 0 && this.#stored)
      this.#keep(this.#drafts.blank(this.#stored.on), NOTHING_SAID, {}, 0);
  }

  /** A day may have more entries than the review. */
  #shortId(id: string): string {
    return shortIds(this.#journal, [id]).get(id) ?? id;
  }

  #title(): string {
    const month = monthInWords(this.#on);
    if (this.#period === 'month') return `The month: ${month}`;
    return `The quarter that ends with ${month}`;
  }

  #whole(): void {
    const session = this.#stored;
    if (this.#rehearse || !session) {
      this.#say(
        `\n${INDENT}${this.#rehearse ? 'A rehearsal: nothing was stored.' : 'Nothing was answered, so nothing is kept.'}`,
      );
      return;
    }
    const took = session.seconds === null ? '' : ` ${durationText(session.seconds)}.`;
    const state = stateText(this.#period, session.answers.parts);
    this.#context.answer(
      { schema: 'praxis.session/1', ...sessionDocument(session) },
      () => `\n${INDENT}${state}${took} praxis show ${this.#shortId(session.id)} has it.`,
    );
  }

  #say(text: string): void {
    this.#context.notice(text);
  }
}
