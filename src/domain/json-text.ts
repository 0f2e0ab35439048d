/**
 * The strings in a text that is JSON, keys and values. In the JSON itself a line break before a word is written as a
 * letter, so whoever looks for whole words has to look in here. Of JSON that is broken, and of any other text: the one
 * string that its escapes stand for.
 */
export function stringsIn(text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [unescaped(text)];
  }
  const found: string[] = [];
  const look = (each: unknown): void => {
    if (typeof each === 'string') found.push(each);
    else if (typeof each === 'object' && each !== null)
      for (const [key, inner] of Object.entries(each)) {
        found.push(key);
        look(inner);
      }
  };
  look(value);
  return found;
}

/** JSON with its string values changed, whatever they are a part of; a text that is none is changed as a whole. */
export function mapStrings(json: string, change: (text: string) => string): string {
  const changed = (_: string, value: unknown) =>
    typeof value === 'string' ? change(value) : value;
  try {
    return JSON.stringify(JSON.parse(json, changed));
  } catch {
    return change(json);
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code?: string, letter?: string) =>
    code !== undefined
      ? String.fromCharCode(Number.parseInt(code, 16))
      : /[bfnrt]/.test(letter ?? '')
        ? ' '
        : (letter ?? ''),
  );
}
