import { writersIn } from '../domain/decision.ts';
import { EXIT, UserError } from '../errors.ts';
import { decisionDocument, decisionsText, decisionText } from '../render/decision.ts';
import { visible } from '../render/text.ts';
import { decisionById, listDecisions } from '../store/decision.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { resolveId, shortIds } from '../store/reference.ts';
import type { Context } from './context.ts';

const SHOWN = 20;

/** The last pages as text, all of them with `--json`. */
export async function list(context: Context): Promise<void> {
  await context.reading((journal) => {
    const decisions = listDecisions(journal);
    const writers = writersIn(decisions, listPeople(journal), context.today);
    const document = {
      schema: 'praxis.decisions/1',
      decisions: decisions.map(decisionDocument),
      writers,
    };
    context.answer(document, () => {
      const last = decisions.slice(0, SHOWN);
      const ids = shortIds(
        journal,
        last.map(({ id }) => id),
      );
      return decisionsText(last, ids, writers, context.today, context.style);
    });
  });
}

export async function show(
  context: Context,
  prefix: string,
  options: { readonly markdown?: boolean },
): Promise<void> {
  await context.reading(async (journal) => {
    const { id } = resolveId(journal, prefix, ['decision']);
    if (!options.markdown) return tellDecision(context, journal, id);
    if (context.options.json) {
      throw new UserError(
        'A Markdown page has a format of its own.',
        'Choose one of --markdown and --json.',
        EXIT.usage,
      );
    }
    const { decisionPage } = await import('../render/decision-page.ts');
    const page = decisionPage(decisionById(journal, id));
    // A screen obeys control characters; a file and a pipe keep every byte.
    context.say(context.world.isTerminal('stdout') ? visible(page) : page);
  });
}

/** One page, as it stands. */
export function tellDecision(context: Context, journal: Journal, id: string): void {
  const decision = decisionById(journal, id);
  context.answer({ schema: 'praxis.decision/1', ...decisionDocument(decision) }, () =>
    decisionText(decision, context.today, context.style),
  );
}
