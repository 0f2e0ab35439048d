import type { Named } from '../domain/named.ts';
import type { EntryKind } from './entry-kind.ts';

/** Every kind of entry that an id can name; only the one that was named is loaded. */
const KINDS: Readonly<Record<Named, () => Promise<EntryKind>>> = {
  session: async () => (await import('./entry-session.ts')).SESSION,
  intention: async () => (await import('./entry-intention.ts')).INTENTION,
  exercise_run: async () => (await import('./entry-exercise.ts')).RUN,
  exercise_log: async () => (await import('./entry-exercise.ts')).LOG,
  promise: async () => (await import('./entry-promise.ts')).PROMISE,
  decision: async () => (await import('./entry-decision.ts')).DECISION,
  milestone: async () => (await import('./entry-words.ts')).MILESTONE,
  statement: async () => (await import('./entry-words.ts')).STATEMENT,
  heard: async () => (await import('./entry-words.ts')).HEARD,
  knowledge: async () => (await import('./entry-known.ts')).KNOWLEDGE,
  question: async () => (await import('./entry-known.ts')).QUESTION,
  question_asked: async () => (await import('./entry-known.ts')).ASKED,
  label: async () => (await import('./entry-person.ts')).LABEL,
  benefit: async () => (await import('./entry-person.ts')).BENEFIT,
  contact: async () => (await import('./entry-person.ts')).CONTACT,
  series_break: async () => (await import('./entry-break.ts')).BREAK,
  series: async () => (await import('./entry-series.ts')).OWN_SERIES,
};

export function entryKind(noun: Named): Promise<EntryKind> {
  return KINDS[noun]();
}
