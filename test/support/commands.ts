import { Command } from 'commander';
import { COMMANDS } from '../../src/cli/table.ts';

/** A command line, and what stands on its stdin. */
export interface Line {
  readonly args: readonly string[];
  readonly input?: string;
}

const line = (words: string, input?: string): Line => ({
  args: words === '' ? [] : words.split(' '),
  ...(input === undefined ? {} : { input }),
});

/** Ids of the journals in test/fixtures. */
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const DECISION = id(45);
const OPEN_DECISION = id(46);
const PROMISE = id(41);
const SESSION = id(61);
const HEARD = id(113);
const NOTE = '{"answers":{"note":"x"}}';
const WEEKS = 'week,rework\n2026-W44,1\n2026-W45,2\n';
const TABLE = 't,value\n1,2\n2,3\n3,5\n';

/** Every command that only reads, in each of its ways, as it is run on the full journal in test/fixtures. */
export const READING: readonly Line[] = [
  ...`
today
why
reflect
reflect --template
checkin
checkin --template
checkin --schema
review month
review month --template
review quarter --template
tally --explain
intentions
exercise
exercise offer
exercise list
exercise show X5
learn
learn list
pause
person
person list
person list --left
person show lee
person label
person forget lee --dry-run
prep lee
audit
audit lee --history
audit me
question
question list
question draw
question draw lee
question heard --all
promises
promises --all
decide
decide list
decide show ${DECISION}
decide show ${DECISION} --markdown
decide new --template
focus
focus show
focus milestone
focus choice
focus way
focus way --history
focus way --draft
focus scene
list
list --limit 3
show last
search quoted
due
due --summary full
trends
trends lli
trends lead-time --chart --weeks 12
trends lli --explain
trends lli --csv
series
series list
break
query --schema
history
export jsonl
export markdown
export markdown --redact
export markdown --for coach
export csv --view v_answer
export csv --view v_answer --redact
backup list
backup verify
doctor
hold
pack
pack list
pack show prompts
pack check
config
config list
config get journal
completion bash
completion zsh
completion fish
remind
remind status
remind install --print
schema
schema session
delete --older --dry-run`
    .trim()
    .split('\n')
    .map((words) => line(words)),
  line(''),
  { args: ['query', 'SELECT * FROM v_answer'] },
  line('series test -', TABLE),
  line('series import - --dry-run', WEEKS),
  line('import jsonl - --dry-run', '{"schema":"praxis.journal/1"}\n'),
  line('import jrnl - --dry-run', '[2026-11-01 10:00] Hello.\nworld\n'),
  line('import markdown - --dry-run', '---\ndate: 2026-11-01\n---\nhello\n'),
  line(
    'import dayone - --dry-run',
    '{"metadata":{"version":"1.0"},"entries":[{"uuid":"ABC","creationDate":"2026-11-01T10:00:00Z","text":"hi"}]}',
  ),
  line('reflect --answers - --dry-run', NOTE),
  line('checkin --answers - --dry-run', NOTE),
  line('review month --answers - --dry-run', '{"answers":{"R5":{"lee":4}}}'),
];

/** Every command that writes: the journal, settings, packs or what the machine is to run. */
export const WRITING: readonly Line[] = [
  ...`
tally c
note x
intend a b
done
keep ${PROMISE}
drop ${PROMISE}
exercise plan X5 --if a --then b
exercise do X5 moments=1 own-step=1
exercise log X5 moments=1
exercise skip X6
pause --until 2027-01-01
pause --off
finish --yes
person add kim
person contact lee
person edit lee --cadence 3
person quiet lee
person leave lee
person label lee word
person benefit sam text
person forget lee --yes
know lee best-hours x --how told
question add text? --facet best-hours
question edit best-hours-thinking other?
question retire best-hours-thinking
question answer ${HEARD} x
question asked best-hours-thinking lee
promise x
decide new q?
decide option ${DECISION} a
decide choose ${OPEN_DECISION} a
decide revisit ${DECISION} --stands
focus set x
focus milestone x --due 2026-12-12
focus choice x
focus scene x
break today x
series add rework 12
series remove nps --yes
edit ${SESSION} --item note --to x
delete ${SESSION} --yes
delete --older --yes
undo
redo
backup
backup restore x.db
doctor --fix
hold on
hold off
pack new mine
config set day_ends 03:00
remind install --yes
remind remove --yes`
    .trim()
    .split('\n')
    .map((words) => line(words)),
  line('reflect --answers -', NOTE),
  line('checkin --answers -', NOTE),
  line('review month --answers -', '{"answers":{"R5":{"lee":4}}}'),
  line('review quarter --answers -', '{"answers":{"stop":"x"}}'),
  line('focus way --set -', 'x'),
  line('series import -', WEEKS),
  line('import jsonl -', '{"schema":"praxis.journal/1"}\n'),
  line('import jrnl -', '[2026-11-01 10:00] Hello.\nworld\n'),
  line('import markdown -', '---\ndate: 2026-11-01\n---\nhello\n'),
  line('import dayone -', '{"entries":[{"uuid":"A","creationDate":"2026-11-01T10:00:00Z"}]}'),
];

const OUTSIDE =
  /^(tally --explain|.* --schema|decide new --template|learn|trends .* --explain|series test|backup (list|verify|restore)|pack|config|completion|remind|schema)/;

/** Whether a line has to open the journal, whatever is in it. */
export function opensJournal({ args }: Line): boolean {
  return !OUTSIDE.test(args.join(' '));
}

/** Every command that there is, as it is typed: `exercise do`. Those that only hold others are not among them. */
export async function everyCommand(): Promise<string[]> {
  const found: string[] = [];
  const walk = (command: Command, path: string) => {
    const parts = command.commands.filter((each) => each.name() !== 'help');
    if (parts.length === 0) found.push(path);
    for (const each of parts) walk(each, `${path} ${each.name()}`);
  };
  for (const { load } of COMMANDS) {
    const program = new Command('praxis');
    (await load()).register(program, () => Promise.reject(new Error('no command runs')));
    for (const each of program.commands) walk(each, each.name());
  }
  return found;
}
