import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** How an answer may be written, with its media type. */
export const FORMATS = { json: 'application/json', csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;
export type Format = keyof typeof FORMATS;
export const MEDIA_TYPES = Object.values(FORMATS) as [string, ...string[]];

/** Endings that addresses may carry in place of an `Accept` header. */
export const SUFFIXES = ['', '.json', '.csv', '.ndjson'] as const;

/** The ending of the address, else the first of our formats that `Accept` names, else JSON. */
export function formatOf(path: string, accept: string | undefined): Format {
  const suffix = /\.(json|csv|ndjson)$/.exec(path)?.[1];
  if (suffix) return suffix as Format;
  const named = (accept ?? '').split(',').map((range) => range.split(';')[0]!.trim().toLowerCase());
  const found = named.flatMap((type) => (Object.keys(FORMATS) as Format[]).filter((format) => FORMATS[format] === type));
  return found[0] ?? 'json';
}

export type Cell = string | number | boolean | null | undefined;

/** One row as a file of columns shows it: column name -> what stands there. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/**
 * CSV as spreadsheets in Vietnam read it: UTF-8 with a byte order mark, the separator of the office, one line of column names
 * and nothing above it. Text that a spreadsheet would run as a formula is defused; numbers stay numbers.
 */
export function csvOf<Row>(rows: AsyncIterable<Row>, columns: Columns<Row>, separator: string): Readable {
  const writer = stringify({
    bom: true,
    delimiter: separator,
    header: true,
    columns: Object.keys(columns),
    cast: { string: defused },
  });
  return pipeline(Readable.from(cellsOf(rows, Object.values(columns))), writer, () => undefined); // whoever reads it sees its errors
}

async function* cellsOf<Row>(rows: AsyncIterable<Row>, cells: readonly ((row: Row) => Cell)[]): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield cells.map((cell) => cell(row) ?? '');
}

/** `=`, `+`, `-`, `@`, tab and return start formulas in spreadsheets, full-width forms of them as well. */
export const defused = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

/** One JSON object a line. */
export const ndjsonOf = <Row>(rows: AsyncIterable<Row>): Readable => Readable.from(linesOf(rows));

async function* linesOf<Row>(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
