import { THRESHOLDS } from './constants.ts';
import { checkCounts, type Measured, more, needs } from './measured.ts';

export interface Warranted {
  /** Warranted answers among all answers given, 0 to 1. */
  readonly share: number;
  /** True where it is worth asking whether exceptions became the rule. */
  readonly ask: boolean;
}

/** How often answering had to be: the answers that the stance share leaves out. Source: a convention of this project. */
export function warrantedShare(warranted: number, unwarranted: number): Measured<Warranted> {
  checkCounts(warranted, unwarranted);
  const { answers, share: most } = THRESHOLDS.warranted;
  const missing = answers - warranted - unwarranted;
  if (missing > 0) return needs(more(missing, 'answer'));
  const share = warranted / (warranted + unwarranted);
  return { kind: 'value', share, ask: share > most };
}
