import { type Day, inShort, inWords } from '../domain/day.ts';
import { planInWords } from '../domain/intention.ts';
import type { Statement } from '../domain/statement.ts';
import type { KeptPlan, Way, WayFacts } from '../domain/way.ts';
import {
  clip,
  counted,
  INDENT,
  paragraph,
  type Style,
  table,
  visible,
  visibleLine,
} from './text.ts';

export function wayDocument(way: Way | undefined): Record<string, unknown> {
  const { id = null, version = null, on = null, text = null } = way ?? {};
  return { id, version, on, text };
}

/** A page as it was written, its own indents kept. */
export function wayText(way: Way, today: Day, style: Style): string {
  const { version, on } = way;
  const head = style.dim(
    paragraph(`My way of leading, version ${version}, ${inWords(on, today)}`, style.width),
  );
  const lines = visible(way.text)
    .split('\n')
    .map((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      return paragraph(line.trimStart(), style.width, INDENT + indent.slice(0, 20));
    });
  return [head, '', ...lines].join('\n');
}

/** The versions, the latest first, each by its first line. */
export function waysText(ways: readonly Way[], today: Day, style: Style): string {
  return table(
    ways.map(({ version, on, text }) => [
      `version ${version}`,
      inShort(on, today),
      visibleLine(text.trim().split('\n')[0] ?? ''),
    ]),
    style.width,
  );
}

/** What a page is: more than this is not read. In lines. */
export const DRAFT_LINES = 60;
const WIDTH = 78;
/** As long as a focus sentence may be; what comes from another program may be longer. */
const SENTENCE = 200;
const MOST_ITEMS = 6;

/** A page in Markdown to begin with, from what is kept: facts and questions, no judgement. At most 60 lines. */
export function wayDraft(facts: WayFacts): string {
  for (let most = MOST_ITEMS; ; most--) {
    const lines = draftWith(facts, most).split('\n');
    if (lines.length <= DRAFT_LINES || most === 1) return lines.slice(0, DRAFT_LINES).join('\n');
  }
}

function draftWith(facts: WayFacts, most: number): string {
  const { focus, choice, before, plans, exercises, promises, questions, own } = facts;
  const items = (texts: readonly string[], ending: string) => itemLines(texts, most, ending);
  return [
    '# My way of leading (draft)',
    wrapped(
      `Put together by praxis on ${dated(facts.on)} from what you wrote down. It knows what you kept, not what you meant. Strike, turn round and add, until it is yours.`,
    ),
    '## What we are after',
    ...(focus
      ? [quote(focus)]
      : ['No focus is written down. What should a colleague be able to repeat?']),
    '## What I choose',
    ...(choice
      ? [`Since ${dated(choice.on)}:`, quote(choice), ...reason(choice)]
      : ['No choice is written down. What do you do on purpose?']),
    ...(before ? [`Before that, from ${dated(before.on)}:`, quote(before)] : []),
    '## What I do when it counts',
    ...(plans.length > 0
      ? [items(plans.map(planLine), 'Which of these would you do without a plan?')]
      : ['No plan was kept yet. What did you do this month that you would do again?']),
    '## What I practise',
    ...(exercises.length > 0
      ? [
          items(
            exercises.map(({ name, times }) => `${visibleLine(name)}, ${often(times)}`),
            '',
          ),
        ]
      : ['No exercise is done yet. What would you try?']),
    ...(questions.length > 0 ? ['## What I ask', items(questions.map(visibleLine), '')] : []),
    '## What I promise',
    `Open now: ${promises.mine} of yours, ${promises.theirs} of others. What do you never promise?`,
    ...(own.length > 0
      ? [
          '## What I wrote into my own packs',
          items(own.map(visibleLine), 'Which of these is now yours?'),
        ]
      : []),
  ].join('\n\n');
}

function itemLines(texts: readonly string[], most: number, question: string): string {
  const shown = texts.slice(0, most).map((text) => {
    // Two lines each while there is room for several.
    const line = clip(text, most > 2 ? 2 * WIDTH - 10 : WIDTH - 4);
    return `- ${paragraph(line, WIDTH, '  ').trimStart()}`;
  });
  const more = texts.length - shown.length;
  if (more > 0) shown.push(`- and ${counted(more, 'other')}`);
  return [...shown, ...(question === '' ? [] : ['', question])].join('\n');
}

function planLine(plan: KeptPlan): string {
  const partly = plan.partly === 0 ? '' : `, ${plan.partly} of these in part`;
  return `${clip(visibleLine(planInWords(plan)), WIDTH + 30)} (${often(plan.times)}${partly})`;
}

function often(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}

function quote({ text }: Statement): string {
  return wrapped(clip(visibleLine(text), SENTENCE), '> ');
}

function reason({ because }: Statement): string[] {
  return because === null
    ? []
    : [wrapped(`Because: ${clip(visibleLine(because), 2 * WIDTH - 20)}`)];
}

function wrapped(text: string, indent = ''): string {
  return paragraph(text, WIDTH, indent);
}

function dated(day: Day): string {
  return inWords(day, '0000-01-01' as Day);
}
