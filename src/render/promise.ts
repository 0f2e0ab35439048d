import { type Day, inWords } from '../domain/day.ts';
import type { Share } from '../domain/facts.ts';
import { daysLate, isCommitment, onTime, type PromiseMade } from '../domain/promise.ts';
import { whenDue } from './due.ts';
import { counted, INDENT, paragraph, type Style, table, visible, visibleLine } from './text.ts';
import { shareText } from './today.ts';

export function promiseDocument(promise: PromiseMade, today: Day): Record<string, unknown> {
  const { id, text, madeOn, by, to, dueOn, outcome, settledOn, why } = promise;
  const { wording, proposedBy, success, together, focus } = promise;
  return {
    id,
    text,
    madeOn,
    by,
    to,
    dueOn,
    outcome,
    settledOn,
    onTime: onTime(promise, today),
    why,
    wording,
    proposedBy,
    success,
    together,
    focus,
  };
}

/** The promises, mine and theirs apart, and how many of mine were kept on time. */
export function promisesText(
  promises: readonly PromiseMade[],
  shortIds: ReadonlyMap<string, string>,
  kept: Share | null,
  today: Day,
  style: Style,
): string {
  const part = (title: string, own: readonly PromiseMade[]) =>
    own.length === 0
      ? []
      : [
          `${INDENT}${style.bold(title)}\n${table(
            own.map((each) => [
              style.dim(shortIds.get(each.id) ?? each.id),
              stateText(each, today, style),
              visibleLine(betweenText(each)),
              visibleLine(each.text),
            ]),
            style.width,
            '  ',
          )}`,
        ];
  const parts = [
    ...part(
      'Yours',
      promises.filter((each) => !isCommitment(each)),
    ),
    ...part('Theirs', promises.filter(isCommitment)),
  ];
  const none = `${INDENT}No open promise. praxis promise "TEXT" @lee --due friday notes one.`;
  return [
    ...(parts.length === 0 ? [none] : parts),
    ...(kept ? [INDENT + keptText(kept)] : []),
  ].join('\n\n');
}

/** `kept on time 13 of 16 in eight weeks   81 % [57-93]`. */
function keptText(kept: Share): string {
  return `kept on time ${kept.right} of ${kept.all} in eight weeks   ${shareText(kept)}`;
}

/** One promise in full. */
export function promiseText(promise: PromiseMade, today: Day, style: Style): string {
  const { text, madeOn, success, together, focus, wording, proposedBy, why } = promise;
  const width = Math.min(style.width, 88);
  const worded = wording && `worded as ${wording === 'result' ? 'a result' : 'an activity'}`;
  const proposed = proposedBy && `proposed by ${proposedBy === 'me' ? 'you' : 'its owner'}`;
  const facts = [
    `${whoText(promise)}, ${inWords(madeOn, today)}`,
    stateText(promise, today, style),
    worded,
    proposed,
    together.length > 0 ? `owned together with ${together.join(', ')}` : null,
  ].filter((fact) => fact !== null && fact !== '');
  return [
    style.bold(paragraph(visible(text), width)),
    paragraph(visibleLine(facts.join(' · ')), width),
    ...(success ? [paragraph(successText(success), width)] : []),
    ...(why ? [paragraph(`Taken back because: ${visible(why)}`, width)] : []),
    ...(focus ? [paragraph(`For the focus: ${visible(focus)}`, width)] : []),
  ].join('\n');
}

export function successText(success: string): string {
  return `How you will recognise it: ${visible(success)}`;
}

/** What is said when a promise was noted. */
export function promiseNoted(promise: PromiseMade, today: Day, style: Style): string {
  const due = promise.dueOn ? `Due ${inWords(promise.dueOn, today)}.` : 'Without a day.';
  const text = `Noted: ${whoText(promise)}: ${visibleLine(promise.text)}${endOf(promise.text)} ${due}`;
  return paragraph(visible(text), style.width);
}

/** What is said when it was kept. */
export function promiseKept(promise: PromiseMade, style: Style): string {
  const late = daysLate(promise);
  const how =
    late > 0
      ? `Kept, ${counted(late, 'day')} after its day`
      : promise.dueOn
        ? 'Kept on time'
        : 'Kept';
  return paragraph(`${how}: ${visibleLine(promise.text)}${endOf(promise.text)}`, style.width);
}

/** What is said when it was taken back. */
export function promiseDropped({ by, to, text }: PromiseMade, style: Style): string {
  const tell = by === null && to !== null ? ` If ${to} does not know yet, say so.` : '';
  return paragraph(visibleLine(`Taken back: ${text}${endOf(text)}${tell}`), style.width);
}

/** `you promised lee`, `sam promised you`, `sam promised kim`. */
function whoText({ by, to }: Pick<PromiseMade, 'by' | 'to'>): string {
  const receiver = to ?? (by === null ? '' : 'you');
  return `${by ?? 'you'} promised${receiver === '' ? '' : ` ${receiver}`}`;
}

function betweenText({ by, to, together }: PromiseMade): string {
  const owners = [...(by === null ? [] : [by]), ...together].join(', ');
  const mine = by === null && together.length > 0 ? `with ${owners}` : owners;
  return [mine, to === null ? '' : `to ${to}`].filter((part) => part !== '').join(' ');
}

function stateText(promise: PromiseMade, today: Day, style: Style): string {
  const { dueOn, outcome } = promise;
  if (outcome === 'dropped') return 'taken back';
  if (outcome === 'kept') {
    const on = onTime(promise, today);
    return on === null ? 'kept' : on ? 'kept on time' : 'kept late';
  }
  if (dueOn === null) return 'no day';
  const words = whenDue(dueOn, today);
  return dueOn <= today ? style.amber(words) : words;
}

// A full stop, unless the text brings its own end.
function endOf(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? '' : '.';
}
