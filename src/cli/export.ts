import { EXIT, UserError } from '../errors.ts';
import { oneOf, withExamples } from './args.ts';
import type { CoachOptions } from './export-coach.ts';
import type { CsvOptions } from './export-csv.ts';
import type { JsonlExportOptions } from './export-jsonl.ts';
import type { MarkdownOptions } from './export-markdown.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const command = withExamples(
    program
      .command('export')
      .description('The journal as files you own. Without --out it goes to stdout.'),
    'praxis export markdown --out ~/notes/praxis',
    'praxis export markdown --per day --out ~/vault/journal --from 2026-11-01',
    'praxis export jsonl --out journal.jsonl',
  );
  const format = (name: string, about: string) =>
    command
      .command(name)
      .description(about)
      .option('--out <path>', 'where to')
      .option('--from <day>', 'from this day on')
      .option('--to <day>', 'up to this day')
      .option('--person <code>', 'only entries about this person')
      .option('--force', 'replace files that praxis did not write');
  format(
    'markdown',
    'Markdown with front matter, one file a month or a day: Obsidian reads it as it is.',
  )
    .option('--per <unit>', 'day or month', 'month')
    .option('--links', 'people as links: [[lee]]')
    .option('--redact', 'people as p01, p02, ...; the words found are listed')
    .option('--for <whom>', 'coach: one redacted file of counts, exercises, chosen reflections')
    .option('--entry <id...>', 'with --for coach: a reflection that goes along')
    .action(async (options: MarkdownOptions & CoachOptions & { readonly for?: string }) => {
      const whom = oneOf('--for', options.for, ['coach'] as const);
      if (whom === null && options.entry) throw entryAlone();
      if (whom !== null) {
        const { exportForCoach } = await import('./export-coach.ts');
        return exportForCoach(await context(), options);
      }
      const { exportMarkdown } = await import('./export-markdown.ts');
      await exportMarkdown(await context(), options);
    });
  format('csv', 'CSV, one file for each view that praxis query knows.')
    .option('--view <name>', 'only this view, also to stdout')
    .option('--redact', 'people as p01, p02, ...; the words found are listed')
    .action(async (options: CsvOptions) => {
      const { exportCsv } = await import('./export-csv.ts');
      await exportCsv(await context(), options);
    });
  format('jsonl', 'Every record, one a line: praxis import jsonl restores the same journal.')
    .option('--redact', 'people as p01, p02, ...; the words found are listed')
    .action(async (options: JsonlExportOptions) => {
      const { exportJsonl } = await import('./export-jsonl.ts');
      await exportJsonl(await context(), options);
    });
};

function entryAlone(): UserError {
  return new UserError(
    '--entry goes with --for coach.',
    'A part of the journal is --from, --to and --person. Nothing was written.',
    EXIT.usage,
  );
}
