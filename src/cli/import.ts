import { TAG_SYMBOLS } from '../domain/foreign.ts';
import { withExamples } from './args.ts';
import type { DayOneOptions } from './import-dayone.ts';
import type { JrnlOptions } from './import-jrnl.ts';
import type { JsonlOptions } from './import-jsonl.ts';
import type { MarkdownImportOptions } from './import-markdown.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const command = withExamples(
    program
      .command('import')
      .description(
        'Bring a journal in, or back. Importing twice changes nothing; praxis undo takes it out.',
      ),
    'praxis import jrnl ~/journal.txt --dry-run',
    'praxis import jsonl journal.jsonl',
  );
  const format = (name: string, about: string, takes: string) =>
    command
      .command(name)
      .description(about)
      .argument('<file>', takes)
      .option('--dry-run', 'say what would come, store nothing');
  format('jsonl', 'What praxis export jsonl wrote.', 'the file, or - for stdin').action(
    async (file: string, options: JsonlOptions) => {
      const { importJsonl } = await import('./import-jsonl.ts');
      await importJsonl(await context(), file, options);
    },
  );
  withExamples(
    format('jrnl', 'A journal of jrnl: a text file, or a folder of days.', 'a file, a folder, or -')
      .option('--date-format <format>', 'its timeformat, such as "%d.%m.%Y %H:%M"')
      .option('--encoding <name>', 'utf8 or latin1', 'utf8')
      .option('--tags <symbols>', 'what tags begin with', TAG_SYMBOLS)
      .action(async (file: string, options: JrnlOptions) => {
        const { importJrnl } = await import('./import-jrnl.ts');
        await importJrnl(await context(), file, options);
      }),
    'praxis import jrnl ~/journal.txt --dry-run',
    'praxis import jrnl ~/journal --tags @#',
    'praxis import jrnl old.txt --encoding latin1 --date-format "%d/%m/%Y %I:%M %p"',
  );
  withExamples(
    format(
      'dayone',
      'A JSON export of Day One: its ZIP file, or the JSON in it.',
      'the file, or -',
    ).action(async (file: string, options: DayOneOptions) => {
      const { importDayOne } = await import('./import-dayone.ts');
      await importDayOne(await context(), file, options);
    }),
    'praxis import dayone Export-Journal.zip --dry-run',
    'praxis import dayone Journal.json',
  );
  withExamples(
    format(
      'markdown',
      'Dated Markdown files (Obsidian), and what praxis export markdown wrote.',
      'a file, a folder, or -',
    )
      .option('--date-format <format>', 'the date in their names, such as "%d-%m-%Y"')
      .option('--encoding <name>', 'utf8 or latin1', 'utf8')
      .option('--tags <symbols>', 'what tags begin with', '@#')
      .action(async (file: string, options: MarkdownImportOptions) => {
        const { importMarkdown } = await import('./import-markdown.ts');
        await importMarkdown(await context(), file, options);
      }),
    'praxis import markdown ~/vault/journal --dry-run',
    'praxis import markdown ~/notes/praxis',
  );
};
