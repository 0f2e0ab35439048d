import type { Decision, DecisionOption } from '../../src/domain/decision.ts';
import type { PromiseMade } from '../../src/domain/promise.ts';
import { day } from './journal.ts';

/** A promise of which a test says only what it is about. */
export function aPromise(more: Partial<PromiseMade> = {}): PromiseMade {
  return {
    id: 'p1',
    text: 'the budget line',
    madeOn: day('2026-11-02'),
    by: null,
    to: 'lee',
    dueOn: null,
    outcome: null,
    settledOn: null,
    why: null,
    wording: null,
    proposedBy: null,
    success: null,
    together: [],
    focus: null,
    ...more,
  };
}

/** An option of which everything is said. */
export function anOption(place: number, more: Partial<DecisionOption> = {}): DecisionOption {
  return {
    id: `o${place}`,
    place,
    title: `Way ${place}`,
    benefits: 'sooner',
    costs: 'two days',
    bearers: 'us',
    reversibility: 'easily',
    confidence: 0.7,
    statusQuo: false,
    ...more,
  };
}

/** A whole page, not chosen from yet. */
export function aDecision(more: Partial<Decision> = {}): Decision {
  return {
    id: 'd1',
    openedOn: day('2026-11-20'),
    question: 'Which vendor?',
    owner: 'lee',
    dueOn: null,
    challenger: null,
    options: [anOption(1), anOption(2), anOption(3, { statusQuo: true })],
    chosen: null,
    chosenOn: null,
    sign: 'two outages in one month',
    complete: null,
    lookBacks: [],
    ...more,
  };
}
