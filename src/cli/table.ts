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
  { name: 'today', group: 'Practise', summary: 'what today holds, and its prompt', load: () => import('./today.ts') },
  { name: 'pause', group: 'Practise', summary: 'leave it be for a while',
    beside: 'today', load: () => import('./pause.ts') },
  { name: 'reflect', group: 'Practise', summary: 'the daily session, about three minutes', load: () => import('./reflect.ts') },
  { name: 'checkin', group: 'Practise', summary: 'the weekly session, about ten minutes', load: () => import('./checkin.ts') },
  { name: 'tally', group: 'Practise', summary: 'count a moment, keep a thought', load: () => import('./tally.ts') },
  { name: 'note', group: 'Practise', summary: 'keep a thought',
    beside: 'tally', load: () => import('./note.ts') },
  { name: 'intend', group: 'Practise', summary: 'plan: if this happens, then I do that', load: () => import('./intend.ts') },
  { name: 'intentions', group: 'Practise', summary: 'the plans and what became of them',
    beside: 'intend', load: () => import('./intentions.ts') },
  { name: 'done', group: 'Practise', summary: 'say what became of a plan or promise', load: () => import('./done.ts') },
  { name: 'keep', group: 'Practise', summary: 'a promise was kept', beside: 'done', load: () => import('./keep.ts') },
  { name: 'drop', group: 'Practise', summary: 'a promise was taken back', beside: 'done', load: () => import('./drop.ts') },
  {
    name: 'exercise',
    group: 'Practise',
    summary: 'try something: offer, plan, do, follow up',
    load: () => import('./exercise.ts'),
  },
  { name: 'why', group: 'Practise', summary: "how today's prompt was chosen, term by term", beside: 'today', load: () => import('./why.ts') },
  {
    name: 'learn',
    group: 'Practise',
    summary: 'one short card a week, with its sources', beside: 'exercise', load: () => import('./learn.ts'),
  },
  { name: 'person', group: 'People', summary: 'the people you lead: add, list, show, contact', load: () => import('./person.ts') },
  { name: 'prep', group: 'People', summary: 'one page before a one-on-one', beside: 'person', load: () => import('./prep.ts') },
  { name: 'audit', group: 'People', summary: 'what you know of them, and what to ask', load: () => import('./audit.ts') },
  { name: 'know', group: 'People', summary: 'note what you know of how somebody works', beside: 'audit', load: () => import('./know.ts') },
  { name: 'question', group: 'People', summary: 'open questions for a one-on-one, yours to change', beside: 'audit', load: () => import('./question.ts') },
  { name: 'focus', group: 'People', summary: 'where you are heading, and how you lead', load: () => import('./focus.ts') },
  { name: 'promise', group: 'People', summary: 'what was promised, by you and to you', load: () => import('./promise.ts') },
  { name: 'promises', group: 'People', summary: 'open promises, and what was kept',
    beside: 'promise', load: () => import('./promises.ts') },
  { name: 'decide', group: 'People', summary: 'options pages: compare, choose, look back', load: () => import('./decide.ts') },
  { name: 'list', group: 'See', summary: 'read what you wrote', load: () => import('./list.ts') },
  { name: 'show', group: 'See', summary: 'one entry, or one day', beside: 'list', load: () => import('./show.ts') },
  { name: 'search', group: 'See', summary: 'find words in what you wrote', beside: 'list', load: () => import('./search.ts') },
  { name: 'due', group: 'See', summary: 'who and what is waiting for you', load: () => import('./due.ts') },
  { name: 'query', group: 'See', summary: 'ask the journal in SQL, reading only', load: () => import('./query.ts') },
  { name: 'series', group: 'See', summary: 'numbers of your own: is there a drift?',
    beside: 'query', load: () => import('./series.ts') },
  { name: 'edit', group: 'Journal', summary: 'mend an entry, or remove it', load: () => import('./edit.ts') },
  { name: 'delete', group: 'Journal', summary: 'remove an entry', beside: 'edit', load: () => import('./delete.ts') },
  { name: 'undo', group: 'Journal', summary: 'turn commands back, and see them', load: () => import('./undo.ts') },
  { name: 'redo', group: 'Journal', summary: 'bring back what was undone',
    beside: 'undo', load: () => import('./redo.ts') },
  { name: 'history', group: 'Journal', summary: 'the commands that changed the journal', beside: 'undo', load: () => import('./history.ts') },
  { name: 'export', group: 'Safety', summary: 'the journal as files you own, and back', load: () => import('./export.ts') },
  { name: 'import', group: 'Safety', summary: 'bring a journal back, or in',
    beside: 'export', load: () => import('./import.ts') },
  { name: 'backup', group: 'Safety', summary: 'checked copies; holding still; a doctor', load: () => import('./backup.ts') },
  { name: 'hold', group: 'Safety', summary: 'stop all deleting until it is lifted',
    beside: 'backup', load: () => import('./hold.ts') },
  { name: 'doctor', group: 'Safety', summary: 'look for what is wrong, and mend it',
    beside: 'backup', load: () => import('./doctor.ts') },
  {
    name: 'pack',
    group: 'Setup',
    summary: 'prompts and exercises: shipped and yours',
    load: () => import('./pack.ts'),
  },
  { name: 'schema', group: 'Setup', summary: 'JSON Schemas of what praxis prints and takes',
    beside: 'pack', load: () => import('./schema.ts') },
  { name: 'remind', group: 'Setup', summary: 'let the machine say what is due, at a time of yours',
    beside: 'pack', load: () => import('./remind.ts') },
  { name: 'config', group: 'Setup', summary: 'settings: list, get, set', load: () => import('./config.ts') },
  { name: 'completion', group: 'Setup', summary: 'let your shell complete what you type',
    beside: 'config', load: () => import('./completion.ts') },
]; // biome-ignore format: a table
