/** Options as they were typed; each subcommand takes some of them. */
export interface SeriesOptions {
  readonly on?: string;
  readonly week?: string;
  readonly n?: string;
  readonly about?: string;
  readonly unit?: string;
  readonly zone?: string;
  readonly name?: string;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
}
