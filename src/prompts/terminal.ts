import { stripVTControlCharacters } from 'node:util';
import { ExitPromptError } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import type {
  AnswerTo,
  Ask,
  CountQuestion,
  KeyQuestion,
  Question,
  TextQuestion,
} from '../domain/question.ts';
import { Interrupted, UserError } from '../errors.ts';
import { type KeyConfig, type KeyResult, keyPrompt } from './key.ts';
import { type LineConfig, type LineResult, linePrompt } from './line.ts';

/** The terminal to ask at, and how text looks on it. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Makes stored text safe to show. */
  readonly visible: (text: string) => string;
  /** Wraps a paragraph, indented by two columns or as many as are named. */
  readonly wrap: (text: string, indent?: number) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
  /** Opens a long text in the user's editor. */
  readonly edit: (text: string) => string;
}

/** Wide enough for the longest label of a counter. */
const LABEL_COLUMNS = 34;

/** Asks a person at a terminal. Throws `Interrupted` on Ctrl-C, Ctrl-D and a closed terminal. */
export function askAtTerminal(terminal: Terminal): Ask {
  const { input, output } = terminal;
  const prompts = createPromptModule({ input, output });
  prompts.registerPrompt('line', linePrompt);
  prompts.registerPrompt('key', keyPrompt);
  // The module's types know its built-in prompts only; these two are typed by their own configuration.
  const put = prompts as unknown as <T>(questions: readonly object[]) => Promise<{ answer: T }>;
  const ask = async <T extends { kind: string }>(type: string, config: object) => {
    try {
      const { answer } = await put<T>([{ ...config, type, name: 'answer' }]);
      if (answer.kind === 'closed') throw new Interrupted();
      return answer as Exclude<T, { kind: 'closed' }>;
    } catch (error) {
      throw error instanceof ExitPromptError ? new Interrupted() : error;
    }
  };
  const askKey = (config: KeyConfig) => ask<KeyResult>('key', config);
  const askLine = (config: LineConfig) => ask<LineResult>('line', config);

  const below = (text: string) =>
    text
      .split('\n')
      .map((line) => terminal.wrap(line, 4))
      .join('\n');

  const key = async (question: KeyQuestion): Promise<string | null> => {
    const options = question.options.map((each) => `${terminal.accent(each.key)} ${each.label}`);
    const label = [
      question.text ? terminal.wrap(question.text) : '',
      inRows(options, terminal.output.columns),
      `  ${terminal.accent('›')} `,
    ];
    const result = await askKey({
      label: label.filter((line) => line !== '').join('\n'),
      options: question.options,
      explain: question.explain ?? '',
      empty: question.enter,
      below,
      dim: terminal.dim,
    });
    return result.kind === 'value' ? result.value : null;
  };

  const count = async (question: CountQuestion): Promise<number | null> => {
    const result = await askLine({
      label: `    ${question.label.padEnd(LABEL_COLUMNS)} ${terminal.accent('›')} `,
      empty:
        question.enter ?? (question.now === undefined ? 'not counted' : `stays ${question.now}`),
      problem: '',
      hint: question.now === undefined ? '' : `now ${question.now}, enter keeps it`,
      suggestion: '',
      explain: question.explain ?? '',
      initial: '',
      editor: false,
      refuse: (text) =>
        /^\d{1,3}$/.test(text.trim()) && Number(text) <= question.most
          ? undefined
          : `a whole number from 0 to ${question.most}; enter leaves it uncounted`,
      below,
      dim: terminal.dim,
    });
    return result.text.trim() === '' ? null : Number(result.text);
  };

  const text = async (question: TextQuestion): Promise<string | null> => {
    // Control characters would be obeyed while typing: such a text is opened in the editor, or stays as it is.
    const original = question.now ?? '';
    const typable = terminal.visible(original) === original;
    let initial = typable ? original : '';
    let problem = '';
    const intro = question.text ? `${terminal.bold(terminal.wrap(question.text))}\n` : '';
    for (;;) {
      const hints = [
        question.suggestion ? `tab takes: ${terminal.visible(question.suggestion)}` : '',
        question.editor ? 'ctrl-o opens your editor' : '',
      ];
      const result = await askLine({
        label: `${intro}  ${question.label}${terminal.accent('›')} `,
        empty: typable ? 'skipped' : 'stays as it is',
        hint: hints.filter((hint) => hint !== '').join('\n'),
        suggestion: question.suggestion ?? '',
        explain: question.explain ?? '',
        initial,
        problem,
        editor: question.editor,
        refuse: question.refuse ?? (() => undefined),
        below,
        dim: terminal.dim,
      });
      if (result.kind === 'text') return result.text.trim() === '' ? null : result.text;
      try {
        const edited = terminal.edit(result.text === '' && !typable ? original : result.text);
        terminal.output.write(
          `${terminal.dim(terminal.wrap(terminal.visible(edited) || 'skipped'))}\n`,
        );
        return edited.trim() === '' ? null : edited;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        initial = result.text;
        problem = `${error.message} ${error.hint}`;
      }
    }
  };

  return async <Q extends Question>(question: Q): Promise<AnswerTo<Q> | null> => {
    switch (question.kind) {
      case 'key':
        return (await key(question)) as AnswerTo<Q> | null;
      case 'count':
        return (await count(question)) as AnswerTo<Q> | null;
      case 'text':
        return (await text(question)) as AnswerTo<Q> | null;
      case 'confirm': {
        const options = [
          { key: 'y', value: 'yes', label: 'yes' },
          { key: 'n', value: 'no', label: 'no' },
        ];
        const answer = await key({
          kind: 'key',
          name: question.name,
          text: question.text,
          options,
          enter: 'no',
        });
        return (answer === 'yes') as AnswerTo<Q>;
      }
    }
  };
}

// Options side by side, on as many lines as the width asks for.
function inRows(options: readonly string[], columns = 80): string {
  const plainLength = (text: string) => stripVTControlCharacters(text).length;
  const rows: string[] = [];
  let row = '   ';
  for (const option of options) {
    if (row.trim() !== '' && plainLength(row) + plainLength(option) + 3 > columns) {
      rows.push(row);
      row = '   ';
    }
    row += row.trim() === '' ? ` ${option}` : `   ${option}`;
  }
  return [...rows, row].join('\n');
}
