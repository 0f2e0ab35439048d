import type { Person } from './person.ts';
import type { Answers, PromptAnswer, Session } from './session.ts';
import { spelled } from './spelled.ts';
import { WRITTEN_ITEMS } from './written.ts';

/** A word that was found, and how often. */
export interface Word {
  readonly word: string;
  readonly n: number;
}

/** Most different words that are remembered while looking for names. */
const REMEMBERED = 10_000;

/**
 * Takes names out of what leaves the journal. Everybody has a code that stays the same from export to export, in the
 * order in which they were added: p01, p02. Codes and names are replaced wherever they stand as whole words; what else
 * looks like a name is remembered, because free text can name somebody in ways that no list has.
 */
export class Redactor {
  readonly #codes: ReadonlyMap<string, string>;
  /** What is replaced in texts: codes and whole names in any case, parts of names as they are written. */
  readonly #words = new Map<string, string>();
  readonly #pattern: RegExp | undefined;
  readonly #replaced = new Map<string, number>();
  readonly #maybe = new Map<string, number>();

  /** @param people everybody, in the order in which they were added. */
  constructor(people: readonly Pick<Person, 'code' | 'name'>[]) {
    const digits = Math.max(2, String(people.length).length);
    const coded = people.map(({ code, name }, i) => {
      return { code, name, as: `p${String(i + 1).padStart(digits, '0')}` };
    });
    this.#codes = new Map(coded.map(({ code, as }) => [code, as]));
    // The surest first: where a part of one name is the code of another, it is the code.
    for (const { code, as } of coded) this.#learn(code.toLowerCase(), as);
    for (const { name, as } of coded) if (name) this.#learn(name.toLowerCase(), as);
    for (const { name, as } of coded) {
      for (const part of name?.split(/[\s-]+/) ?? []) if (part.length >= 2) this.#learn(part, as);
    }
    const any = [...this.#words.keys()].sort((a, b) => b.length - a.length);
    const whole = coded.flatMap(({ code, name }) => [code, ...(name ? [name] : [])]);
    const insensitive = [...new Set(whole)].sort((a, b) => b.length - a.length).map(spelled);
    if (any.length > 0) {
      const words = `(?i:${insensitive.join('|')})|${any.map(spelled).join('|')}`;
      this.#pattern = new RegExp(`(?<![\\p{L}\\p{N}_])@?(?:${words})(?![\\p{L}\\p{N}_])`, 'gu');
    }
  }

  /** The code that stands for somebody's. */
  code<T extends string | null>(code: T): T | string {
    return code === null ? code : (this.#codes.get(code) ?? code);
  }

  text(text: string): string {
    this.#look(text);
    if (!this.#pattern) return text;
    return text.replace(this.#pattern, (found) => {
      // A name may itself begin with the sign of a tag.
      const whole = this.#known(found.normalize('NFC'));
      const word = (whole === undefined ? found.replace(/^@/, '') : found).normalize('NFC');
      const as = whole ?? this.#known(word) ?? this.#alike(word);
      if (as === undefined) return found;
      count(this.#replaced, word);
      return whole === undefined && found.startsWith('@') ? `@${as}` : as;
    });
  }

  #known(word: string): string | undefined {
    return this.#words.get(word) ?? this.#words.get(word.toLowerCase().normalize('NFC'));
  }

  /** Of words whose capitals and small letters are no pairs (ſ and s, K and the Kelvin sign). */
  #alike(word: string): string | undefined {
    const found = [...this.#words].find(([each]) =>
      new RegExp(`^(?:${spelled(each)})$`, 'iu').test(word),
    );
    return found?.[1];
  }

  session(session: Session): Session {
    const { answers, person, tags } = session;
    const { prompt, followUp, intention, note, R5, leads, movement, contacts, ...rest } = answers;
    return {
      ...session,
      person: this.code(person),
      ...(tags ? { tags: tags.map((tag) => this.text(tag)) } : {}),
      answers: {
        ...rest,
        ...this.#written(answers),
        ...(R5 === undefined ? {} : { R5: this.#byCode(R5) }),
        ...(leads === undefined ? {} : { leads: this.#byCode(leads) }),
        ...(contacts === undefined
          ? {}
          : { contacts: contacts === null ? null : contacts.map((code) => this.code(code)) }),
        ...(movement === undefined
          ? {}
          : {
              movement: movement && {
                ...movement,
                joined: movement.joined === null ? null : this.text(movement.joined),
              },
            }),
        ...(prompt === undefined ? {} : { prompt: prompt && this.#prompt(prompt) }),
        ...(followUp === undefined
          ? {}
          : {
              followUp: followUp && {
                ...followUp,
                question: this.text(followUp.question),
                text: followUp.text === null ? null : this.text(followUp.text),
              },
            }),
        ...(intention === undefined
          ? {}
          : {
              intention: intention && {
                if: this.text(intention.if),
                then: this.text(intention.then),
              },
            }),
        ...(note === undefined ? {} : { note: note === null ? null : this.text(note) }),
      },
    };
  }

  /** What was replaced in texts, the most frequent first. */
  get replaced(): Word[] {
    return listed(this.#replaced);
  }

  /** Words that begin with a capital in the middle of a sentence and are no known name, the most frequent first. */
  get maybe(): Word[] {
    return listed(this.#maybe);
  }

  #prompt(prompt: PromptAnswer): PromptAnswer {
    return {
      ...prompt,
      question: this.text(prompt.question),
      person: this.code(prompt.person),
      text: prompt.text === null ? null : this.text(prompt.text),
    };
  }

  #written(answers: Answers): Answers {
    return Object.fromEntries(
      WRITTEN_ITEMS.flatMap((item) => {
        const text = answers[item];
        return text == null ? [] : [[item, this.text(text)]];
      }),
    );
  }

  #byCode<T>(values: Readonly<Record<string, T>>): Record<string, T> {
    return Object.fromEntries(
      Object.entries(values).map(([code, value]) => [this.code(code), value]),
    );
  }

  #learn(word: string, as: string): void {
    const key = word.normalize('NFC');
    if (!this.#words.has(key)) this.#words.set(key, as);
  }

  #look(text: string): void {
    for (const [word] of text.matchAll(/(?<=[\p{Ll}\p{N},;:] )\p{Lu}\p{Ll}+/gu)) {
      const known = this.#words.has(word) || this.#words.has(word.toLowerCase());
      if (!known && (this.#maybe.has(word) || this.#maybe.size < REMEMBERED))
        count(this.#maybe, word);
    }
  }
}

function count(words: Map<string, number>, word: string): void {
  words.set(word, (words.get(word) ?? 0) + 1);
}

function listed(words: ReadonlyMap<string, number>): Word[] {
  return [...words]
    .map(([word, n]) => ({ word, n }))
    .sort((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1));
}
