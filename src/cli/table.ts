import type { Register } from './register.ts';

/** A command. Only the one that was called is ever loaded. */
export interface Entry {
  readonly name: string;
  /** What the tab key says of it. */
  readonly summary: string;
  readonly load: () => Promise<{ readonly register: Register }>;
}

export const GROUPS = ['Practise', 'People', 'See', 'Journal', 'Safety', 'Setup'] as const;

/** A line of the overview: commands that belong together, and what they are for. */
export interface Line {
  readonly group: (typeof GROUPS)[number];
  readonly names: readonly string[];
  readonly about: string;
}

/** `praxis --help`: every command once, on one screen. */
export const OVERVIEW: readonly Line[] = [
  { group: 'Practise', names: ['today', 'why'], about: 'what today holds; why this prompt' },
  { group: 'Practise', names: ['reflect'], about: 'the daily session, about three minutes' },
  { group: 'Practise', names: ['checkin', 'review'], about: 'week by week; by month and quarter' },
  { group: 'Practise', names: ['tally', 'note'], about: 'count a moment, keep a thought' },
  { group: 'Practise', names: ['intend', 'intentions'], about: 'if this happens, then I do that' },
  { group: 'Practise', names: ['done', 'keep', 'drop'], about: 'what became of a plan or a promise' },
  { group: 'Practise', names: ['exercise', 'learn'], about: 'something to try; one card a week' },
  { group: 'Practise', names: ['pause', 'finish'], about: 'days off; the end, with a summary' },
  { group: 'People', names: ['person', 'prep'], about: 'those you lead; before a one-on-one' },
  { group: 'People', names: ['audit', 'know', 'question'], about: 'what you know, assume and could ask' },
  { group: 'People', names: ['promise', 'promises'], about: 'what was promised, by you and to you' },
  { group: 'People', names: ['decide', 'focus'], about: 'options compared; where you are heading' },
  { group: 'See', names: ['list', 'show', 'search'], about: 'read what you wrote' },
  { group: 'See', names: ['due'], about: 'who and what is waiting for you' },
  { group: 'See', names: ['trends', 'series', 'break'], about: 'what is moving; numbers of yours; cuts' },
  { group: 'See', names: ['query'], about: 'ask the journal in SQL, reading only' },
  { group: 'Journal', names: ['edit', 'delete'], about: 'mend an entry, or remove it' },
  { group: 'Journal', names: ['undo', 'redo', 'history'], about: 'turn commands back, and see them' },
  { group: 'Safety', names: ['export', 'import'], about: 'the journal as files you own, and back' },
  { group: 'Safety', names: ['backup', 'doctor', 'hold'], about: 'copies that restore; what is wrong' },
  { group: 'Setup', names: ['pack', 'config'], about: 'questions of your own; settings' },
  { group: 'Setup', names: ['completion', 'remind', 'schema'], about: 'tab key, reminder, JSON Schemas' },
]; // biome-ignore format: a table

export const COMMANDS: readonly Entry[] = [
  { name: 'today', summary: 'what today holds; the same as praxis alone', load: () => import('./today.ts') },
  { name: 'why', summary: "how today's prompt was chosen, term by term", load: () => import('./why.ts') },
  { name: 'reflect', summary: 'the daily session, about three minutes', load: () => import('./reflect.ts') },
  { name: 'checkin', summary: 'the weekly session, about eight minutes', load: () => import('./checkin.ts') },
  { name: 'review', summary: 'the monthly and the quarterly look back', load: () => import('./review.ts') },
  { name: 'tally', summary: 'count a moment as it happens', load: () => import('./tally.ts') },
  { name: 'note', summary: 'keep a thought', load: () => import('./note.ts') },
  { name: 'intend', summary: 'plan: if this happens, then I do that', load: () => import('./intend.ts') },
  { name: 'intentions', summary: 'the plans and what became of them', load: () => import('./intentions.ts') },
  { name: 'done', summary: 'say what became of a plan', load: () => import('./done.ts') },
  { name: 'keep', summary: 'a promise was kept', load: () => import('./keep.ts') },
  { name: 'drop', summary: 'a promise was taken back', load: () => import('./drop.ts') },
  { name: 'exercise', summary: 'try something: offer, plan, do, follow up', load: () => import('./exercise.ts') },
  { name: 'learn', summary: 'one short card a week, with its sources', load: () => import('./learn.ts') },
  { name: 'pause', summary: 'leave it be for a while', load: () => import('./pause.ts') },
  { name: 'finish', summary: 'end the practice, with a summary', load: () => import('./finish.ts') },
  { name: 'person', summary: 'the people you lead: add, list, show, contact', load: () => import('./person.ts') },
  { name: 'prep', summary: 'one page before a one-on-one', load: () => import('./prep.ts') },
  { name: 'audit', summary: 'what you know of people, and what you assume', load: () => import('./audit.ts') },
  { name: 'know', summary: 'note what you know of how somebody works', load: () => import('./know.ts') },
  { name: 'question', summary: 'open questions for a one-on-one, yours to change', load: () => import('./question.ts') },
  { name: 'promise', summary: 'what was promised, by you and to you', load: () => import('./promise.ts') },
  { name: 'promises', summary: 'open promises, and what was kept', load: () => import('./promises.ts') },
  { name: 'decide', summary: 'options pages: compare, choose, look back', load: () => import('./decide.ts') },
  { name: 'focus', summary: 'where you are heading, and how you lead', load: () => import('./focus.ts') },
  { name: 'list', summary: 'the last entries', load: () => import('./list.ts') },
  { name: 'show', summary: 'one entry, or one day', load: () => import('./show.ts') },
  { name: 'search', summary: 'find words in what you wrote', load: () => import('./search.ts') },
  { name: 'due', summary: 'who and what is waiting for you', load: () => import('./due.ts') },
  { name: 'trends', summary: 'where you are moving, with its uncertainty', load: () => import('./trends.ts') },
  { name: 'series', summary: 'numbers of your own over time', load: () => import('./series.ts') },
  { name: 'break', summary: 'cut the series: a new team, a long leave', load: () => import('./break.ts') },
  { name: 'query', summary: 'ask the journal in SQL, reading only', load: () => import('./query.ts') },
  { name: 'edit', summary: 'mend an entry', load: () => import('./edit.ts') },
  { name: 'delete', summary: 'remove an entry', load: () => import('./delete.ts') },
  { name: 'undo', summary: 'turn the last command back', load: () => import('./undo.ts') },
  { name: 'redo', summary: 'bring back what was undone', load: () => import('./redo.ts') },
  { name: 'history', summary: 'the commands that changed the journal', load: () => import('./history.ts') },
  { name: 'export', summary: 'the journal as files you own', load: () => import('./export.ts') },
  { name: 'import', summary: 'bring a journal back, or in', load: () => import('./import.ts') },
  { name: 'backup', summary: 'copies that restore: make, list, verify, restore', load: () => import('./backup.ts') },
  { name: 'doctor', summary: 'look for what is wrong, and mend it', load: () => import('./doctor.ts') },
  { name: 'hold', summary: 'stop all deleting until it is lifted', load: () => import('./hold.ts') },
  { name: 'pack', summary: 'prompts and exercises: shipped and yours', load: () => import('./pack.ts') },
  { name: 'config', summary: 'settings: list, get, set', load: () => import('./config.ts') },
  { name: 'completion', summary: 'let your shell complete what you type', load: () => import('./completion.ts') },
  { name: 'remind', summary: 'let the machine say what is due, at a time of yours', load: () => import('./remind.ts') },
  { name: 'schema', summary: 'JSON Schemas of what praxis prints and takes', load: () => import('./schema.ts') },
]; // biome-ignore format: a table
