import type { Day } from '../domain/day.ts';
import type { MeasurePart } from '../domain/measure.ts';
import type { Journal } from '../store/journal.ts';
import { type Figure, lacking, NOTHING, partial } from './figure.ts';
import { contactOver } from './team-contact.ts';
import { type TeamOn, teamOver } from './team-coverage.ts';

/** How well people are known: the mean over the team, and each of them. */
export function known(journal: Journal, on: Day): Figure {
  const { people, team } = teamOn(journal, on);
  const parts = people.map(({ code, ac }) => person(code, ac));
  if (team.kind === 'needs') return lacking(team.needs, people.length, parts);
  return { ...NOTHING, value: team.ac, n: team.people, needs: null, parts };
}

/** How much of what is believed of people is a guess: the mean over those of whom something is. */
export function assumed(journal: Journal, on: Day): Figure {
  const { people } = teamOn(journal, on);
  const parts = people.map(({ code, al }) => person(code, al));
  const values = parts.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return lacking('1 facet of somebody known or assumed', 0, parts);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { ...NOTHING, value: mean, n: values.length, needs: null, parts };
}

/** How much of the team is in contact. */
export function contact(journal: Journal, on: Day): Figure {
  const [today] = contactOver(journal, [on]);
  if (!today || today.contact.kind === 'needs') {
    return lacking(today?.contact.kind === 'needs' ? today.contact.needs : '1 active person', 0);
  }
  const { coverage, within, people } = today.contact;
  const parts = partial([{ part: 'within', x: within, n: people }]);
  return { ...NOTHING, value: coverage, n: people, needs: null, parts };
}

function teamOn(journal: Journal, on: Day): TeamOn {
  const [team] = teamOver(journal, [on]);
  if (!team) throw new Error(`no team on ${on}`);
  return team;
}

function person(code: string, value: number | null): MeasurePart {
  return { part: code, x: null, n: null, value, used: value !== null };
}
