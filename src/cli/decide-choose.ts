import { type Day, inWords, parseDay } from '../domain/day.ts';
import {
  type Decision,
  type LookBackVerdict,
  missingIn,
  nextLookBack,
  optionAt,
  optionNamed,
  VERDICT_WORDS,
} from '../domain/decision.ts';
import { recallLag } from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { chosenText, decisionDocument } from '../render/decision.ts';
import { paragraph, visible } from '../render/text.ts';
import { chooseOption, decisionById, holdLookBack } from '../store/decision.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { pageOf, refuseChanged, refuseChosen } from './decide-option.ts';
import { flagText } from './texts.ts';

export interface ChooseOptions {
  readonly sign?: string;
  readonly anyway?: boolean;
}

export async function choose(
  context: Context,
  prefix: string,
  named: string,
  options: ChooseOptions,
): Promise<void> {
  const given = flagText('--sign', options.sign);
  await checkBoundary(context, [given]);
  const decision = await context.writing(async (journal) => {
    const page = pageOf(journal, prefix);
    refuseChosen(page);
    const option = optionNamed(page, named);
    const known = given ?? page.sign;
    const before = missingIn({ ...page, sign: known });
    // Asked for only where it is the last thing missing.
    const asks = known === null && context.interactive && (before.length === 1 || options.anyway);
    const sign = asks ? await signAsked(context) : known;
    const missing = missingIn({ ...page, sign });
    if (missing.length > 0 && !options.anyway) throw notWhole(missing);
    write(journal, context.command, (tx) => {
      refuseChanged(tx, page);
      chooseOption(tx, page.id, {
        optionId: option.id,
        sign,
        complete: missing.length === 0,
        on: context.today,
      });
    });
    return decisionById(journal, page.id);
  });
  context.answer({ schema: 'praxis.decision/1', ...decisionDocument(decision) }, () =>
    paragraph(chosenText(decision, context.today), context.style.width),
  );
}

async function signAsked(context: Context): Promise<string | null> {
  const { terminalFor } = await import('./ask.ts');
  const { askSign } = await import('../prompts/decision.ts');
  return askSign((await terminalFor(context)).ask);
}

function notWhole(missing: readonly string[]): UserError {
  return new UserError(
    `The page is not whole yet. Missing: ${missing.join('; ')}.`,
    'praxis decide option fills an option in, --sign says the sign; --anyway chooses all the same.',
    EXIT.cannot,
  );
}

export interface RevisitOptions {
  readonly stands?: boolean;
  readonly changed?: boolean;
  readonly reversed?: boolean;
  readonly on?: string;
}

/** Holds the next look back on a choice. */
export async function revisit(
  context: Context,
  prefix: string,
  words: readonly string[],
  options: RevisitOptions,
): Promise<void> {
  const given = verdictFrom(options);
  const text = flagText('The text', words.join(' '));
  if (given === null && !context.interactive) {
    throw new UserError(
      'How the decision stands is missing.',
      'Choose one of --stands, --changed and --reversed. Nothing was stored.',
      EXIT.usage,
    );
  }
  await checkBoundary(context, [text]);
  const decision = await context.writing(async (journal) => {
    const page = pageOf(journal, prefix);
    const lookBack = nextLookBack(page);
    if (page.chosenOn === null || !lookBack) throw noLookBack(page);
    const on = heldDay(page.chosenOn, options.on, context.today);
    const held =
      given === null ? await lookBackAsked(context, page, text) : { verdict: given, text };
    if (held === null) return null;
    write(journal, context.command, (tx) => {
      refuseChanged(tx, page);
      holdLookBack(tx, lookBack.id, { on, ...held });
    });
    return decisionById(journal, page.id);
  });
  if (decision === null) return context.notice('  Nothing kept.');
  context.answer({ schema: 'praxis.decision/1', ...decisionDocument(decision) }, () =>
    paragraph(heldText(decision, context.today), context.style.width),
  );
}

function verdictFrom({ stands, changed, reversed }: RevisitOptions): LookBackVerdict | null {
  const said: LookBackVerdict[] = [
    ...(stands ? (['stands'] as const) : []),
    ...(changed ? (['changed'] as const) : []),
    ...(reversed ? (['reversed'] as const) : []),
  ];
  const [first, ...more] = said;
  if (more.length === 0) return first ?? null;
  throw new UserError(
    'One verdict a look back.',
    'Choose one of --stands, --changed and --reversed. Nothing was stored.',
    EXIT.usage,
  );
}

/** @throws UserError (usage) for a day to come, or before the choice. */
function heldDay(chosenOn: Day, given: string | undefined, today: Day): Day {
  if (given === undefined) return today;
  const on = parseDay(given, today);
  recallLag(on, today);
  if (on >= chosenOn) return on;
  throw new UserError(
    `It was chosen on ${inWords(chosenOn, today)}, after ${inWords(on, today)}.`,
    'Name a day since then. Nothing was stored.',
    EXIT.usage,
  );
}

async function lookBackAsked(
  context: Context,
  page: Decision,
  text: string | null,
): Promise<{ verdict: LookBackVerdict; text: string | null } | null> {
  const { terminalFor } = await import('./ask.ts');
  const { askLookBack } = await import('../prompts/decision.ts');
  const { ask, style } = await terminalFor(context);
  const chosen = optionAt(page, page.chosen);
  const lines = [
    page.question,
    `Chosen: ${chosen?.title ?? ''}`,
    `Wrong if: ${page.sign ?? 'nobody said what would show it'}`,
  ];
  for (const line of lines) context.notice(paragraph(visible(line), style.width));
  return askLookBack(ask, text);
}

function noLookBack({ chosenOn }: Decision): UserError {
  return new UserError(
    chosenOn === null
      ? 'Nothing was chosen yet, so there is nothing to look back on.'
      : 'Both looks back were held.',
    chosenOn === null
      ? 'praxis decide choose ID OPTION chooses. Nothing was stored.'
      : 'praxis note keeps what you see now. Nothing was stored.',
    EXIT.cannot,
  );
}

function heldText(decision: Decision, today: Day): string {
  const last = decision.lookBacks.findLast(({ heldOn }) => heldOn !== null);
  const next = nextLookBack(decision);
  const verdict = last?.verdict ? VERDICT_WORDS[last.verdict] : '';
  return `Looked back: ${verdict}.${next ? ` Again on ${inWords(next.dueOn, today)}.` : ''}`;
}
