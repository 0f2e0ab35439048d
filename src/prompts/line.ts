import {
  createPrompt,
  isEnterKey,
  isTabKey,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';

/** How a line was left: with its text (empty for skipped), for an editor, or by closing the input. */
export type LineResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'editor'; readonly text: string }
  | { readonly kind: 'closed' };

export interface LineConfig {
  /** Everything before the typed text, on one or more lines. */
  readonly label: string;
  /** What stands there when the line was left empty. */
  readonly empty: string;
  /** Below the line while it is empty. */
  readonly hint: string;
  /** Taken over with Tab. */
  readonly suggestion: string;
  readonly explain: string;
  /** Text to start with, or to come back to. */
  readonly initial: string;
  readonly editor: boolean;
  /** A sentence when the text cannot be taken, else undefined. */
  readonly refuse: (text: string) => string | undefined;
  /** Said at once, until the next key: why the editor could not be opened. */
  readonly problem: string;
  /** Wraps and indents what stands below the line. */
  readonly below: (text: string) => string;
  readonly dim: (text: string) => string;
}

const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';

/**
 * One line of typed text. Line feeds in pasted text stay in the answer instead of running into the next questions,
 * and what is typed is never lost to a refusal.
 */
export const linePrompt = createPrompt<LineResult, LineConfig>((config, done) => {
  const [value, setValue] = useState('');
  const [above, setAbove] = useState<readonly string[]>([]);
  const [note, setNote] = useState(config.problem);
  const [left, setLeft] = useState<LineResult['kind']>();
  // Several keys may come in one chunk, before the next render: refs hold what is true now.
  const line = useRef('');
  const lines = useRef<readonly string[]>([]);
  const pasting = useRef(false);

  const finish = (result: LineResult) => {
    setLeft(result.kind);
    done(result);
  };
  const whole = () => [...lines.current, line.current].join('\n');

  useEffect((rl) => {
    const output =
      (rl.output as unknown as { unmute(): void; mute(): void; write(text: string): void }) ??
      undefined;
    const send = (text: string) => {
      output.unmute();
      output.write(text);
      output.mute();
    };
    const closed = () => done({ kind: 'closed' });
    send(PASTE_ON);
    rl.on('close', closed);
    if (config.initial !== '') {
      const kept = config.initial.split('\n');
      const last = kept.pop() ?? '';
      lines.current = kept;
      line.current = last;
      setAbove(kept);
      setValue(last);
      rl.write(last);
    }
    return () => {
      rl.removeListener('close', closed);
      send(PASTE_OFF);
    };
  }, []);

  useKeypress((key: KeypressEvent & { readonly sequence?: string }, rl) => {
    if (key.name === 'paste-start') pasting.current = true;
    else if (key.name === 'paste-end') pasting.current = false;
    else if (isEnterKey(key)) {
      if (pasting.current) {
        lines.current = [...lines.current, line.current];
        line.current = '';
        setAbove(lines.current);
        setValue('');
        return;
      }
      const text = whole();
      if (text === '?' && config.explain) {
        line.current = '';
        setValue('');
        setNote(config.explain);
        return;
      }
      const refusal = text === '' ? undefined : config.refuse(text);
      if (refusal === undefined) finish({ kind: 'text', text });
      else {
        // Readline has emptied its line: put the text back, to be mended instead of typed again.
        rl.write(line.current);
        setNote(refusal);
      }
    } else if (isTabKey(key) && !pasting.current) {
      const before = line.current;
      rl.clearLine(0);
      line.current = before === '' ? config.suggestion : before;
      rl.write(line.current);
      setValue(line.current);
    } else if (key.ctrl && key.name === 'o' && config.editor) {
      finish({ kind: 'editor', text: whole() });
    } else {
      line.current = rl.line;
      setValue(rl.line);
      setNote('');
    }
  });

  const shown = [...above, value].join('\n');
  if (left === 'editor') return config.label + config.dim('in your editor');
  if (left) return config.label + (shown === '' ? config.dim(config.empty) : shown);
  const fresh = shown === '' || shown === config.initial;
  const under = note || (fresh ? config.hint : '');
  return [config.label + shown, under === '' ? '' : config.dim(config.below(under))];
});
