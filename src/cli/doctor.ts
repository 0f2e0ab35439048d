import { type Finding, gravestFirst } from '../domain/finding.ts';
import { Damaged, EXIT, Stopped, UserError } from '../errors.ts';
import {
  doctorDocument,
  doctorText,
  type Examined,
  type Found,
  isDamaged,
} from '../render/doctor.ts';
import { schemaOf } from '../store/backup.ts';
import { checkBackups, newestSound } from '../store/check-backups.ts';
import { checkJournal, sqliteVersion, unreadable } from '../store/check-journal.ts';
import { checkPlace } from '../store/check-place.ts';
import { letGo } from '../store/draft.ts';
import { statOf } from '../store/files.ts';
import { standingHold } from '../store/hold.ts';
import type { Journal } from '../store/journal.ts';
import { SCHEMA } from '../store/open.ts';
import { version } from '../store/package.ts';
import { reindex } from '../store/purge.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

interface Options {
  readonly fix?: boolean;
  readonly salvage?: string;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('doctor')
      .description(
        'Look the journal over, and the files around it: what is wrong, why it matters, what to do.',
      )
      .option('--fix', 'mend what can be mended safely, and say what was done')
      .option('--salvage <folder>', 'write all that can be read of a damaged journal to a folder')
      .action(async (options: Options) => doctor(await context(), options)),
    'praxis doctor',
    'praxis doctor --fix',
    'praxis doctor --salvage ~/saved',
  );
};

async function doctor(context: Context, { fix = false, salvage }: Options): Promise<void> {
  if (salvage !== undefined) {
    const { salvageTo } = await import('./doctor-salvage.ts');
    return salvageTo(context, salvage);
  }
  const examined = await examine(context, fix);
  context.answer({ schema: 'praxis.doctor/1', ...doctorDocument(examined) }, () =>
    doctorText(examined, context.style),
  );
  if (isDamaged(examined.findings)) throw new Stopped(EXIT.journal);
}

async function examine(context: Context, fix: boolean): Promise<Examined> {
  const { file, world, shownFile } = context;
  const bytes = statOf(file)?.size ?? null;
  const around = checkPlace(world, file);
  const facts = { entries: null as number | null, schema: null as number | null };
  const versions = {
    praxis: version(),
    node: world.nodeVersion,
    sqlite: sqliteVersion(),
    schema: SCHEMA,
  };
  const use = async (journal: Journal): Promise<Found[]> => {
    const { db } = journal;
    if (bytes === null) return mendAll(context, fix, around);
    let held = false;
    const inside = checkJournal(journal, context.now.instant, {
      reindex: () => write(journal, context.command, (tx) => reindex(tx.db)),
      discardDraft: (id) => letGo(journal, id),
    });
    if (!isDamaged(inside)) {
      facts.entries = db.prepare('SELECT count(*) FROM session').pluck().get() as number;
      // As the file has it: read only, an earlier one is upgraded in memory.
      facts.schema = schemaOf(file);
      held = standingHold(db) !== undefined;
      inside.push(...checkBackups(journal, context.now.instant));
    }
    return mendAll(context, fix, [...inside, ...around].map(held ? whileHeld : (each) => each));
  };
  const journal = () => ({ file, shown: shownFile, bytes, ...facts });
  try {
    const findings = fix
      ? await context.writing(use, { backup: 'none' })
      : await context.reading(use);
    return { findings: withWayBack(findings, file), journal: journal(), versions };
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    const findings = await mendAll(context, fix, [unreadable(error), ...around]);
    return { findings: withWayBack(findings, file), journal: journal(), versions };
  }
}

/** What would lose something has to wait for the end of a hold. */
function whileHeld(finding: Finding): Finding {
  const { question, mend, ...rest } = finding;
  return question === undefined
    ? finding
    : { ...rest, next: 'A hold stands, so it stays until praxis hold off.' };
}

/** Mends what can be mended, where that was asked for; what would lose something is asked about one by one. */
async function mendAll(
  context: Context,
  fix: boolean,
  findings: readonly Finding[],
): Promise<Found[]> {
  const found: Found[] = [];
  for (const finding of gravestFirst(findings)) {
    const { mend, question } = finding;
    const go =
      fix && mend !== undefined && (question === undefined || (await says(context, question)));
    found.push({ ...finding, fixed: go ? mended(mend) : null });
  }
  return found;
}

function mended(mend: () => string): string | null {
  try {
    return mend();
  } catch (error) {
    if (error instanceof UserError) return `It could not be mended: ${error.message}`;
    if (error instanceof Error && 'code' in error) return `It could not be mended (${error.code}).`;
    throw error;
  }
}

async function says(context: Context, question: string): Promise<boolean> {
  if (context.options.yes) return true;
  if (!context.interactive) return false;
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  return (await ask({ kind: 'confirm', name: 'mend', text: question })) === true;
}

/** A damaged journal is told together with the backup that restores. */
function withWayBack(findings: readonly Found[], file: string): Found[] {
  if (!isDamaged(findings)) return [...findings];
  const sound = newestSound(file);
  const way =
    sound === undefined
      ? 'There is no sound backup.'
      : `praxis backup restore ${sound} puts the newest sound backup in its place.`;
  return findings.map((each) =>
    each.severity === 'damaged' ? { ...each, next: `${way} ${each.next}` } : each,
  );
}
