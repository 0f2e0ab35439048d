import type { Day } from './day.ts';
import type { LabelSide } from './person.ts';
import type { ChangeItem } from './review.ts';
import type { Answers } from './session.ts';

/** A word for somebody, as a review takes it. */
export interface SaidLabel {
  readonly person: string;
  readonly word: string;
  readonly side: LabelSide | null;
}

/** What a review writes into other records. Absent: not asked; null: asked and skipped. */
export interface ReviewRecords {
  readonly breaks?: readonly { readonly on: Day; readonly reason: string }[] | null;
  readonly labels?: readonly SaidLabel[] | null;
  /** What people may be one day, by code; null takes it away. */
  readonly futureRoles?: Readonly<Record<string, string | null>> | null;
  readonly choice?: { readonly text: string; readonly because: string | null } | null;
  /** The moments that the plans of stop, start and expect begin with. */
  readonly cues?: { readonly [Item in ChangeItem]?: string };
}

/** What was said in a review, or in a part of it. */
export interface Said {
  readonly answers: Answers;
  readonly records: ReviewRecords;
}

export const NOTHING_SAID: Said = { answers: {}, records: {} };

/** The later words over the earlier ones; what was said of people stays side by side. */
export function together(earlier: Said, later: Said): Said {
  const { answers, records } = later;
  const both = <T extends object>(one: T | null | undefined, other: T | null | undefined) =>
    one && other ? { ...one, ...other } : (other ?? one);
  const leads = both(earlier.answers.leads, answers.leads);
  const R5 = both(earlier.answers.R5, answers.R5);
  const parts = both(earlier.answers.parts, answers.parts);
  const cues = both(earlier.records.cues, records.cues);
  return {
    answers: {
      ...earlier.answers,
      ...answers,
      ...(leads ? { leads } : {}),
      ...(R5 ? { R5 } : {}),
      ...(parts ? { parts } : {}),
    },
    records: { ...earlier.records, ...records, ...(cues ? { cues } : {}) },
  };
}

/** True when there is nothing in it at all. */
export function saysNothing({ answers, records }: Said): boolean {
  return Object.keys(answers).length === 0 && Object.keys(records).length === 0;
}

/** What of the later answers is not in the earlier ones as it stands there; what is skipped never takes a word back. */
export function newIn(earlier: Answers, later: Answers): Answers {
  const fresh = Object.entries(later).flatMap(([key, value]): [string, unknown][] => {
    const before = earlier[key as keyof Answers];
    if (isByKey(key) && value !== null && typeof value === 'object') {
      const inside = newIn((before ?? {}) as Answers, value as Answers);
      return Object.keys(inside).length > 0 ? [[key, inside]] : [];
    }
    const same = before === value || (value === null && before !== undefined);
    return same ? [] : [[key, value]];
  });
  return Object.fromEntries(fresh) as Answers;
}

/** Whether new answers contradict what stands there: something was said, and now it says something else. */
export function contradicts(earlier: Answers, fresh: Answers): boolean {
  return Object.entries(fresh).some(([key, value]) => {
    const before = earlier[key as keyof Answers];
    if (key === 'parts' || before === undefined || before === null) return false;
    if (isByKey(key)) return contradicts(before as Answers, value as Answers);
    return before !== value;
  });
}

/** Answers by the code of a person, or by the id of a part. */
function isByKey(key: string): boolean {
  return key === 'R5' || key === 'leads' || key === 'parts';
}
