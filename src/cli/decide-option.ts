import {
  checkOptions,
  type Decision,
  folded,
  NO_FIELDS,
  type OptionFields,
  optionNamed,
  REVERSIBILITIES,
} from '../domain/decision.ts';
import { EXIT, UserError } from '../errors.ts';
import { decisionDocument } from '../render/decision.ts';
import { visible } from '../render/text.ts';
import { addOption, decisionById, fillOption } from '../store/decision.ts';
import type { Journal } from '../store/journal.ts';
import { resolveId } from '../store/reference.ts';
import { type Tx, write } from '../store/write.ts';
import { oneOf } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { flagText, saidText } from './texts.ts';

export interface OptionFlags {
  readonly title?: string;
  readonly benefits?: string;
  readonly costs?: string;
  readonly bearers?: string;
  readonly reversible?: string;
  readonly sure?: string;
}

type Patch = Partial<OptionFields & { readonly title: string }>;

/** Fills in an option of an open page, or adds one under a new title. */
export async function fill(
  context: Context,
  prefix: string,
  named: string,
  flags: OptionFlags,
): Promise<void> {
  const given = readFlags(flags);
  await checkBoundary(context, [named, given.title, given.benefits, given.costs, given.bearers]);
  const decision = await context.writing(async (journal) => {
    const page = pageOf(journal, prefix);
    refuseChosen(page);
    const existing = optionFor(page, named);
    const title = given.title ?? existing?.title ?? saidText(named, 'The title', '');
    const others = page.options.filter((option) => option !== existing);
    checkOptions([...others, { ...NO_FIELDS, title, statusQuo: existing?.statusQuo ?? false }]);
    const asks = Object.keys(flags).length === 0 && context.interactive;
    const patch: Patch = asks ? await fieldsAsked(context, title) : given;
    if (existing && Object.keys(patch).length === 0) throw nothingSaid(existing.title);
    write(journal, context.command, (tx) => {
      refuseChanged(tx, page);
      if (existing) fillOption(tx, existing.id, patch);
      else
        addOption(tx, page.id, page.options.length + 1, {
          ...NO_FIELDS,
          ...patch,
          title,
          statusQuo: false,
        });
    });
    return decisionById(journal, page.id);
  });
  context.answer(
    { schema: 'praxis.decision/1', ...decisionDocument(decision) },
    () => '  Kept. praxis decide show has the whole page.',
  );
}

/** The option that a number or a whole title names; undefined for a title that is new. */
function optionFor(page: Decision, named: string): Decision['options'][number] | undefined {
  const isNumber = /^\d+$/.test(named.trim());
  const known = page.options.some(({ title }) => folded(title) === folded(named));
  return isNumber || known ? optionNamed(page, named) : undefined;
}

function readFlags({ title, benefits, costs, bearers, reversible, sure }: OptionFlags): Patch {
  return {
    ...(title === undefined ? {} : { title: saidText(title, '--title', 'Write it again.') }),
    ...(benefits === undefined ? {} : { benefits: flagText('--benefits', benefits) }),
    ...(costs === undefined ? {} : { costs: flagText('--costs', costs) }),
    ...(bearers === undefined ? {} : { bearers: flagText('--bearers', bearers) }),
    ...(reversible === undefined
      ? {}
      : { reversibility: oneOf('--reversible', reversible, REVERSIBILITIES) }),
    ...(sure === undefined ? {} : { confidence: readShare(sure) }),
  };
}

function readShare(text: string): number {
  const share = Number(text);
  if (/^(0|1|0?\.\d+|1\.0+)$/.test(text) && share >= 0 && share <= 1) return share;
  throw new UserError(
    `--sure is "${text}"; it takes a number from 0 to 1.`,
    'Write 0.7 for 70 %. Nothing was stored.',
    EXIT.usage,
  );
}

/** What is said of it at the terminal; what is skipped stays as it is. */
async function fieldsAsked(context: Context, title: string): Promise<Patch> {
  const { terminalFor } = await import('./ask.ts');
  const { askFields } = await import('../prompts/decision.ts');
  const { ask, style } = await terminalFor(context);
  context.notice(`  ${style.bold(visible(title))}`);
  const fields = await askFields(ask);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** @throws UserError (cannot) for a page that was chosen from: it shows what the choice was made on. */
export function refuseChosen({ chosen }: Decision): void {
  if (chosen === null) return;
  throw new UserError(
    'This page was chosen from, so it stays as it was then.',
    'praxis decide revisit keeps what was found since. Nothing was changed.',
    EXIT.cannot,
  );
}

/** The page that an id names. @throws UserError (usage) when none is. */
export function pageOf(journal: Pick<Journal, 'db'>, prefix: string): Decision {
  return decisionById(journal, resolveId(journal, prefix, ['decision']).id);
}

/** @throws UserError (conflict) when another praxis changed the page since it was read. */
export function refuseChanged(tx: Tx, page: Decision): void {
  if (JSON.stringify(pageOf(tx, page.id)) === JSON.stringify(page)) return;
  throw new UserError(
    'This page was changed by another praxis just now.',
    'Look at it: praxis decide show ID. Nothing was stored.',
    EXIT.conflict,
  );
}

function nothingSaid(title: string): UserError {
  return new UserError(
    `Nothing was said of "${title}".`,
    'Say it with --benefits, --costs, --bearers, --reversible, --sure or --title.',
    EXIT.usage,
  );
}
