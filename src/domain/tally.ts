import { EXIT, UserError } from '../errors.ts';

/** The ten counters: five pairs, the follower pole on the left and the leader pole on the right. */
export const CODES = ['a', 'c', 'b', 'p', 'd', 'w', 's', 'i', 'h', 'x'] as const;
export type Code = (typeof CODES)[number];

export const PAIRS = {
  stance: { left: 'a', right: 'c' },
  arrival: { left: 'b', right: 'p' },
  questions: { left: 'd', right: 'w' },
  motion: { left: 's', right: 'i' },
  routing: { left: 'h', right: 'x' },
} as const satisfies Record<string, { left: Code; right: Code }>;
export type Pair = keyof typeof PAIRS;
/** Stance and arrival are asked every day; one of these joins them in turn. */
export const ROTATING_PAIRS = ['questions', 'motion', 'routing'] as const satisfies Pair[];
export type RotatingPair = (typeof ROTATING_PAIRS)[number];

interface Counter {
  /** What a command calls it. */
  readonly word: string;
  /** What a person is asked for, and what a screen says. */
  readonly label: string;
  /** What counts and what does not, for `tally --explain` and the `?` key. */
  readonly meaning: string;
  readonly subtypes: readonly string[];
}

export const COUNTERS: Readonly<Record<Code, Counter>> = {
  a: {
    word: 'answered',
    label: 'you answered or decided',
    meaning: 'You gave the answer or took the decision, and it was theirs to find or to take.',
    subtypes: [],
  },
  c: {
    word: 'handed-back',
    label: 'you handed back',
    meaning: 'You asked, offered options or kept still, and the decision stayed with them.',
    subtypes: ['coached'],
  },
  b: {
    word: 'bare',
    label: 'bare',
    meaning: 'A problem reached you with nothing attached: no proposal, no stated intent.',
    subtypes: [],
  },
  p: {
    word: 'proposal',
    label: 'with a proposal',
    meaning: 'A problem reached you with a proposal, or with what they mean to do about it.',
    subtypes: [],
  },
  d: {
    word: 'direction',
    label: 'asked where, when or how hard',
    meaning: 'They asked you for direction: where to go, when, how much.',
    subtypes: [],
  },
  w: {
    word: 'why',
    label: 'asked why, or challenged you',
    meaning:
      'They asked for the reason, the fit, the customer or the measure of success, or argued.',
    subtypes: ['reason', 'fit', 'customer', 'success', 'challenge'],
  },
  s: {
    word: 'told',
    label: 'started because you said so',
    meaning: 'Work began on your word.',
    subtypes: [],
  },
  i: {
    word: 'initiative',
    label: 'started unprompted',
    meaning: 'Work began without you.',
    subtypes: [],
  },
  h: {
    word: 'through-me',
    label: 'came through you',
    meaning: 'Something that needed two of them came through you.',
    subtypes: [],
  },
  x: {
    word: 'among-themselves',
    label: 'settled among them',
    meaning: 'Two or more of them settled it without you.',
    subtypes: [],
  },
};

export const PAIR_HEADINGS: Readonly<Record<Pair, string>> = {
  stance: 'Decisions and answers that were theirs',
  arrival: 'Problems that reached you',
  questions: 'Questions they asked you',
  motion: 'Work that started',
  routing: 'Things that needed two of them',
};

/** What only the user could answer: an emergency, safety, a first week, confidential, legally theirs. */
export const WARRANTED_LABEL = 'of these, it had to be you';
export const WARRANTED_MEANING =
  'An emergency, safety, a first week in the role, something confidential or legally yours. These stay out of the share.';

/** How a challenge was met. */
export const MET = ['thanked', 'explored', 'deflected'] as const;
export type Met = (typeof MET)[number];

/** One counted thing, before it is stored. `n` may be 0: counted, and there were none. */
export interface Tally {
  readonly code: Code;
  readonly subtype: string | null;
  readonly warranted: boolean;
  readonly n: number;
}

/** More than this in one entry is a slip of the finger. */
export const MOST_AT_ONCE = 999;

/** The written form of a counter: `a`, `a!`, `w:fit`. */
export function tallyKey(tally: Pick<Tally, 'code' | 'subtype' | 'warranted'>): string {
  return `${tally.code}${tally.subtype ? `:${tally.subtype}` : ''}${tally.warranted ? '!' : ''}`;
}

/** Every key that `tallies` may hold, codes first: what a mistyped one is compared with. */
export const TALLY_KEYS: readonly string[] = [
  ...CODES.flatMap((code) => (code === 'a' ? ['a', 'a!'] : [code])),
  ...CODES.flatMap((code) => COUNTERS[code].subtypes.map((subtype) => `${code}:${subtype}`)),
  ...CODES.map((code) => COUNTERS[code].word),
];

/**
 * Reads one key of a tally: a code or its word, with a subtype after a colon and `!` (or `w` behind `a`) for warranted.
 * Returns undefined for anything else, so that the caller can name the nearest one.
 */
export function parseTallyKey(key: string): Omit<Tally, 'n'> | undefined {
  const written = key.toLowerCase();
  const warranted = written === 'aw' || written.endsWith('!');
  const bare = written === 'aw' ? 'a' : written.replace(/!$/, '');
  const [head = '', subtype, ...rest] = bare.split(':');
  const code = CODES.find((each) => each === head || COUNTERS[each].word === head);
  if (!code || rest.length > 0) return undefined;
  if (warranted && code !== 'a') return undefined;
  if (subtype !== undefined && !COUNTERS[code].subtypes.includes(subtype)) return undefined;
  return { code, subtype: subtype ?? null, warranted };
}

/** One argument of `praxis tally`: `a2`, `c`, `handed-back`, `w:fit`, `a!`, `answered3!`. */
export function parseTallyWord(word: string): Tally | undefined {
  const match = /^(.*?)(\d+)?(!)?$/.exec(word);
  const [, head = '', count, bang = ''] = match ?? [];
  const key = parseTallyKey(head + bang) ?? parseTallyKey(head);
  if (!key || (bang && !key.warranted)) return undefined;
  return { ...key, n: count === undefined ? 1 : Number(count) };
}

/** Refuses what is no count. `where` names the key for the message. */
export function checkCount(n: number, where: string): void {
  if (Number.isInteger(n) && n >= 0 && n <= MOST_AT_ONCE) return;
  throw new UserError(
    `"${where}" is ${n}, which is not a count.`,
    `A count is a whole number from 0 to ${MOST_AT_ONCE}.`,
    EXIT.usage,
  );
}

export interface PairCount {
  readonly pair: Pair;
  /** On the leader side. */
  readonly right: number;
  /** Both sides, warranted answers left out. */
  readonly all: number;
  readonly warranted: number;
}

/** Adds tallies up to one row a pair, in the order of PAIRS; pairs that nobody counted are absent. */
export function countPairs(
  tallies: Iterable<Pick<Tally, 'code' | 'warranted' | 'n'>>,
): PairCount[] {
  const sums = new Map<string, number>();
  for (const { code, warranted, n } of tallies) {
    const key = warranted ? `${code}!` : code;
    sums.set(key, (sums.get(key) ?? 0) + n);
  }
  return (Object.keys(PAIRS) as Pair[]).flatMap((pair) => {
    const { left, right } = PAIRS[pair];
    if (![left, `${left}!`, right].some((key) => sums.has(key))) return [];
    const handed = sums.get(right) ?? 0;
    return [
      {
        pair,
        right: handed,
        all: handed + (sums.get(left) ?? 0),
        warranted: sums.get(`${left}!`) ?? 0,
      },
    ];
  });
}
