import { type Candidate, CHOICE, PAIR_OF, type Terms, wording } from '../domain/choice.ts';
import type { Day } from '../domain/day.ts';
import type { PromptAnswer } from '../domain/session.ts';
import { COUNTERS, PAIRS } from '../domain/tally.ts';
import { INDENT, padEnd, paragraph, type Style, visibleLine } from './text.ts';

/** Candidates shown beside the chosen one. */
const SHOWN = 4;

const TERM_WORDS: Readonly<Record<keyof Terms, string>> = {
  overdue: 'a talk with the person is due',
  unknown: 'little is known of how they work',
  weak: 'what the counts say of its theme',
  neglect: 'the theme was not asked for a while',
  followUp: 'an exercise follow-up falls today',
  balance: 'four prompts in a row looked for problems',
  skipped: 'it was skipped lately',
};

export function whyDocument(
  on: Day,
  ranked: readonly Candidate[],
  asked: PromptAnswer | null,
): Record<string, unknown> {
  return {
    schema: 'praxis.why/1',
    on,
    asked: asked && { id: asked.id, person: asked.person, question: asked.question },
    candidates: ranked.slice(0, SHOWN + 1).map(({ template, person, terms, score, lastUsed }) => ({
      id: template.id,
      family: template.family,
      person,
      question: wording(template, person),
      score,
      terms,
      lastUsed,
    })),
  };
}

export function whyText(
  ranked: readonly Candidate[],
  asked: PromptAnswer | null,
  style: Style,
): string {
  const put = ranked.find(
    ({ template, person }) => template.id === asked?.id && person === asked.person,
  );
  const chosen = put ?? ranked[0];
  const others = ranked.filter((each) => each !== chosen);
  if (!chosen)
    return `${INDENT}No prompt fits today: each was put in the last ${CHOICE.sessionsBetweenUses} sessions.`;
  const was =
    asked && !put
      ? [
          paragraph(`Today's session put another one: ${visibleLine(asked.question)}`, style.width),
          '',
        ]
      : [];
  const terms = (Object.keys(TERM_WORDS) as (keyof Terms)[]).map((term) => {
    const value = chosen.terms[term];
    const words = termWords(term, chosen);
    const line = `${INDENT}  ${padEnd(signed(value), 7)} ${words}`;
    return value === 0 ? style.dim(line) : line;
  });
  const hanging = ' '.repeat(INDENT.length + 10);
  const rest = others.slice(0, SHOWN).map((each) => {
    const text = paragraph(wording(each.template, each.person), style.width, hanging);
    return `${INDENT}  ${padEnd(each.score.toFixed(2), 7)} ${text.trimStart()}`;
  });
  return [
    ...was,
    style.bold(paragraph(wording(chosen.template, chosen.person), style.width)),
    '',
    ...terms,
    `${INDENT}  ${padEnd(chosen.score.toFixed(2), 7)} together`,
    '',
    `${INDENT}The next in line`,
    ...rest.map((line) => style.dim(line)),
    '',
    style.dim(
      paragraph(
        `Within ${CHOICE.nearTie} of each other the one used longest ago is taken. Nothing is random.`,
        style.width,
      ),
    ),
  ].join('\n');
}

function signed(value: number): string {
  return value === 0 ? '0' : `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}

/** What a term says of this candidate: with its figures where there are some. */
function termWords(term: keyof Terms, chosen: Candidate): string {
  if (term === 'weak') return weakWords(chosen);
  if (term === 'unknown' && chosen.known !== null)
    return `${Math.round(chosen.known)} % is known of how they work`;
  return TERM_WORDS[term];
}

/** The counts behind the weight of a theme, as counts: they are no judgement. */
function weakWords({ template, counted }: Candidate): string {
  if (counted) {
    const { label } = COUNTERS[PAIRS[counted.pair].right];
    return `${label.replace(/^you /, '')}: ${Math.round(counted.share * counted.n)} of ${counted.n} in four weeks`;
  }
  return PAIR_OF[template.family] ? 'too few counts of its theme to know' : TERM_WORDS.weak;
}
