import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { hold, Target } from '../../support/fuzz.ts';
import { anyBytes, anyJson, anyText, changed, partChanged } from '../../support/hostile.ts';

// A pack is data. It runs nothing, grows into nothing, reaches no prototype, and shows nothing that a terminal obeys.

let target: Target;
beforeAll(() => {
  target = new Target();
});
afterAll(() => target[Symbol.dispose]());

const PACK = '.config/praxis/packs/mine.yaml';
const KEYS =
  'pack title prompts exercises questions facets cards id version family about tone text sensitive slug purpose evidence source steps when not success followUp days prompt minutes who records area ask freshDays topic sources action'.split(
    ' ',
  );
const VALUES = [
  'mine',
  'stance',
  'me',
  'person',
  'open',
  'pair',
  'hold',
  'strong',
  'workstyle',
  'X1',
  7,
];

const prompt = (text: string) => ({
  id: 'mine-first',
  version: 1,
  family: 'stance',
  about: 'me',
  tone: 'open',
  text,
});
/** One of each part of a pack, with a text in all its places. */
const partsOf = (long: string) => ({
  prompts: prompt(long),
  questions: { id: 'mine-q', version: 1, text: long, facets: [] },
  facets: { id: 'mine-f', version: 1, area: 'workstyle', title: long, ask: long, freshDays: 9 },
  cards: { id: 'mine-c', version: 1, title: long, topic: long, text: long, evidence: 'strong', sources: [long], action: long },
  exercises: {
    id: 'mine-x', slug: 'mine-x', version: 1, title: long, purpose: long, evidence: 'strong', source: long, steps: [long],
    when: long, success: long, followUp: { days: 3, prompt: long }, facets: [], minutes: 5, who: 'alone', records: 'hold',
    family: 'stance',
  },
}); // biome-ignore format: one part a line

const GOOD = stringify({
  pack: 'mine',
  title: 'Mine',
  prompts: [prompt('What did I leave to somebody?')],
  questions: [{ id: 'mine-q', version: 1, text: 'What should I stop?', facets: ['my-requests'] }],
});

const EACH = {
  pack: 'mine',
  ...Object.fromEntries(
    Object.entries(partsOf('What is it?')).map(([name, part]) => [name, [part]]),
  ),
};

/** Commands that read packs. */
const READERS = ['pack list', 'pack show mine', 'why', 'exercise list', 'question list', 'learn list', 'reflect --template', 'today']; // biome-ignore format: a list

/** Puts a pack in place and runs what reads it. Says whether it was taken. */
async function tried(
  content: string | Uint8Array,
  reader: string,
  terminal = false,
): Promise<boolean> {
  target.reset();
  target.put(PACK, content);
  const check = await target.try(['pack', 'check', '--json']);
  expect([0, 2], check.stderr).toContain(check.code);
  const taken = check.code === 0;
  for (const words of new Set(['pack list', reader])) {
    const raw = words === 'pack show mine' && !terminal;
    const came = await target.try(words.split(' '), { terminal, raw });
    expect(came.code, came.stderr).toBe(words === 'pack show mine' && !taken ? 2 : 0);
    if (!taken && words !== 'pack list' && came.code === 0 && came.stderr !== '')
      expect(terminal ? unwrapped(came.stderr) : came.stderr).toMatch(
        /^praxis: The pack mine\.yaml is left out: .+\n$/,
      );
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  return taken;
}

/** A notice as it was before a terminal had it wrapped. */
const unwrapped = (text: string) => text.replace(/\n(?=.)/g, ' ');

test('any bytes, and any YAML, are taken or left out with the line', async () => {
  const yaml = anyJson(KEYS, VALUES).map((value) => stringify(value));
  const content = fc.oneof(
    { weight: 4, arbitrary: changed(GOOD) },
    { weight: 4, arbitrary: yaml },
    {
      weight: 4,
      arbitrary: partChanged(EACH, KEYS, VALUES).map((value) => stringify(value)),
    },
    {
      weight: 2,
      arbitrary: anyJson(KEYS, VALUES).map(
        (value) => `pack: mine\n${stringify({ prompts: value })}`,
      ),
    },
    { weight: 1, arbitrary: anyBytes },
    { weight: 1, arbitrary: anyText },
  );
  await hold(
    'packs',
    fc.tuple(content, fc.constantFrom(...READERS), fc.boolean()),
    async ([text, reader, terminal]) => {
      await tried(text, reader, terminal);
    },
  );
});

test('a text of a pack is shown and not obeyed, and comes back as it was', async () => {
  const part = fc.tuple(
    anyText,
    fc.constantFrom('prompts', 'questions', 'exercises', 'cards', 'facets'),
  );
  await hold('texts of packs', fc.tuple(part, fc.boolean()), async ([[text, name], terminal]) => {
    const long = `${text} and more`;
    const all: Record<string, object> = partsOf(long);
    const pack = { pack: 'mine', [name]: [all[name]] };
    const readers: Record<string, string> = {
      prompts: 'why',
      questions: 'question list',
      facets: 'audit lee',
      cards: 'learn mine-c',
      exercises: 'exercise show mine-x',
    };
    // Not folded: see pack show.
    const taken = await tried(stringify(pack, { lineWidth: 0 }), 'pack list');
    if (!taken) return;
    await target.try((readers[name] ?? '').split(' '), { terminal });
    const { stdout } = await target.try(['pack', 'show', 'mine', '--json']);
    const shown = JSON.parse(stdout);
    expect(shown[name]).toEqual(pack[name as 'pack']);
    await target.try(['pack', 'show', 'mine'], { terminal: true });
    const yaml = (await target.try(['pack', 'show', 'mine'], { raw: true })).stdout;
    expect(parse(yaml)[name]).toEqual(pack[name as 'pack']);
  });
});

const laughs = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghij'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefghij'[i]},`.repeat(9).slice(0, -1)}]`)].join('\n'); // biome-ignore format: the classic
const EVIL: readonly (readonly [what: string, yaml: string])[] = [
  ['a billion laughs', laughs],
  ['an alias', `pack: &p mine\ntitle: *p\n`],
  ['an anchor alone', 'pack: &p mine\n'],
  ['an alias of itself', 'pack: mine\nprompts: &a [*a]\n'],
  ['a merge key', 'pack: mine\n<<: {title: x}\n'],
  ['a merge of an alias', 'base: &b {title: x}\npack: mine\n<<: *b\n'],
  ['a function', "pack: mine\ntitle: !!js/function 'function () { return 1 }'\n"],
  ['a regular expression', 'pack: mine\ntitle: !!js/regexp /x/\n'],
  ['a Python object', "pack: mine\ntitle: !!python/object/apply:os.system ['touch owned']\n"],
  ['bytes', 'pack: mine\ntitle: !!binary R0lGODlh\n'],
  ['a set', 'pack: mine\nprompts: !!set {a, b}\n'],
  ['a local tag', 'pack: mine\ntitle: !x y\n'],
  ['a tag directive', '%TAG ! tag:example.com,2000:\n---\npack: mine\ntitle: !x y\n'],
  ['__proto__', 'pack: mine\n__proto__: {polluted: true}\n'],
  ['__proto__ inside', 'pack: mine\nprompts:\n  - __proto__: {polluted: true}\n'],
  ['constructor', 'pack: mine\nconstructor: {prototype: {polluted: true}}\n'],
  ['a quoted __proto__', 'pack: mine\n"__proto__": {polluted: true}\n'],
  ['a key twice', 'pack: mine\npack: yours\n'],
  ['a key that is a map', 'pack: mine\n? {a: b}\n: c\n'],
  ['a key that is a list', 'pack: mine\n? [a, b]\n: c\n'],
  ['a key that is null', 'pack: mine\n? \n: c\n'],
  ['several documents', 'pack: mine\n---\npack: yours\n'],
  ['nothing', ''],
  ['null', 'null\n'],
  ['a list', '- pack: mine\n'],
  ['depth without end', `pack: ${'['.repeat(20_000)}`],
  ['depth of maps', `${Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`],
  ['5 MB', `pack: mine\ntitle: ${'x'.repeat(5_000_000)}\n`],
  ['256 kB of keys', `pack: mine\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')}\n`.slice(0, 260_000)],
  ['256 kB of anchors', `pack: mine\n${Array.from({ length: 15_000 }, (_, i) => `k${i}: &a${i} 1`).join('\n')}\n`.slice(0, 260_000)],
  ['a million spaces', `pack: mine\ntitle: x${' '.repeat(200_000)}y\n`],
  ['quotes that never end', `pack: mine\ntitle: "${'\\n'.repeat(100_000)}`],
  ['numbers beyond numbers', `pack: mine\nprompts:\n  - version: ${'9'.repeat(10_000)}\n`],
  ['other numbers', 'pack: 0o17\ntitle: .inf\nprompts: 0x1F\n'],
  ['dates', 'pack: 2026-11-20\n'],
  ['tabs', 'pack:\tmine\n\ttitle: x\n'],
  ['a byte order mark', '\ufeffpack: mine\n'],
  ['NUL', 'pack: mine\u0000\ntitle: x\n'],
  ['UTF-16', Buffer.from('\ufeffpack: mine\n', 'utf16le').toString('latin1')],
]; // biome-ignore format: one trick a line

describe('a trick of YAML', () => {
  test.each(EVIL)(
    '%s runs nothing, grows into nothing and reaches no prototype',
    async (what, yaml) => {
      const taken = await tried(yaml, 'today');
      // What is only another way of writing it may be taken; all that means more than data is left out.
      if (
        /alias|laughs|merge|function|regular|Python|bytes|set|tag|proto|constructor|twice|5 MB|depth|documents/.test(
          what,
        )
      )
        expect(taken, what).toBe(false);
      expect(target.tree().some((name) => name.includes('owned'))).toBe(false);
    },
  );
});
