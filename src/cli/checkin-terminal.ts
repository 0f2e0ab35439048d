import { CLARITY } from '../content/ratings.ts';
import { type Week, weekOf } from '../domain/day.ts';
import type { Library } from '../domain/library.ts';
import { isEmpty, merge, type Session } from '../domain/session.ts';
import { lastDayOf, textsOfWeek } from '../domain/week.ts';
import type { WeekSummary } from '../domain/week-summary.ts';
import { Interrupted } from '../errors.ts';
import { holdWeek } from '../prompts/weekly.ts';
import { NOTHING_SAID, type WeekAnswers } from '../prompts/weekly-talk.ts';
import { STAGE_WORDS } from '../render/checkin.ts';
import { durationText } from '../render/session.ts';
import { counted, INDENT, paragraph, visible } from '../render/text.ts';
import { weekText } from '../render/week.ts';
import { type Draft, discardDraft, letGo, listDrafts, saveDraft } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { latestStatement } from '../store/statement.ts';
import { countedByDay, weeklySession } from '../store/week.ts';
import { type Terminal, terminalFor } from './ask.ts';
import { askedOf, settledOn } from './checkin-asked.ts';
import type { Context } from './context.ts';
import { keepWeekly, type Settled } from './keep-weekly.ts';
import { loadLibrary } from './library.ts';
import { weekSummary } from './week-summary.ts';

/** The check-in with somebody there. Returns the week as it stands when it ends. */
export async function holdCheckin(
  context: Context,
  asked: Week | undefined,
  rehearse: boolean,
): Promise<WeekSummary> {
  const library = await loadLibrary(context);
  return context.writing(
    async (journal) => {
      const terminal = await terminalFor(context);
      const sitting = new Sitting(context, journal, library, terminal, rehearse);
      return weekSummary(context, journal, await sitting.hold(asked));
    },
    { rehearse },
  );
}

/** One check-in at a terminal: what it asks with, and where it keeps. */
class Sitting {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #library: Library;
  readonly #terminal: Terminal;
  readonly #rehearse: boolean;

  constructor(
    context: Context,
    journal: Journal,
    library: Library,
    terminal: Terminal,
    rehearse: boolean,
  ) {
    this.#context = context;
    this.#journal = journal;
    this.#library = library;
    this.#terminal = terminal;
    this.#rehearse = rehearse;
  }

  /** Goes on with what was left unfinished, amends what is there, or begins. Returns the week it was about. */
  async hold(asked: Week | undefined): Promise<Week> {
    const left = this.#rehearse ? undefined : await this.#leftOver(asked);
    if (left === 'enough') return asked ?? weekOf(this.#context.today);
    if (left) return this.#talk(left, false);
    const week = asked ?? weekOf(this.#context.today);
    const stored = weeklySession(this.#journal, week);
    if (!stored || this.#rehearse) return this.#talk(this.#blank(week, NOTHING_SAID), false);
    const again = await this.#terminal.ask({
      kind: 'key',
      name: 'again',
      text: `${week} has its check-in already.`,
      options: [{ key: 'a', value: 'amend', label: 'amend it' }],
      enter: 'leave it',
    });
    if (again !== 'amend') return week;
    return this.#talk(this.#blank(week, { ...NOTHING_SAID, answers: stored.answers }), true);
  }

  async #leftOver(asked: Week | undefined): Promise<Draft<WeekAnswers> | 'enough' | undefined> {
    const [draft] = listDrafts<WeekAnswers>(this.#journal, 'weekly').filter(
      ({ on }) => asked === undefined || weekOf(on) === asked,
    );
    if (!draft) return undefined;
    const choice = await this.#terminal.ask({
      kind: 'key',
      name: 'resume',
      text: `${weekOf(draft.on)}: a check-in was left unfinished, ${counted(draft.content.asked.length, 'question')} asked.`,
      options: [
        { key: 'r', value: 'resume', label: 'resume' },
        { key: 'k', value: 'keep', label: 'keep it as it is' },
        { key: 'd', value: 'discard', label: 'discard' },
      ],
      enter: 'resume',
    });
    if (choice === 'discard') {
      letGo(this.#journal, draft.id);
      this.#say(`${INDENT}Discarded.`);
      return undefined;
    }
    if (choice !== 'keep') return draft;
    this.#store(draft, draft.content, draft.seconds);
    return 'enough';
  }

  #blank(week: Week, content: WeekAnswers): Draft<WeekAnswers> {
    const { instant } = this.#context.now;
    return {
      id: this.#context.world.newId(),
      kind: 'weekly',
      on: lastDayOf(week),
      startedAt: instant,
      savedAt: instant,
      seconds: 0,
      content,
    };
  }

  /** Shows the week so far, asks what is left to ask, keeps every answer as it comes, and stores the check-in. */
  async #talk(draft: Draft<WeekAnswers>, amend: boolean): Promise<Week> {
    const { world, today } = this.#context;
    const { style, ask } = this.#terminal;
    const week = weekOf(draft.on);
    const began = world.ticks();
    const seconds = () => Math.round(draft.seconds + (world.ticks() - began) / 1000);
    const found = await weekSummary(this.#context, this.#journal, week);
    this.#say(`\n${weekText(found, 'full', today, style)}\n`);
    if (!latestStatement(this.#journal, 'focus')) {
      const text = 'No focus is set yet. It comes first: praxis focus set "SENTENCE".';
      this.#say(`${paragraph(text, style.width)}\n`);
    }
    this.#say(`${INDENT}${style.dim('about 8 minutes   enter skips, ? explains')}\n`);
    const keep = (said: WeekAnswers) => {
      if (this.#rehearse) return;
      const savedAt = world.now().instant;
      saveDraft(this.#journal, { ...draft, savedAt, seconds: seconds(), content: said });
    };
    try {
      const said = await holdWeek(
        {
          ask,
          say: (text) => this.#say(paragraph(visible(text), style.width)),
          keep,
          amend,
          counts: !countedByDay(this.#journal, week),
          clarity: CLARITY,
          stages: STAGE_WORDS,
          texts: textsOfWeek(week),
          ...askedOf(this.#journal, this.#library, week, today),
        },
        draft.content,
      );
      this.#store(draft, said, seconds());
      return week;
    } catch (error) {
      if (error instanceof Interrupted && !this.#rehearse)
        this.#say(`\n${INDENT}What you answered is kept. praxis checkin goes on from here.`);
      throw error;
    }
  }

  #store(draft: Draft<WeekAnswers>, said: WeekAnswers, seconds: number): void {
    const { today } = this.#context;
    const week = weekOf(draft.on);
    const stored = weeklySession(this.#journal, week);
    const answers = stored ? merge(stored.answers, said.answers) : said.answers;
    const settled = settledOn(said.settled, this.#journal, draft.on, today);
    if (isEmpty(answers) && settled.length === 0) {
      if (!this.#rehearse) discardDraft(this.#journal, draft.id);
      this.#say(`${INDENT}Nothing was answered, so nothing is kept.`);
      return;
    }
    this.#keep(week, stored, draft, { said: { ...said, answers }, settled, seconds });
    if (!this.#rehearse) discardDraft(this.#journal, draft.id);
    const kept = `Kept. ${durationText(seconds)}.`;
    this.#say(`\n${INDENT}${this.#rehearse ? 'A rehearsal: nothing was stored.' : kept}\n`);
  }

  #keep(
    week: Week,
    stored: Session | undefined,
    { id, startedAt }: Draft<WeekAnswers>,
    done: { said: WeekAnswers; settled: readonly Settled[]; seconds: number },
  ): void {
    keepWeekly(this.#journal, this.#context, {
      week,
      answers: done.said.answers,
      stored,
      source: 'terminal',
      // Whoever sits there has seen what the week holds and chose to go on.
      replace: true,
      dryRun: this.#rehearse,
      exercises: this.#library.exercises,
      exercisePlan: done.said.exercisePlan,
      settled: done.settled,
      draftId: id,
      startedAt,
      seconds: done.seconds,
    });
  }

  #say(text: string): void {
    this.#context.notice(text);
  }
}
