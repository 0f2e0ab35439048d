import { type Day, inWords } from '../domain/day.ts';
import {
  type Decision,
  missingIn,
  optionAt,
  REVERSIBILITY_WORDS,
  VERDICT_WORDS,
} from '../domain/decision.ts';
import { percentText } from './decision.ts';

/** Days with their year: the page may be read much later. */
const ALWAYS_WITH_YEAR = '0000-01-01' as Day;

/**
 * An options page for the team, as Markdown. People by their codes. Whatever was written by hand stands as a quotation,
 * so no heading, list or fence in it can change the page around it.
 */
export function decisionPage(decision: Decision): string {
  const { question, owner, openedOn, dueOn, challenger, options, sign } = decision;
  const { chosen, chosenOn, complete, lookBacks } = decision;
  const on = (day: Day) => inWords(day, ALWAYS_WITH_YEAR);
  const option = optionAt(decision, chosen);
  const missing = chosen === null ? missingIn(decision) : [];
  const facts = [
    `- Decides: ${owner ?? 'the manager'}`,
    `- Opened: ${on(openedOn)}`,
    ...(dueOn ? [`- To be settled by: ${on(dueOn)}`] : []),
    ...(challenger ? [`- Argues against the favourite: ${challenger}`] : []),
  ];
  const blocks = [
    '# Options page',
    words(question),
    facts.join('\n'),
    ...options.flatMap((each) => [
      `## Option ${each.place}${each.statusQuo ? ': leaving things as they are' : ''}`,
      words(each.title),
      ...said('Benefits', each.benefits),
      ...said('Costs', each.costs),
      ...said('Who carries the costs', each.bearers),
      [
        `- Undone: ${each.reversibility ? REVERSIBILITY_WORDS[each.reversibility] : 'not said'}`,
        `- Sure: ${each.confidence === null ? 'not said' : percentText(each.confidence)}`,
      ].join('\n'),
    ]),
    '## Choice',
    ...(option && chosenOn
      ? [
          `Option ${option.place}, ${on(chosenOn)}${complete ? '' : ', before the page was whole'}.`,
          words(option.title),
        ]
      : ['Not made yet.']),
    ...said('What would show that it was wrong', sign),
    ...(missing.length > 0
      ? [`Still missing:\n\n${missing.map((each) => `- ${each}`).join('\n')}`]
      : []),
    ...(lookBacks.length > 0 ? ['## Looking back'] : []),
    ...lookBacks.flatMap(({ dueOn: due, heldOn, verdict, text }) =>
      heldOn && verdict
        ? [`${on(heldOn)}: ${VERDICT_WORDS[verdict]}.`, ...(text ? [words(text)] : [])]
        : [`To come: ${on(due)}.`],
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function said(label: string, text: string | null): string[] {
  return text === null ? [`${label}: not said.`] : [`${label}:`, words(text)];
}

// Every line end begins the quotation anew, a lone carriage return too; and no tag is left: an open comment would hide
// the rest of the page from whoever reads it in a browser.
function words(text: string): string {
  const plain = text.replaceAll(/<(?=[a-z/!?])/gi, '&lt;');
  return `> ${plain.replaceAll(/\r\n|[\r\n]/g, '$&> ')}`;
}
