import { describe, expect, test } from 'vitest';
import { decisionText } from '../../../src/render/decision.ts';
import { decisionPage } from '../../../src/render/decision-page.ts';
import { plainStyle } from '../../../src/render/text.ts';
import { day } from '../../support/journal.ts';
import { aDecision, anOption } from '../../support/promise.ts';

const today = day('2026-11-20');

/** Lines that a Markdown reader takes for something of the page: all that do not stand in a quotation. */
const ownLines = (page: string) =>
  page.split(/\r\n|[\r\n]/).filter((line) => !line.startsWith('> ') && line !== '');

describe('an options page for the team', () => {
  const breaking =
    'x\n# Choice\r## Option 9\r\n- Decides: kim\n\n```\n<!-- \n</blockquote>\n    code';

  test('is the same page whatever was written into it', () => {
    const plain = aDecision({ challenger: 'sam', dueOn: day('2026-11-27') });
    const texts = { benefits: breaking, costs: breaking, bearers: breaking };
    const hostile = {
      ...plain,
      question: breaking,
      sign: breaking,
      options: plain.options.map((option) => ({ ...option, ...texts, title: breaking })),
    };
    expect(ownLines(decisionPage(hostile))).toEqual(ownLines(decisionPage(plain)));
    expect(decisionPage(hostile)).not.toMatch(/<[a-z/!]/i);
  });

  test('says who decides, each option with its fields, and what is missing', () => {
    const page = decisionPage(
      aDecision({ sign: null, options: [anOption(1, { costs: null, confidence: null })] }),
    );
    expect(page).toContain('# Options page\n\n> Which vendor?\n\n- Decides: lee\n');
    expect(page).toContain('Benefits:\n\n> sooner\n\nCosts: not said.\n');
    expect(page).toContain('- Undone: easily\n- Sure: not said');
    expect(page).toContain('Not made yet.');
    expect(page).toContain('- option 1: costs, how sure you are');
    expect(page).toContain('- the sign that would show it was wrong');
  });

  test('of a choice has the sign and the looks back, and nothing that is missing', () => {
    const page = decisionPage(
      aDecision({
        chosen: 2,
        chosenOn: today,
        complete: false,
        options: [anOption(1, { costs: null }), anOption(2)],
        lookBacks: [
          {
            id: 'a',
            dueOn: day('2026-12-20'),
            heldOn: day('2026-12-21'),
            verdict: 'changed',
            text: 'rented first',
          },
          { id: 'b', dueOn: day('2027-02-18'), heldOn: null, verdict: null, text: null },
        ],
      }),
    );
    expect(page).toContain('Option 2, Friday 20 November 2026, before the page was whole.');
    expect(page).toContain('What would show that it was wrong:\n\n> two outages in one month');
    expect(page).toContain('Monday 21 December 2026: it was changed.\n\n> rented first');
    expect(page).toContain('To come: Thursday 18 February 2027.');
    expect(page).not.toContain('missing');
  });

  test('of mine names nobody', () => {
    expect(decisionPage(aDecision({ owner: null }))).toContain('- Decides: the manager');
  });
});

test('a page on a screen says what is missing only while it is open', () => {
  const look = (more: Parameters<typeof aDecision>[0]) =>
    decisionText(aDecision({ sign: null, ...more }), today, plainStyle(80));
  expect(look({})).toContain('Still missing:\n    the sign');
  const chosen = look({ chosen: 1, chosenOn: today, complete: false });
  expect(chosen).not.toContain('missing');
  expect(chosen).toContain('Chosen Friday 20 November: 1 Way 1 (before the page was whole)');
});
