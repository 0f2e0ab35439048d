import type { Day } from '../domain/day.ts';
import {
  type LookBackVerdict,
  type NewDecision,
  type NewOption,
  type OptionFields,
  REVERSIBILITIES,
  REVERSIBILITY_WORDS,
  type Reversibility,
  STATUS_QUO,
  VERDICT_WORDS,
} from '../domain/decision.ts';
import type { Ask } from '../domain/question.ts';
import { askText } from './boundary.ts';
import { askRead } from './fields.ts';

/** What asking for a page needs of the journal. */
export interface DecisionSteps {
  readonly ask: Ask;
  /** Prints a paragraph; an empty one is a blank line. */
  readonly say: (text: string) => void;
  /** The code of the person that was typed. */
  readonly readPerson: (typed: string) => string;
  readonly readDay: (typed: string) => Day;
  /** Refuses a title that stands there already. */
  readonly readTitle: (typed: string, before: readonly NewOption[]) => string;
}

/** Asks for an options page, step by step. Everything but the question can be skipped. Null without a question. */
export async function askDecision(steps: DecisionSteps): Promise<NewDecision | null> {
  const { ask, say, readPerson, readDay } = steps;
  const question = await line(ask, 'question', 'What is to be decided?');
  if (question === null) return null;
  const owner = await askRead(
    ask,
    {
      kind: 'text',
      name: 'owner',
      label: 'Whose decision, by code    ',
      explain: 'Enter: yours.',
      editor: false,
    },
    readPerson,
  );
  const dueOn = await askRead(
    ask,
    {
      kind: 'text',
      name: 'due',
      label: 'To be settled by           ',
      explain: 'friday, 2026-11-27, in 2 weeks.',
      editor: false,
    },
    readDay,
  );
  const options = await askOptions(steps);
  say('');
  const challenger = await askRead(
    ask,
    {
      kind: 'text',
      name: 'challenger',
      label: 'Who argues against the favourite, by code  ',
      editor: false,
    },
    readPerson,
  );
  const sign = await askSign(ask);
  return { question, owner, dueOn, challenger, sign, options };
}

async function askOptions({ ask, say, readTitle }: DecisionSteps): Promise<NewOption[]> {
  const options: NewOption[] = [];
  say('');
  say('The options, one after another; enter instead of a title ends them.');
  for (;;) {
    const title = await askRead(
      ask,
      {
        kind: 'text',
        name: 'option',
        label: `Option ${options.length + 1}   `,
        explain: 'What one could do, in a few words. Leaving things as they are comes by itself.',
        editor: false,
      },
      (typed) => readTitle(typed, options),
    );
    if (title === null) break;
    options.push({ title, ...(await askFields(ask)), statusQuo: false });
  }
  say('');
  say(`And the one that is always there: ${STATUS_QUO.title.toLowerCase()}.`);
  return [...options, { ...STATUS_QUO, ...(await askFields(ask)) }];
}

/** Asks for what is said of an option, field by field. */
export async function askFields(ask: Ask): Promise<OptionFields> {
  const field = (name: string, label: string) => line(ask, name, undefined, label);
  const benefits = await field('benefits', '  Benefits                 ');
  const costs = await field('costs', '  Costs                    ');
  const bearers = await field('bearers', '  Who carries the costs    ');
  const reversibility = await ask({
    kind: 'key',
    name: 'reversibility',
    text: '  How easily is it undone?',
    options: REVERSIBILITIES.map((value) => ({
      key: value.charAt(0),
      value,
      label: REVERSIBILITY_WORDS[value],
    })),
    enter: 'not said',
  });
  const percent = await ask({
    kind: 'count',
    name: 'confidence',
    label: 'How sure are you, in %',
    most: 100,
    explain: 'That it will do what you say of it. A number now is a lesson later.',
  });
  return {
    benefits,
    costs,
    bearers,
    reversibility: reversibility as Reversibility | null,
    confidence: percent === null ? null : percent / 100,
  };
}

/** Asks for what would show that the choice was wrong. */
export async function askSign(ask: Ask): Promise<string | null> {
  return line(ask, 'sign', 'What would show, later, that it was wrong?');
}

/** Asks what a look back found: a verdict with one key, then a line. Null when it is put off. */
export async function askLookBack(
  ask: Ask,
  text: string | null,
): Promise<{ verdict: LookBackVerdict; text: string | null } | null> {
  const verdict = await ask({
    kind: 'key',
    name: 'verdict',
    text: 'Has the sign appeared? How does the decision stand?',
    options: [
      { key: 's', value: 'stands', label: VERDICT_WORDS.stands },
      { key: 'c', value: 'changed', label: VERDICT_WORDS.changed },
      { key: 'r', value: 'reversed', label: VERDICT_WORDS.reversed },
    ],
    enter: 'later',
    explain: 'A decision that is reversed on its own sign was well made.',
  });
  if (verdict === null) return null;
  return {
    verdict: verdict as LookBackVerdict,
    text: text ?? (await line(ask, 'text', 'What has moved since?')),
  };
}

async function line(
  ask: Ask,
  name: string,
  text: string | undefined,
  label = '',
): Promise<string | null> {
  const said = await askText(ask, {
    kind: 'text',
    name,
    ...(text === undefined ? {} : { text }),
    label,
    editor: false,
  });
  return said === null ? null : said.trim();
}
