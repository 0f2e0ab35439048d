import { describe, expect, it } from 'vitest';
import { planFor } from '../../src/cli/evening.ts';
import { PROMPTS } from '../../src/content/prompts.ts';
import { SHIPPED } from '../../src/content/shipped.ts';
import { FAMILIES } from '../../src/domain/choice.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { libraryOf } from '../../src/domain/library.ts';
import { addContact, addPerson } from '../../src/store/person.ts';
import { addSession } from '../../src/store/session-write.ts';
import { write } from '../../src/store/write.ts';
import { newSession, TestJournal } from '../support/journal.ts';
import { Home } from '../support/praxis.ts';

interface Evening {
  readonly id: string;
  readonly person: string | null;
}

/** Lives a number of evenings through the built program: two people, met now and then, some prompts skipped. */
function live(days: number, met: (day: number) => string | null): Evening[] {
  using home = new Home();
  const first = '2026-01-05' as Day;
  const at = (day: number) => ({ now: `${addDays(first, day)}T18:10:00Z` });
  home.ask(['person', 'add', 'lee'], at(0));
  home.ask(['person', 'add', 'sam'], at(0));
  return Array.from({ length: days }, (_, day) => {
    const code = met(day);
    if (code) home.ask(['person', 'contact', code], at(day));
    const tallies = { a: day % 4, c: (day * 7) % 5, b: day % 3, p: (day * 5) % 4 };
    const prompt = day % 9 === 4 ? { text: null } : 'What I noticed today.';
    const input = JSON.stringify({ answers: { tallies, prompt } });
    const stored = home.ask<{ answers: { prompt: Evening } }>(['reflect', '--answers', '-'], {
      ...at(day),
      input,
    });
    const { id, person } = stored.answers.prompt;
    return { id, person };
  });
}

/** The same evenings without starting a program for each. */
function liveInside(days: number, met: (day: number) => string | null): Evening[] {
  using own = new TestJournal();
  const { journal } = own;
  const library = libraryOf(SHIPPED);
  const first = '2026-01-05' as Day;
  const ids = new Map(
    write(journal, 'person', (tx) =>
      ['lee', 'sam'].map((code) => [
        code,
        addPerson(tx, { code, name: null, cadenceDays: null, addedOn: first }),
      ]),
    ) as [string, string][],
  );
  return Array.from({ length: days }, (_, day) => {
    const on = addDays(first, day);
    const talkedTo = ids.get(met(day) ?? '');
    if (talkedTo) write(journal, 'contact', (tx) => addContact(tx, talkedTo, on, null));
    const { prompt } = planFor(journal, library, on, on, {});
    if (!prompt) throw new Error(`no prompt on ${on}`);
    const tallies = { a: day % 4, c: (day * 7) % 5, b: day % 3, p: (day * 5) % 4 };
    const text = day % 9 === 4 ? null : 'What I noticed today.';
    write(journal, 'reflect', (tx) =>
      addSession(tx, newSession(on, { tallies, prompt: { ...prompt, text } })),
    );
    return { id: prompt.id, person: prompt.person };
  });
}

function checkRules(evenings: readonly Evening[]): void {
  const familyOf = new Map(PROMPTS.map(({ id, family }) => [id, family]));
  for (let i = 0; i < evenings.length; i++) {
    const six = evenings.slice(i, i + 6).map(({ id }) => id);
    expect(new Set(six).size, `evenings ${i} to ${i + 5}: ${six}`).toBe(six.length);
    const five = evenings.slice(i, i + 5).filter(({ person }) => person !== null);
    expect(five.length, `about a person, evenings ${i} to ${i + 4}`).toBeLessThanOrEqual(2);
    if (i + 14 > evenings.length) continue;
    const asked = new Set(evenings.slice(i, i + 14).map(({ id }) => familyOf.get(id)));
    const missing = [...FAMILIES].filter((family) => !asked.has(family));
    expect(missing, `evenings ${i} to ${i + 13}`).toEqual([]);
  }
}

describe('the prompts of a year', () => {
  it('60 evenings ask at least 40 different ones, by the rules', () => {
    const evenings = liveInside(60, (day) =>
      day % 6 === 2 ? 'lee' : day % 11 === 5 ? 'sam' : null,
    );
    checkRules(evenings);
    expect(new Set(evenings.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
  });

  it('365 evenings keep to the rules, also when nobody was met for months', () => {
    const evenings = liveInside(365, (day) => (day < 60 && day % 5 === 0 ? 'lee' : null));
    checkRules(evenings);
  });

  it('are the same inside as through the built program', () => {
    const met = (day: number) => (day % 5 === 0 ? 'lee' : null);
    expect(liveInside(30, met)).toEqual(live(30, met));
  });
});
