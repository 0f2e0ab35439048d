/**
 * JSON that a column holds. What another program, or a disk, left there in its place reads as `otherwise`; the doctor
 * tells it.
 */
export function heldJson<T>(json: string, fits: (value: unknown) => boolean, otherwise: T): T {
  try {
    const value: unknown = JSON.parse(json);
    return fits(value) ? (value as T) : otherwise;
  } catch {
    return otherwise;
  }
}

export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
