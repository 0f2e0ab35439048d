import type { EntryRating, RatingItem, RatingScale } from '../domain/rating.ts';

/** The daily self-ratings. A changed question or anchor gets a new version: it is another series then. */
export const RATINGS: Readonly<Record<RatingItem, RatingScale>> = {
  R1: {
    item: 'R1',
    version: 1,
    question: 'Whose thinking moved the work you touched today?',
    anchors: [
      'mine alone',
      'mine, with their details',
      'both about equally',
      'theirs, with my questions',
      'theirs, I only learned of it',
    ],
  },
  R2: {
    item: 'R2',
    version: 1,
    question: 'When you could have answered and did not, how was it?',
    anchors: [
      'I answered every time',
      'I held back once and it itched',
      'about half and half',
      'mostly easy',
      'it no longer felt like holding back',
    ],
  },
  R3: {
    item: 'R3',
    version: 1,
    question: 'Could you say what each person is wrestling with this week?',
    anchors: ['nobody', 'one or two', 'half', 'most', 'everyone, and they told me themselves'],
  },
};

/** Whom I lead, asked about one person at their audit. `{person}` stands for their code. */
export const WHOM_I_LEAD: RatingScale = {
  item: 'R0',
  version: 1,
  question: 'When work is unclear, what does {person} mostly do?',
  anchors: [
    'waits until I say',
    'asks me what to do',
    'asks, with a view of their own',
    'goes ahead and tells me',
    'goes ahead and takes others along',
  ],
};

/** The current version of each rating item, for storing with a value. */
export const RATING_VERSIONS: Readonly<Record<EntryRating, number>> = {
  R0: WHOM_I_LEAD.version,
  R1: RATINGS.R1.version,
  R2: RATINGS.R2.version,
  R3: RATINGS.R3.version,
};
