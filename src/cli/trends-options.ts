/** Options as they were typed. */
export interface TrendsOptions {
  readonly weeks?: string;
  readonly explain?: boolean;
  readonly chart?: boolean;
  readonly csv?: boolean;
}
