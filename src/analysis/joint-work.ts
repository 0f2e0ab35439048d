import type { Corner } from '../domain/joint-work.ts';
import { THRESHOLDS } from './constants.ts';
import { type Measured, needs } from './measured.ts';
import { type Counted, estimateShare, type Share, share } from './share.ts';
import { Z } from './wilson.ts';

export interface JointWork {
  /** Work that started unprompted. */
  readonly initiative: Share;
  /** What needed two of them and was settled between them. */
  readonly amongThemselves: Share;
  /** Null where an 80 % interval holds one half: then it lies between the corners. */
  readonly corner: Corner | null;
}

/**
 * Initiative against joint work. Source: a convention of this project; 80 % Wilson intervals, on n / phi, decide about the
 * half.
 */
export function jointWork(motion: Counted, routing: Counted): Measured<JointWork> {
  const least = THRESHOLDS.leading.pair;
  const plain = ({ x, n }: Counted) => ({ x, n });
  const initiative = share(plain(motion), least, 'start', 'starts');
  if (initiative.kind === 'needs') return needs(`${initiative.needs} of work`);
  const amongThemselves = share(plain(routing), least, 'matter for two', 'matters for two');
  if (amongThemselves.kind === 'needs') return amongThemselves;
  const corner = cornerOf(side(motion), side(routing));
  return { kind: 'value', initiative, amongThemselves, corner };
}

/** On which side of one half a share lies, or null. */
function side(counted: Counted): 'high' | 'low' | null {
  const { lower, upper } = estimateShare(counted, Z[80]);
  if (lower > 0.5) return 'high';
  return upper < 0.5 ? 'low' : null;
}

function cornerOf(initiative: 'high' | 'low' | null, joint: 'high' | 'low' | null): Corner | null {
  if (initiative === null || joint === null) return null;
  if (initiative === 'high') return joint === 'high' ? 'interdependent' : 'capable but alone';
  return joint === 'high' ? 'together, on your word' : 'waiting for you';
}
