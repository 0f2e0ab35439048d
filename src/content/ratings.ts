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

/** Clarity of direction, asked at the weekly check-in. */
export const CLARITY: RatingScale = {
  item: 'R4',
  version: 1,
  question: 'If you vanished today, who could state the focus and the next step?',
  anchors: [
    'nobody',
    'one of them, with help',
    'one or two',
    'most of them',
    'anyone on the team, in their own words',
  ],
};

/** Candour expected, asked once a month about each person. `{person}` stands for their code. */
export const CANDOUR_EXPECTED: Omit<RatingScale, 'item'> & { readonly item: 'R5' } = {
  item: 'R5',
  version: 1,
  question: 'If something went wrong in the work of {person} this morning, when do you hear of it?',
  anchors: [
    'from someone else',
    'when I ask',
    'by the next meeting',
    'the same day',
    'at once, with a first idea',
  ],
};

/** The current version of each rating item, for storing with a value. */
export const RATING_VERSIONS: Readonly<Record<EntryRating | 'R5', number>> = {
  R0: WHOM_I_LEAD.version,
  R1: RATINGS.R1.version,
  R2: RATINGS.R2.version,
  R3: RATINGS.R3.version,
  R4: CLARITY.version,
  R5: CANDOUR_EXPECTED.version,
};
