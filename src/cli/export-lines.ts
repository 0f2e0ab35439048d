import { optionAt, VERDICT_WORDS } from '../domain/decision.ts';
import type { DayLine } from '../render/markdown.ts';
import { listDecisions } from '../store/decision.ts';
import type { Journal } from '../store/journal.ts';
import { listPromises } from '../store/promise.ts';

/** A line of a day, and the codes of whom it is about. */
interface LineAbout extends DayLine {
  readonly codes: readonly string[];
}

/** Promises made, kept and taken back. */
export function promiseLines(journal: Journal): LineAbout[] {
  return listPromises(journal).flatMap((promise) => {
    const { madeOn, text, by, to, together, dueOn, outcome, settledOn, why } = promise;
    const codes = [by, to, ...together].filter((code) => code !== null);
    const due = dueOn ? `, by ${dueOn}` : '';
    const made = {
      on: madeOn,
      codes,
      text: `Promise by ${by ?? 'you'}${to ? ` to ${to}` : ''}: ${text}${due}`,
    };
    if (outcome === null || settledOn === null) return [made];
    const how = outcome === 'kept' ? 'kept' : 'taken back';
    const because = why ? ` (${why})` : '';
    return [made, { on: settledOn, codes, text: `Promise ${how}: ${text}${because}` }];
  });
}

/** Decisions opened, chosen and looked back on. */
export function decisionLines(journal: Journal): LineAbout[] {
  return listDecisions(journal).flatMap((decision) => {
    const { openedOn, question, owner, challenger, chosen, chosenOn, lookBacks } = decision;
    const codes = [owner, challenger].filter((code) => code !== null);
    const option = optionAt(decision, chosen);
    const whose = owner === null ? '' : ` of ${owner}`;
    return [
      { on: openedOn, codes, text: `Decision${whose} opened: ${question}` },
      ...(option && chosenOn
        ? [{ on: chosenOn, codes, text: `Decision${whose} taken: ${question} ${option.title}` }]
        : []),
      ...lookBacks.flatMap(({ heldOn, verdict, text }) => {
        if (heldOn === null || verdict === null) return [];
        const said = `Decision${whose}, looked back: ${question} ${VERDICT_WORDS[verdict]}${text ? `: ${text}` : ''}`;
        return [{ on: heldOn, codes, text: said }];
      }),
    ];
  });
}
