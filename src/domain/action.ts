/** One command that changed the journal. */
export interface Action {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly command: string;
  /** Rows that it changed, by table. */
  readonly changes: Readonly<Record<string, number>>;
  /** True while the command stands turned back. */
  readonly undone: boolean;
}
