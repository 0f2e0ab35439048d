import type { Command } from 'commander';
import { withExamples } from './args.ts';

/** The examples of the commands within commands. Only read when somebody asks for help, so they cost no start-up. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'exercise offer': ['praxis exercise offer', 'praxis exercise offer --json'],
  'exercise list': ['praxis exercise list', 'praxis exercise list --json'],
  'exercise show': ['praxis exercise show X3', 'praxis exercise show say-it-back'],
  'exercise plan': [
    'praxis exercise plan X3 @lee --if "Lee is stuck" --then "say it back"',
    'praxis exercise plan X1 --if "we meet" --then "say what I got wrong"',
  ],
  'exercise do': [
    'praxis exercise do X3 @lee',
    'praxis exercise do X3 @lee rounds=3 accepted=2 --on yesterday',
  ],
  'exercise log': [
    'praxis exercise log X3 @lee rounds=2 accepted=1',
    'praxis exercise log X5 moments=1 --on yesterday',
  ],
  'exercise skip': ['praxis exercise skip X6', 'praxis exercise skip X6 --reason no-occasion'],
  'person add': [
    'praxis person add lee --cadence 7',
    'praxis person add p02 --name "Priya Raman" --role-since 2026-09-01',
  ],
  'person list': ['praxis person list', 'praxis person list --left'],
  'person show': ['praxis person show lee', 'praxis person show lee --json'],
  'person contact': [
    'praxis person contact lee',
    'praxis person contact lee --on yesterday --bad-news early',
  ],
  'person edit': [
    'praxis person edit lee --cadence 14',
    'praxis person edit lee --role-since today',
    'praxis person edit p02 --code priya',
  ],
  'person quiet': ['praxis person quiet lee', 'praxis person quiet lee --off'],
  'person leave': [
    'praxis person leave lee --on friday --reason "a team of her own"',
    'praxis person leave lee --back',
  ],
  'person label': [
    'praxis person label',
    'praxis person label lee careful --moment "asked for the numbers first"',
  ],
  'person benefit': [
    'praxis person benefit lee "sent us a candidate"',
    'praxis person benefit lee "came back to advise us" --on monday',
  ],
  'person forget': [
    'praxis person forget lee --dry-run',
    'praxis person forget lee',
    'praxis person forget lee --backups',
  ],
  'question list': ['praxis question list', 'praxis question list --facet best-hours'],
  'question draw': ['praxis question draw lee', 'praxis question draw lee --facet best-hours'],
  'question add': [
    'praxis question add "What would you never want me to assume?"',
    'praxis question add "When should I leave you alone?" --facet best-hours',
  ],
  'question edit': [
    'praxis question edit best-hours-thinking "When do you think best?"',
    'praxis question edit best-hours-thinking --facet best-hours',
  ],
  'question retire': [
    'praxis question retire best-hours-thinking',
    'praxis question retire best-hours-thinking --back',
  ],
  'question heard': ['praxis question heard', 'praxis question heard --all'],
  'question answer': [
    'praxis question answer 019a2b3c "it comes before the roadmap"',
    'praxis question answer 019a2b3c --on friday',
  ],
  'question asked': [
    'praxis question asked best-hours-thinking lee',
    'praxis question asked best-hours-thinking lee --learned "before ten" --contact',
  ],
  'decide list': ['praxis decide list', 'praxis decide list --json'],
  'decide new': [
    'praxis decide new',
    'praxis decide new "Build or buy?" --owner lee --option Build --option Buy',
    'praxis decide new --answers page.json',
  ],
  'decide show': [
    'praxis decide show 019a2b3c',
    'praxis decide show 019a2b3c --markdown > page.md',
  ],
  'decide option': [
    'praxis decide option 019a2b3c Buy',
    'praxis decide option 019a2b3c Buy --costs "two years" --bearers "the budget"',
    'praxis decide option 019a2b3c Buy --reversible hardly --sure 0.7',
  ],
  'decide choose': [
    'praxis decide choose 019a2b3c Buy --sign "two outages in one month"',
    'praxis decide choose 019a2b3c 2 --anyway',
  ],
  'decide revisit': [
    'praxis decide revisit 019a2b3c --stands',
    'praxis decide revisit 019a2b3c "the vendor doubled its price" --reversed',
  ],
  'focus show': ['praxis focus show', 'praxis focus show --json'],
  'focus set': [
    'praxis focus set "Customers reach a person within a day"',
    'praxis focus set "They reach the right person" --because "a day is enough"',
  ],
  'focus choice': [
    'praxis focus choice "I ask before I answer" --because "they had the answer"',
    'praxis focus choice',
  ],
  'focus scene': ['praxis focus scene "the planning, led by Sam"', 'praxis focus scene'],
  'export markdown': [
    'praxis export markdown --out ~/notes/praxis',
    'praxis export markdown --person lee --out lee.md',
    'praxis export markdown --for coach --out coach.md',
  ],
  'export csv': [
    'praxis export csv --out ~/praxis-csv',
    'praxis export csv --view v_tally > tally.csv',
  ],
  'export jsonl': [
    'praxis export jsonl --out journal.jsonl',
    'praxis export jsonl --from 2026-09-01 --redact',
  ],
  'import jsonl': [
    'praxis import jsonl journal.jsonl --dry-run',
    'praxis import jsonl journal.jsonl',
  ],
  'backup list': ['praxis backup list', 'praxis backup list --json'],
  'backup verify': ['praxis backup verify', 'praxis backup verify daily-2026-11-20T181000000Z.db'],
  'backup restore': [
    'praxis backup restore daily-2026-11-20T181000000Z.db',
    'praxis backup restore ~/copies/journal.db',
  ],
  'hold on': ['praxis hold on "a question was raised, told to keep everything"', 'praxis hold on'],
  'hold off': ['praxis hold off', 'praxis hold off --json'],
  'pack list': ['praxis pack list', 'praxis pack list --json'],
  'pack show': ['praxis pack show prompts', 'praxis pack show mine'],
  'pack check': ['praxis pack check', 'praxis pack check ~/drafts/mine.yaml'],
  'pack new': ['praxis pack new mine', 'praxis pack new our-questions'],
  'config list': ['praxis config list', 'praxis config list --json'],
  'config get': ['praxis config get journal', 'praxis config get keep_months'],
  'config set': [
    'praxis config set day_ends 03:00',
    'praxis config set keep_months 24',
    'praxis config set editor',
  ],
  'completion bash': ['praxis completion bash >> ~/.bashrc', 'source <(praxis completion bash)'],
  'completion zsh': ['praxis completion zsh >> ~/.zshrc', 'source <(praxis completion zsh)'],
  'completion fish': [
    'praxis completion fish | source',
    "echo 'praxis completion fish | source' >> ~/.config/fish/config.fish",
  ],
  'remind install': [
    'praxis remind install --at 16:50',
    'praxis remind install --run checkin --day friday',
    'praxis remind install --print',
  ],
  'remind remove': ['praxis remind remove', 'praxis remind remove --yes'],
  'remind status': ['praxis remind status', 'praxis remind status --json'],
};

/** Puts them under the help of each command within a command. */
export function withAllExamples(program: Command): void {
  for (const parent of program.commands) {
    for (const each of parent.commands) {
      const examples = EXAMPLES[`${parent.name()} ${each.name()}`];
      if (examples) withExamples(each, ...examples);
    }
  }
}
