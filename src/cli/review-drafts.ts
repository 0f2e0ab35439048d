import { type Day, monthInWords } from '../domain/day.ts';
import type { ReviewPeriod } from '../domain/due-dates.ts';
import { type PartId, periodOf, REVIEW_KINDS, REVIEW_PARTS } from '../domain/review.ts';
import { NOTHING_SAID, type Said } from '../domain/review-said.ts';
import { INDENT } from '../render/text.ts';
import { type Draft, listDrafts, saveDraft } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { reviewOf } from '../store/review.ts';
import type { Context } from './context.ts';
import { keepReview } from './keep-review.ts';

/** An unfinished part: which one, and what was said in it. */
export interface Unfinished {
  readonly part: PartId;
  readonly said: Said;
}

/** Where a part of a review lives until it is saved. */
export class PartDrafts {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #period: ReviewPeriod;
  readonly #on: Day;
  readonly #rehearse: boolean;

  constructor(
    context: Context,
    journal: Journal,
    what: { readonly period: ReviewPeriod; readonly on: Day; readonly rehearse: boolean },
  ) {
    this.#context = context;
    this.#journal = journal;
    this.#period = what.period;
    this.#on = what.on;
    this.#rehearse = what.rehearse;
  }

  /** What was left of a part, or a fresh start. `on`: the day of the review, where one is stored. */
  of(part: PartId, on: Day | undefined): Draft<Unfinished> {
    const kept = this.#all().find((each) => this.#isOurs(each.on) && each.content.part === part);
    return kept && !this.#rehearse ? kept : this.blank(on);
  }

  blank(on: Day | undefined): Draft<Unfinished> {
    const { instant } = this.#context.now;
    return {
      id: this.#context.world.newId(),
      kind: REVIEW_KINDS[this.#period],
      on: on ?? this.#on,
      startedAt: instant,
      savedAt: instant,
      seconds: 0,
      content: { part: REVIEW_PARTS[this.#period][0]?.id ?? 'figures', said: NOTHING_SAID },
    };
  }

  save(draft: Draft<Unfinished>, content: Unfinished, seconds: number): void {
    if (this.#rehearse) return;
    const savedAt = this.#context.world.now().instant;
    saveDraft(this.#journal, { ...draft, savedAt, seconds, content });
  }

  /** A part of an earlier review that was left unfinished is kept there as it is: its time has passed. */
  keepOld(): void {
    for (const { id, on, content, startedAt, seconds } of this.#all()) {
      if (this.#isOurs(on)) continue;
      keepReview(this.#journal, this.#context, {
        period: this.#period,
        on,
        said: content.said,
        stored: reviewOf(this.#journal, this.#period, on),
        source: 'terminal',
        replace: true,
        dryRun: false,
        judge: false,
        startedAt,
        seconds,
        draftId: id,
      });
      const month = monthInWords(on);
      this.#context.notice(`${INDENT}What you answered in ${month} is kept with that review.`);
    }
  }

  #all(): Draft<Unfinished>[] {
    return listDrafts<Unfinished>(this.#journal, REVIEW_KINDS[this.#period]);
  }

  /** Whether a day lies in the month or quarter that this review is about. */
  #isOurs(on: Day): boolean {
    const { from, to } = periodOf(this.#period, this.#on);
    return on >= from && on <= to;
  }
}
