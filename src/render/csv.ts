import { stringify } from 'csv-stringify/sync';
import type { Rows } from '../domain/rows.ts';

/** RFC 4180, with a header. Cells that a spreadsheet would run as a formula are neutralised. */
export function csv({ columns, rows }: Rows): string {
  return stringify([columns, ...rows] as unknown[][], {
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}

/** Rows that go on with such a table. */
export function csvRows(rows: Rows['rows']): string {
  return stringify(rows as unknown[][], {
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}
