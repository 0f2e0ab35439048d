import type { Corner } from '../domain/joint-work.ts';
import { THRESHOLDS } from './constants.ts';
import { type Measured, needs } from './measured.ts';
import { type Share, share } from './share.ts';
import { wilson, Z } from './wilson.ts';

export interface JointWork {
  /** Work that started unprompted. */
  readonly initiative: Share;
  /** What needed two of them and was settled between them. */
  readonly amongThemselves: Share;
  /** Null where an 80 % interval holds one half: then it lies between the corners. */
  readonly corner: Corner | null;
}

/** Initiative against joint work. Source: a convention of this project; 80 % Wilson intervals decide about the half. */
export function jointWork(
  motion: { readonly x: number; readonly n: number },
  routing: { readonly x: number; readonly n: number },
): Measured<JointWork> {
  const least = THRESHOLDS.leading.pair;
  const initiative = share(motion, least, 'start', 'starts');
  if (initiative.kind === 'needs') return needs(`${initiative.needs} of work`);
  const amongThemselves = share(routing, least, 'matter for two', 'matters for two');
  if (amongThemselves.kind === 'needs') return amongThemselves;
  const corner = cornerOf(side(motion), side(routing));
  return { kind: 'value', initiative, amongThemselves, corner };
}

/** On which side of one half a share lies, or null. */
function side({ x, n }: { readonly x: number; readonly n: number }): 'high' | 'low' | null {
  const { lower, upper } = wilson(x, n, Z[80]);
  if (lower > 0.5) return 'high';
  return upper < 0.5 ? 'low' : null;
}

function cornerOf(initiative: 'high' | 'low' | null, joint: 'high' | 'low' | null): Corner | null {
  if (initiative === null || joint === null) return null;
  if (initiative === 'high') return joint === 'high' ? 'interdependent' : 'capable but alone';
  return joint === 'high' ? 'together, on your word' : 'waiting for you';
}
