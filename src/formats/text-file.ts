/** A text file that can be read more than once, line by line. Lines come without their ends and without a byte order mark. */
export interface TextFile {
  /** As it is told; null for stdin. */
  readonly name: string | null;
  /** Its path below the folder that was named, `2026/11/20.txt`; empty for a file that was named itself. */
  readonly path: string;
  lines(): Iterable<string>;
}
