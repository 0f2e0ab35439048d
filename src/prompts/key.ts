import {
  createPrompt,
  isEnterKey,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';

export type KeyResult =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'closed' };

export interface KeyConfig {
  /** The question and its options, above the input line. */
  readonly label: string;
  readonly options: readonly {
    readonly key: string;
    readonly value: string;
    readonly label: string;
  }[];
  readonly explain: string;
  /** What stands there when nothing was chosen. */
  readonly empty: string;
  /** Wraps and indents what stands below the line. */
  readonly below: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** One key decides; Enter skips; any other key says what the keys are. */
export const keyPrompt = createPrompt<KeyResult, KeyConfig>((config, done) => {
  const [answer, setAnswer] = useState<string>();
  const [note, setNote] = useState(`one key, or enter: ${config.empty}`);
  // Whoever has typed lines before ends this one too: that Enter is no answer.
  const asked = useRef(false);

  useEffect((rl) => {
    const closed = () => done({ kind: 'closed' });
    rl.on('close', closed);
    return () => {
      rl.removeListener('close', closed);
    };
  }, []);

  useKeypress((key: KeypressEvent & { readonly sequence?: string }, rl) => {
    rl.clearLine(0);
    if (answer !== undefined) return;
    const afterQuestion = asked.current;
    asked.current = false;
    const typed = (key.sequence ?? key.name ?? '').toLowerCase();
    const option = config.options.find((each) => each.key === typed);
    if (option) {
      setAnswer(`${option.key} ${option.label}`);
      done({ kind: 'value', value: option.value });
    } else if (isEnterKey(key)) {
      if (afterQuestion) return;
      setAnswer('');
      done({ kind: 'skipped' });
    } else if (typed === '?' && config.explain) {
      setNote(config.explain);
      asked.current = true;
    } else if (/^[\p{L}\p{N}]$/u.test(typed)) {
      setNote(`${config.options.map((each) => each.key).join(', ')} or enter`);
    }
  });

  if (answer !== undefined)
    return config.label + (answer === '' ? config.dim(config.empty) : answer);
  return [config.label, config.dim(config.below(note))];
});
