import { MOVEMENT_STAGES, type MovementStage } from '../domain/checkin.ts';
import type { Rating } from '../domain/rating.ts';
import { RATIO_ITEMS, type Ratio, type RatioItem } from '../domain/ratio.ts';
import type { Answers } from '../domain/session.ts';
import { MOST_AT_ONCE, PAIR_HEADINGS, PAIRS } from '../domain/tally.ts';
import { WRITTEN, type WrittenItem } from '../domain/written.ts';
import { askText } from './boundary.ts';
import { countOne, isOpen } from './daily.ts';
import { RATIO_QUESTIONS } from './ratio-words.ts';
import { askExercise, askNextPlan } from './weekly-plan.ts';
import type { Settlement, WeekAnswers, WeekTalk } from './weekly-talk.ts';

/** Holds the weekly check-in. `given` is what a draft or an earlier revision says; unless amending it is not asked again. */
export async function holdWeek(talk: WeekTalk, given: WeekAnswers): Promise<WeekAnswers> {
  const week = new WeekInWords(talk, given);
  if (talk.counts) await week.counts();
  await week.promises();
  for (const item of RATIO_ITEMS) await week.once(item, () => week.ratio(item));
  await week.once('R4', () => week.clarity());
  await week.once('movement', () => week.movement());
  await week.talks();
  for (const item of talk.texts) await week.once(item, () => week.written(item));
  await week.once('exercise', () => askExercise(talk, week.said));
  await week.once('intention', () => askNextPlan(talk, week.said));
  return week.said;
}

class WeekInWords {
  readonly #talk: WeekTalk;
  said: WeekAnswers;

  constructor(talk: WeekTalk, given: WeekAnswers) {
    this.#talk = talk;
    this.said = given;
  }

  /** Asks what was not asked yet, and notes that it was. */
  async once(name: string, ask: () => Promise<Partial<WeekAnswers>>): Promise<void> {
    if (this.said.asked.includes(name)) return;
    const more = await ask();
    this.said = { ...this.said, ...more, asked: [...this.said.asked, name] };
    this.#talk.keep(this.said);
  }

  async counts(): Promise<void> {
    const { say, amend } = this.#talk;
    const take = (more: Answers) => {
      this.said = { ...this.said, answers: { ...this.said.answers, ...more } };
      this.#talk.keep(this.said);
    };
    for (const pair of ['stance', 'arrival'] as const) {
      const codes = [PAIRS[pair].left, PAIRS[pair].right];
      await this.once(pair, async () => {
        say(`${PAIR_HEADINGS[pair]}, all week`);
        for (const code of codes.filter((each) => amend || isOpen(this.said.answers, each)))
          await countOne(this.#talk, code, () => this.said.answers, take);
        say('');
        return {};
      });
    }
  }

  async promises(): Promise<void> {
    const { ask, say, promises } = this.#talk;
    for (const { id, line, past } of promises) {
      await this.once(`promise ${id}`, async () => {
        const outcome = await ask({
          kind: 'key',
          name: 'promise',
          text: line,
          options: [
            { key: 'k', value: 'kept', label: past ? 'kept on time' : 'kept' },
            ...(past ? [{ key: 'l', value: 'late', label: 'kept, but late' }] : []),
            { key: 'd', value: 'dropped', label: 'taken back' },
          ],
          enter: 'still open',
          explain: 'It is settled when this check-in is kept. Enter leaves it open.',
        });
        say('');
        if (outcome === null) return {};
        return { settled: { ...this.said.settled, [id]: outcome as Settlement } };
      });
    }
  }

  async ratio(item: RatioItem): Promise<Partial<WeekAnswers>> {
    const { ask, say, recorded } = this.#talk;
    const { heading, all, part, explain } = RATIO_QUESTIONS[item];
    const before = this.said.answers[item] ?? undefined;
    const known = recorded(this.said.settled)[item];
    const noted = known && !before ? `   noted: ${known.x} of ${known.n}, enter takes that` : '';
    say(heading + noted);
    const n = await ask({
      kind: 'count',
      name: item,
      label: all,
      most: MOST_AT_ONCE,
      explain,
      ...(before ? { now: before.n } : known ? { enter: 'as noted' } : {}),
    });
    const whole = n ?? before?.n;
    // Enter alone: the records speak, or nobody does; then it was asked and skipped.
    if (whole === undefined) {
      say('');
      return known ? {} : this.#answer({ [item]: null });
    }
    const most = Math.min(before?.x ?? whole, whole);
    const x =
      whole === 0
        ? 0
        : await ask({
            kind: 'count',
            name: `${item} part`,
            label: part,
            most: whole,
            explain,
            ...(before ? { now: most } : {}),
          });
    say('');
    const ratio: Ratio | null =
      x === null ? (before ? { x: most, n: whole } : null) : { x, n: whole };
    return this.#answer({ [item]: ratio });
  }

  async clarity(): Promise<Partial<WeekAnswers>> {
    const { ask, say, clarity } = this.#talk;
    const value = await ask({
      kind: 'key',
      name: 'R4',
      text: clarity.question,
      options: clarity.anchors.map((label, i) => ({ key: `${i + 1}`, value: `${i + 1}`, label })),
      enter: this.said.answers.R4 ? `stays ${this.said.answers.R4}` : 'skipped',
      explain: 'Your own reading of the week, on words that stay the same.',
    });
    say('');
    const before = this.said.answers.R4 ?? null;
    return this.#answer({ R4: value === null ? before : (Number(value) as Rating) });
  }

  async movement(): Promise<Partial<WeekAnswers>> {
    const { ask, say, stages } = this.#talk;
    const before = this.said.answers.movement;
    const stage = (await ask({
      kind: 'key',
      name: 'movement',
      text: 'The idea that you want to see spread: who is with it by now?',
      options: MOVEMENT_STAGES.map((each, i) => ({
        key: `${i + 1}`,
        value: each,
        label: stages[each],
      })),
      enter: before ? `stays: ${stages[before.stage]}` : 'skipped',
      explain:
        'An idea becomes a movement with its first follower; whoever joins them follows the followers.',
    })) as MovementStage | null;
    const now = stage ?? before?.stage;
    if (now === undefined || now === 'alone') {
      say('');
      return this.#answer({ movement: now ? { stage: now, joined: null } : null });
    }
    const joined = await askText(ask, {
      kind: 'text',
      name: 'joined',
      text: 'Who joined, and whom?',
      label: '',
      editor: false,
      ...(before?.joined ? { now: before.joined } : {}),
    });
    say('');
    return this.#answer({ movement: { stage: now, joined: joined ?? before?.joined ?? null } });
  }

  async talks(): Promise<void> {
    const { ask, talks, say } = this.#talk;
    for (const { code, line } of talks) {
      await this.once(`talk ${code}`, async () => {
        const talked = await ask({
          kind: 'key',
          name: 'contact',
          text: line,
          options: [{ key: 't', value: 'talked', label: 'talked in the week' }],
          enter: 'not yet',
          explain: 'A talk goes both ways; a message to all or a status is none.',
        });
        say('');
        const before = this.said.answers.contacts ?? [];
        const contacts = talked ? [...before, code].sort() : before;
        return this.#answer({ contacts });
      });
    }
  }

  async written(item: WrittenItem): Promise<Partial<WeekAnswers>> {
    const { ask, say } = this.#talk;
    // The norm is a word for what was copied: without that there is nothing to name.
    if (item === 'norm' && this.said.answers.copied == null) return {};
    const before = this.said.answers[item];
    const text = await askText(ask, {
      kind: 'text',
      name: item,
      text: WRITTEN[item],
      label: '',
      explain: 'Write what happened, was said, or will be done.',
      editor: true,
      ...(before ? { now: before } : {}),
    });
    say('');
    return this.#answer({ [item]: text ?? before ?? null });
  }

  #answer(more: Answers): Partial<WeekAnswers> {
    return { answers: { ...this.said.answers, ...more } };
  }
}
