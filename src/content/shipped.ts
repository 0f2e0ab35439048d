import type { Pack } from '../domain/library.ts';
import { CARDS } from './cards.ts';
import { EXERCISES } from './exercises.ts';
import { FACETS } from './facets.ts';
import { PROMPTS } from './prompts.ts';
import { QUESTIONS } from './questions.ts';

/** What praxis comes with, one pack a part: short to show and easy to copy from. */
export const SHIPPED: readonly Pack[] = [
  { pack: 'prompts', title: 'The daily prompts', prompts: PROMPTS },
  { pack: 'exercises', title: 'The exercises X1 to X20', exercises: EXERCISES },
  { pack: 'questions', title: 'Open questions for a one-on-one', questions: QUESTIONS },
  { pack: 'facets', title: 'What is worth knowing about how somebody works', facets: FACETS },
  { pack: 'cards', title: 'What is known, in short', cards: CARDS },
];
