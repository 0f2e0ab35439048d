/** A table of values with named columns, as a query answers it. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
