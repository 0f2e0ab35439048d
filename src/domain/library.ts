import type { Card } from './card.ts';
import type { PromptTemplate } from './choice.ts';
import type { Exercise } from './exercise.ts';
import type { ConversationQuestion, Facet } from './facet.ts';

/** Content that belongs together, shipped or the user's own. */
export interface Pack {
  readonly pack: string;
  readonly title?: string | undefined;
  readonly prompts?: readonly PromptTemplate[] | undefined;
  readonly exercises?: readonly Exercise[] | undefined;
  readonly questions?: readonly ConversationQuestion[] | undefined;
  readonly facets?: readonly Facet[] | undefined;
  readonly cards?: readonly Card[] | undefined;
}

export const PACK_PARTS = ['prompts', 'exercises', 'questions', 'facets', 'cards'] as const;

/** All content there is to choose from. */
export interface Library {
  readonly prompts: readonly PromptTemplate[];
  readonly exercises: readonly Exercise[];
  readonly questions: readonly ConversationQuestion[];
  readonly facets: readonly Facet[];
  readonly cards: readonly Card[];
}

/** Why a pack is left out. */
export interface PackProblem {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** One library from several packs, the shipped ones first. */
export function libraryOf(packs: readonly Pack[]): Library {
  return {
    prompts: packs.flatMap(({ prompts = [] }) => prompts),
    exercises: packs.flatMap(({ exercises = [] }) => exercises),
    questions: packs.flatMap(({ questions = [] }) => questions),
    facets: packs.flatMap(({ facets = [] }) => facets),
    cards: packs.flatMap(({ cards = [] }) => cards),
  };
}
