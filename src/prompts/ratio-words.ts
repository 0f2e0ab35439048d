import type { RatioItem } from '../domain/ratio.ts';

/** How each ratio of trust is asked for: all of it, then the part. */
export const RATIO_QUESTIONS: Readonly<
  Record<
    RatioItem,
    {
      readonly heading: string;
      readonly all: string;
      readonly part: string;
      readonly explain: string;
    }
  >
> = {
  kept: {
    heading: 'Promises of yours, in the week',
    all: 'came due',
    part: 'of these, kept on time',
    explain: 'What you said you would do, and by when. A promise without a day is in no count.',
  },
  loops: {
    heading: 'Openings of yours',
    all: 'offered',
    part: 'of these, met with one of theirs',
    explain: 'You said something that could be held against you: a doubt, a mistake, a limit.',
  },
  listening: {
    heading: 'Giving back what you heard',
    all: 'times you gave it back',
    part: 'accepted by the second try',
    explain: 'In your words, until they said: yes, that is it.',
  },
  questions: {
    heading: 'Questions you asked, in one talk of your choice',
    all: 'questions',
    part: 'of these, open ones',
    explain: 'Open: you did not have the answer, and it could change what you do.',
  },
  badNews: {
    heading: 'Bad news that reached you',
    all: 'pieces',
    part: 'of these, before you found out',
    explain: 'They brought it before you saw it, or heard it from somebody else.',
  },
};
