import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { EXIT, UserError } from '../errors.ts';

/**
 * JSON as the standard has it: no comments, no trailing commas, and no key twice in one object. `template` is the
 * command that prints the shape.
 */
export function strictJson(source: string, template = 'praxis reflect --template'): unknown {
  const problem = firstProblem(source);
  if (problem) {
    throw new UserError(
      `The answers are not JSON: ${problem}.`,
      `Nothing was stored. ${template} prints the shape.`,
      EXIT.usage,
    );
  }
  return JSON.parse(source);
}

function firstProblem(source: string): string | undefined {
  const open: Set<string>[] = [];
  let problem: string | undefined;
  const at = (line: number, column: number) => `line ${line + 1}, column ${column + 1}`;
  try {
    visit(
      source,
      {
        onObjectBegin: () => void open.push(new Set()),
        onObjectEnd: () => void open.pop(),
        onObjectProperty: (key, _offset, _length, line, column) => {
          if (open.at(-1)?.has(key))
            problem ??= `${at(line, column)}: the key "${key}" stands there twice`;
          if (key === '__proto__') problem ??= `${at(line, column)}: "__proto__" is no key`;
          open.at(-1)?.add(key);
        },
        onError: (error: ParseErrorCode, _offset, _length, line, column) => {
          const words = printParseErrorCode(error)
            .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
            .toLowerCase();
          problem ??= `${at(line, column)}: ${words}`;
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    );
    if (!problem) JSON.parse(source);
  } catch (error) {
    if (error instanceof RangeError) return 'it is nested too deeply';
    if (error instanceof SyntaxError) return problem ?? error.message;
    throw error;
  }
  return problem;
}
