import type { Register } from './register.ts';

export const GROUPS = ['Practise', 'People', 'See', 'Journal', 'Safety', 'Setup'] as const;

export interface Entry {
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  readonly summary: string;
  /** The command on whose line of the overview this one stands. */
  readonly beside?: string;
  /** Only the command that was called is ever loaded. */
  readonly load: () => Promise<{ readonly register: Register }>;
}

export const COMMANDS: readonly Entry[] = [
  { name: 'today', group: 'Practise', summary: 'what today holds; the same as praxis alone', load: () => import('./today.ts') },
  { name: 'reflect', group: 'Practise', summary: 'the daily session, about three minutes', load: () => import('./reflect.ts') },
  { name: 'tally', group: 'Practise', summary: 'count a moment as it happens', load: () => import('./tally.ts') },
  { name: 'note', group: 'Practise', summary: 'keep a thought', load: () => import('./note.ts') },
  { name: 'intend', group: 'Practise', summary: 'plan: if this happens, then I do that', load: () => import('./intend.ts') },
  { name: 'intentions', group: 'Practise', summary: 'the plans and what became of them',
    beside: 'intend', load: () => import('./intentions.ts') },
  { name: 'done', group: 'Practise', summary: 'say what became of a plan', load: () => import('./done.ts') },
  {
    name: 'exercise',
    group: 'Practise',
    summary: 'try something: offer, plan, do, follow up',
    load: () => import('./exercise.ts'),
  },
  { name: 'why', group: 'Practise', summary: "how today's prompt was chosen, term by term", load: () => import('./why.ts') },
  {
    name: 'learn',
    group: 'Practise',
    summary: 'one short card a week, with its sources',
    load: () => import('./learn.ts'),
  },
  { name: 'person', group: 'People', summary: 'the people you lead: add, list, show, contact', load: () => import('./person.ts') },
  { name: 'list', group: 'See', summary: 'the last entries', load: () => import('./list.ts') },
  { name: 'show', group: 'See', summary: 'one entry, or one day', load: () => import('./show.ts') },
  { name: 'search', group: 'See', summary: 'find words in what you wrote', load: () => import('./search.ts') },
  { name: 'query', group: 'See', summary: 'ask the journal in SQL, reading only', load: () => import('./query.ts') },
  { name: 'edit', group: 'Journal', summary: 'mend an entry', load: () => import('./edit.ts') },
  { name: 'delete', group: 'Journal', summary: 'remove an entry', load: () => import('./delete.ts') },
  { name: 'undo', group: 'Journal', summary: 'turn the last command back, or back again', load: () => import('./undo.ts') },
  { name: 'redo', group: 'Journal', summary: 'bring back what was undone',
    beside: 'undo', load: () => import('./redo.ts') },
  { name: 'history', group: 'Journal', summary: 'the commands that changed the journal', load: () => import('./history.ts') },
  { name: 'export', group: 'Safety', summary: 'the journal as files you own, and back', load: () => import('./export.ts') },
  { name: 'import', group: 'Safety', summary: 'bring a journal back, or in',
    beside: 'export', load: () => import('./import.ts') },
  { name: 'backup', group: 'Safety', summary: 'checked copies: make, list, verify, restore', load: () => import('./backup.ts') },
  { name: 'hold', group: 'Safety', summary: 'stop all deleting until it is lifted',
    beside: 'backup', load: () => import('./hold.ts') },
  {
    name: 'pack',
    group: 'Setup',
    summary: 'prompts and exercises: shipped and yours',
    load: () => import('./pack.ts'),
  },
  { name: 'schema', group: 'Setup', summary: 'JSON Schemas of what praxis prints and takes',
    beside: 'pack', load: () => import('./schema.ts') },
  { name: 'config', group: 'Setup', summary: 'settings: list, get, set', load: () => import('./config.ts') },
]; // biome-ignore format: a table
